import { sql } from 'drizzle-orm'
import { expect, inject, test } from 'vitest'
import { transaction } from '../../db/transaction.ts'
import { freshDatabase } from '../support/database.ts'
import { oldest } from '../support/older-postgresql.ts'

test('these tests run on the PostgreSQL that this run names: the oldest we promise, or the bundled one', async () => {
  const { db, close } = await freshDatabase()
  const [row] = await transaction(db, { mode: 'read' }, (tx) =>
    tx.execute<{ major: number }>(sql`select current_setting('server_version_num')::int / 10000 as major`),
  )
  expect(row?.major).toBe(inject('installed') === null ? 18 : oldest)
  await close()
})
