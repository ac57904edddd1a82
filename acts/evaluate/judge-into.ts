import { gatherFacts, settingFor } from '../../db/facts.ts'
import { closeFindings, type EvaluationRef, insertFindings, storedFindings } from '../../db/queries/finding-store.ts'
import type { Tx } from '../../db/transaction.ts'
import { compile, type Installation } from '../../policy/index.ts'
import { changesOf } from './diff.ts'

/** What judging people again changed in the record. */
export interface RecordChanged {
  readonly people: number
  /** Findings no longer said, or said differently. */
  readonly closed: number
  /** Findings said now that were not said so before. */
  readonly said: number
}

export const nothingChanged: RecordChanged = { people: 0, closed: 0, said: 0 }

export const sumOf = (a: RecordChanged, b: RecordChanged): RecordChanged => ({
  people: a.people + b.people,
  closed: a.closed + b.closed,
  said: a.said + b.said,
})

/** Judges people on their facts as recorded now, and makes the record of this evaluation say the outcome. */
export const judgeInto = async (
  tx: Tx,
  into: EvaluationRef,
  installations: readonly Installation[],
  people: readonly string[],
): Promise<RecordChanged> => {
  const facts = await gatherFacts(
    tx,
    people.map((id) => ({ root: into.root, id })),
  )
  const judge = compile(installations, await settingFor(tx, facts))
  const judged = facts.flatMap((person) => judge.findings(person))
  const { close, insert } = changesOf(await storedFindings(tx, into.root, people, { evaluation: into.id }), judged)
  await closeFindings(tx, into.root, close)
  await insertFindings(tx, into, insert)
  return { people: people.length, closed: close.length, said: insert.length }
}
