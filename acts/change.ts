import type { Database } from '../db/connect.ts'
import { DatabaseError } from '../db/errors.ts'
import type { Ref } from '../db/facts.ts'
import { raiseVersion } from '../db/queries/change-record.ts'
import { type Tx, transaction } from '../db/transaction.ts'
import { busyProblem } from './busy.ts'
import { evaluatePeople } from './evaluate/evaluate-people.ts'
import { runJobsUntilDone } from './jobs/work.ts'
import { type Keyed, once, requestOf } from './once.ts'
import { type KnownProblem, refusable, UnavailableProblem } from './problem.ts'

/** What every single change carries beside what it says. */
export interface ChangeInput extends Keyed {
  /** The version of the person's file the caller saw; `null`: whatever it is. */
  readonly expectedVersion: number | null
}

/** A change as recorded; what follows from it is current. */
export interface Changed {
  readonly person: Ref
  /** Version of the file after the change. */
  readonly version: number
  /** The assignment or state that was recorded, ended or corrected. */
  readonly record: Ref
}

/** A row that was written, and the person whose file it belongs to. */
export interface Written extends Pick<Changed, 'person' | 'record'> {
  /** Whoever else's file says something else now: the other end of a tie. */
  readonly others?: readonly Ref[]
}

/** Tells a refusal of the database in words; `null`: it is a bug. */
export type ConflictTold = (error: DatabaseError) => Promise<KnownProblem | null>

/**
 * Makes one change whole: once for each key, at the version the caller saw, with the findings that follow from it, in one
 * serializable transaction that is run again when another one was quicker.
 */
export const change = <Input extends ChangeInput>(
  db: Database,
  by: { readonly act: string; readonly actor: string },
  input: Input,
  write: (tx: Tx) => Promise<Written>,
  told: ConflictTold = async () => null,
): Promise<Changed | KnownProblem> =>
  refusable(async () => {
    const request = requestOf(by, input)
    const jobs: string[] = []
    const changed = await transaction(db, { mode: 'serializable' }, async (tx) => {
      jobs.length = 0
      return once(tx, request, isChanged, async () => {
        const { others = [], ...written } = await write(tx)
        const version = await raiseVersion(tx, written.person)
        for (const other of others) await raiseVersion(tx, other)
        jobs.push(...(await evaluatePeople(tx, [written.person, ...others])).jobs)
        return { ...written, version }
      })
    }).catch(async (error: unknown) => {
      throw (await problemOf(error, told)) ?? error
    })
    await runJobsUntilDone(db, jobs)
    return changed
  })

const isChanged = (value: unknown): value is Changed =>
  typeof value === 'object' && value !== null && 'person' in value && 'version' in value && 'record' in value

const problemOf = async (error: unknown, told: ConflictTold): Promise<KnownProblem | null> => {
  if (!(error instanceof DatabaseError)) return null
  return busyProblem(error) ?? UnavailableProblem.of(error) ?? told(error)
}
