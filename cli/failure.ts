import { UnavailableProblem } from '../acts/problem.ts'

/** Asked for in a way we do not understand: exit code 2. Anything refused or found wrong: exit code 1. */
export const exitCodes = { refused: 1, misused: 2 } as const

/** What stops a command: one sentence for a person, and the exit code for a program. */
export class Failure extends Error {
  readonly exitCode: number

  constructor(sentence: string, exitCode: number = exitCodes.refused) {
    super(sentence)
    this.exitCode = exitCode
  }
}

/** The sentence a person reads for whatever was thrown; problems of ours carry their remedy. */
export const sentenceOf = (thrown: unknown): string => {
  if (!(thrown instanceof Error)) return `意外错误：${String(thrown)}`
  const told = UnavailableProblem.of(thrown) ?? thrown
  const remedy = 'remedy' in told ? told.remedy : null
  const zh = typeof remedy === 'object' && remedy !== null && 'zh' in remedy ? String(remedy.zh) : ''
  return told.message + zh
}
