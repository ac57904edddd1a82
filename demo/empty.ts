import { sql } from 'drizzle-orm'
import type { Database } from '../db/connect.ts'
import { transaction } from '../db/transaction.ts'

/** True when nobody has filed or installed anything: only then may made-up people come in. */
export const isEmpty = (db: Database): Promise<boolean> =>
  transaction(db, { mode: 'read' }, async (tx) => {
    const [row] = await tx.execute<{ empty: boolean }>(sql`
      select not exists (select from person) and not exists (select from unit)
        and not exists (select from installation) as empty`)
    return row?.empty === true
  })
