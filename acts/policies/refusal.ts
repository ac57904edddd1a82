import type { Bilingual, PluginProblem } from '../../policy/index.ts'
import { type Issue, PolicyProblem, type ProblemPath } from '../problem.ts'

const isSome = <T>(items: readonly T[]): items is readonly [T, ...T[]] => items.length > 0

/** Refuses a document (or the package it came in) for all that is wrong with it, if anything is; `within` is where it lies. */
export const refuseIfAny = (problems: readonly PluginProblem[], within: ProblemPath = ['document']): void => {
  if (isSome(problems)) throw policyProblem(problems, within)
}

const policyProblem = (
  [first, ...rest]: readonly [PluginProblem, ...PluginProblem[]],
  within: ProblemPath = ['document'],
) => new PolicyProblem([issueOf(first, within), ...rest.map((each) => issueOf(each, within))])

const issueOf = ({ code, path, message, remedy, superior }: PluginProblem, within: ProblemPath): Issue => ({
  path: [...within, ...path],
  value: code,
  code,
  says: message,
  remedy,
  ...(superior !== undefined && { superior }),
})

/** One thing for which a policy is refused. */
export const refused = (path: ProblemPath, value: string | null, says: Bilingual, remedy: Bilingual) =>
  new PolicyProblem([{ path, value, says, remedy }])
