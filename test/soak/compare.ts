import { sql } from 'drizzle-orm'
import { connect } from '../../db/connect.ts'
import { openEmbedded } from '../../db/embedded.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import { judgedAt, recordNow } from '../support/record.ts'
import type { Ledger } from './ledger.ts'

/** Reads the cluster of the folder beside whoever serves it. */
export const reading = async <T>(folder: string, work: (tx: Tx) => Promise<T>): Promise<T> => {
  const { appUrl, stop } = await openEmbedded(folder)
  const db = connect(appUrl, { sessions: 1 })
  try {
    return await transaction(db, { mode: 'read', pace: 'job' }, work)
  } finally {
    await db.close()
    await stop()
  }
}

export const versionsIn = async (tx: Tx): Promise<ReadonlyMap<string, number>> => {
  const rows = await tx.execute<{ code: string; version: number }>(sql`select code, version from person order by code`)
  return new Map(rows.map(({ code, version }) => [code, version]))
}

/** Effects of what was asked, by mark: one for each row that stands. */
const marksIn = async (tx: Tx): Promise<readonly string[]> => {
  const rows = await tx.execute<{ mark: string }>(sql`
    select note as mark from state_personnel where note like 'soak-%' and recorded_to is null
    union all select p.code || ' ' || a.from_on from assignment a join person p on p.root = a.root and p.id = a.person_id
      where a.capacity = 'acting' and a.recorded_to is null`)
  return rows.map(({ mark }) => mark)
}

export const keysIn = async (tx: Tx): Promise<number> => {
  const [row] = await tx.execute<{ n: number }>(
    sql`select count(*)::int as n from idempotency_key where key like 'soak-%'`,
  )
  return row?.n ?? 0
}

/**
 * What is wrong, in sentences, once every change was answered: an acknowledged change that is lost, one with two effects,
 * one that nobody was told of, a file whose version is another, findings that do not follow from the files.
 */
export const differences = (tx: Tx, ledger: Ledger): Promise<readonly string[]> =>
  Promise.all([marksIn(tx), keysIn(tx), versionsIn(tx), recordNow(tx), judgedAt(tx, null)]).then(
    ([marks, keys, versions, recorded, judged]) => {
      const effects = new Map<string, number>()
      for (const mark of marks) effects.set(mark, (effects.get(mark) ?? 0) + 1)
      const told = new Set(ledger.acknowledged)
      const files = ledger.people.filter((code) => versions.get(code) !== ledger.versionOf(code))
      return [
        ...ledger.acknowledged.filter((mark) => !effects.has(mark)).map((mark) => `${mark}: acknowledged and lost`),
        ...[...effects].filter(([, n]) => n > 1).map(([mark, n]) => `${mark}: ${n} effects`),
        ...[...effects.keys()].filter((mark) => !told.has(mark)).map((mark) => `${mark}: nobody was told`),
        ...(keys === told.size ? [] : [`${keys} keys are kept of ${told.size} changes`]),
        ...files.map((code) => `${code}: version ${versions.get(code)}, told ${ledger.versionOf(code)}`),
        ...(recorded.join('\n') === judged.join('\n') ? [] : ['the findings do not follow from the files']),
      ]
    },
  )
