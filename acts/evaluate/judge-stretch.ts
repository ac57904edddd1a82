import { factsOfStretch, type Stretch } from '../../db/facts/bulk.ts'
import { wholeSetting } from '../../db/facts.ts'
import { commitLater } from '../../db/queries/evaluation.ts'
import { findingCopier } from '../../db/queries/finding-copy.ts'
import type { EvaluationRef } from '../../db/queries/finding-store.ts'
import type { Tx } from '../../db/transaction.ts'
import { compile, type Installation } from '../../policy/index.ts'

/** What is being built, as those who build it together know it. */
export interface Building {
  readonly evaluation: EvaluationRef
  readonly installations: readonly Installation[]
}

/** Judges a stretch of people, of whom the evaluation says nothing yet; returns how many they were. */
export type JudgeStretch = (tx: Tx, stretch: Stretch) => Promise<number>

/**
 * The policy is compiled once, in the setting of everyone. What changes in it later is written with the people it touches
 * marked as revised, and they are judged again before the evaluation answers.
 */
export const stretchJudge = async (tx: Tx, { evaluation, installations }: Building): Promise<JudgeStretch> => {
  const judge = compile(installations, await wholeSetting(tx))
  const said = findingCopier(evaluation)
  return async (inTx, stretch) => {
    await commitLater(inTx)
    let people = 0
    for (const person of await factsOfStretch(inTx, stretch)) {
      people += 1
      for (const finding of judge.findings(person)) said.add(finding)
    }
    await said.record(inTx)
    return people
  }
}
