import { readdirSync } from 'node:fs'
import { getTableName, is, sql } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect, type Database } from '../../db/connect.ts'
import { migrate, NewerSchema } from '../../db/migrate.ts'
import { privileges } from '../../db/privileges.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'

let fresh: FreshDatabase
let owner: Database
beforeAll(async () => {
  fresh = await freshDatabase()
  owner = connect(fresh.ownerUrl)
})
afterAll(async () => {
  await owner.close()
  await fresh.close()
})

const read = <T>(work: (tx: Tx) => Promise<T>) => transaction(owner, { mode: 'read' }, work)

const tables = async (): Promise<PgTable[]> => {
  const folder = new URL('../../db/tables/', import.meta.url)
  const modules: object[] = await Promise.all(readdirSync(folder).map((file) => import(new URL(file, folder).href)))
  return modules.flatMap((module) => Object.values(module)).filter((value): value is PgTable => is(value, PgTable))
}

describe('the schema', () => {
  it('has the columns that the tables say', async () => {
    const declared = (await tables()).flatMap((table) =>
      getTableConfig(table).columns.map(({ name, notNull }) => {
        const column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
        return `${getTableName(table)}.${column}${notNull ? ' not null' : ''}`
      }),
    )
    const stored = await read((tx) =>
      tx.execute<{ name: string }>(sql`
        select table_name || '.' || column_name || case is_nullable when 'NO' then ' not null' else '' end as name
        from information_schema.columns where table_schema = 'public' and table_name <> 'schema_migration'`),
    )
    expect(stored.map(({ name }) => name).toSorted()).toEqual(declared.toSorted())
  })

  it('says of every table what the application may do with it', async () => {
    expect(Object.keys(privileges).toSorted()).toEqual((await tables()).map(getTableName).toSorted())
  })

  it('is guarded by no trigger and counted by no sequence', async () => {
    const found = await read((tx) =>
      tx.execute(sql`
        select tgname as name from pg_trigger where not tgisinternal
        union all select sequencename from pg_sequences where schemaname = 'public'`),
    )
    expect([...found]).toEqual([])
  })
})

describe('migrating', () => {
  it('again changes nothing, however many do so at once', async () => {
    const all = await Promise.all([1, 2, 3].map(() => migrate(fresh.ownerUrl, fresh.appUrl)))
    expect(all).toEqual([[], [], []])
  })

  it('leaves the database to its two roles, and the application without tables of its own', async () => {
    await migrate(fresh.ownerUrl, fresh.appUrl)
    const [rights] = await transaction(fresh.db, { mode: 'read' }, (tx) =>
      tx.execute(sql`
        select has_database_privilege(current_database(), 'connect') as connects,
          has_database_privilege(current_database(), 'temporary') as temporary,
          has_database_privilege(current_database(), 'create') as schemas,
          has_schema_privilege('public', 'create') as tables,
          exists (select from pg_database, aclexplode(datacl) where datname = current_database() and grantee = 0) as everyone`),
    )
    expect(rights).toEqual({ connects: true, temporary: false, schemas: false, tables: false, everyone: false })
  })

  it('refuses a database that a newer version has been at, and says the way out', async () => {
    const alter = (statement: string) => transaction(owner, { mode: 'write' }, (tx) => tx.execute(sql.raw(statement)))
    await alter(`insert into schema_migration (name) values ('9999_from_the_future')`)
    const refused = migrate(fresh.ownerUrl, fresh.appUrl)
    await expect(refused).rejects.toBeInstanceOf(NewerSchema)
    await expect(refused).rejects.toThrow(/9999_from_the_future.*newer version.*Start that version again/)
    await alter(`delete from schema_migration where name = '9999_from_the_future'`)
    expect(await migrate(fresh.ownerUrl, fresh.appUrl)).toEqual([])
  })
})
