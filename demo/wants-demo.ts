import { sql } from 'drizzle-orm'
import type { Database } from '../db/connect.ts'
import { transaction } from '../db/transaction.ts'
import { loader } from './load.ts'
import { jiujiangTenure } from './policies/documents.ts'
import { plantings } from './rosters.ts'

/**
 * True when nobody has filed or installed anything: only then may made-up people come in. Also true when a former loading
 * was interrupted, which is then done again: what is already there is left as it is.
 */
export const wantsDemo = (db: Database): Promise<boolean> =>
  transaction(db, { mode: 'read' }, async (tx) => {
    const organs = sql.join(
      plantings.map(({ at, organ }) => sql`(${Number(at)}::int, ${organ.code}::text)`),
      sql`, `,
    )
    const [row] = await tx.execute<{ empty: boolean; interrupted: boolean }>(sql`
      select not exists (select from unit) and not exists (select from installation) as empty,
        exists (select from installation where installed_by = ${loader})
          and exists (select from (values ${organs}) planted (at, code)
            where not exists (select from unit where unit.jurisdiction = at and unit.code = planted.code)) as interrupted`)
    return row?.empty === true || row?.interrupted === true
  })

/** True when the made-up world is there, but the last of its invented policies is not on its way yet. */
export const wantsPolicies = (db: Database): Promise<boolean> =>
  transaction(db, { mode: 'read' }, async (tx) => {
    const [row] = await tx.execute<{ wanted: boolean }>(sql`
      select exists (select from installation where installed_by = ${loader})
        and not exists (select from installation where plugin_id = ${jiujiangTenure.id}) as wanted`)
    return row?.wanted === true
  })
