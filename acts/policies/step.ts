import type { Database } from '../../db/connect.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import { busyProblem } from '../busy.ts'
import { type Keyed, once, requestOf } from '../once.ts'
import { type KnownProblem, refusable } from '../problem.ts'

/** How a step is made: beside those who judge, or while nobody does. */
type Making = <T>(db: Database, work: (tx: Tx) => Promise<T>) => Promise<T>

/** Of steps that leave what is installed as it is. */
export const leavingPolicy: Making = (db, work) => transaction(db, { mode: 'serializable', pace: 'job' }, work)

/** What takes a step: who, and by which act. */
export interface Taking {
  readonly act: string
  readonly actor: string
}

/** Takes one step in the life of a policy: once for each key, whole or not at all. */
export const takeStep = <Answer>(
  db: Database,
  by: Taking,
  input: Keyed,
  making: Making,
  isAnswer: (value: unknown) => value is Answer,
  work: (tx: Tx) => Promise<Answer>,
): Promise<Answer | KnownProblem> =>
  refusable(async () => {
    const request = requestOf(by, input)
    return making(db, (tx) => once(tx, request, isAnswer, () => work(tx))).catch((error: unknown) => {
      throw busyProblem(error) ?? error
    })
  })

/** Whether an answer kept beside a key has these members. */
export const carries = <Name extends string>(
  value: unknown,
  ...members: readonly Name[]
): value is Readonly<Record<Name, unknown>> =>
  typeof value === 'object' && value !== null && members.every((name) => Object.hasOwn(value, name))
