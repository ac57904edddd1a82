import { readdirSync, readFileSync } from 'node:fs'
import type { Sql } from 'postgres'
import { openConnection } from '../../db/connection.ts'
import { readClusterFile } from '../../db/embedded/cluster-file.ts'
import { openEmbedded } from '../../db/embedded.ts'
import { type FreshDatabase, freshDatabase } from './database.ts'
import { loadWorld } from './world.ts'

const migrations = new URL('../../db/migrations/', import.meta.url)
/** The last step of the release before: two tables, an index and a rule of the schema were otherwise then. */
const lastStep = '0002_queue'

const superuserOf = (folder: string): string => {
  const cluster = readClusterFile(folder)
  return `postgres://postgres:${cluster?.passwords.superuser}@127.0.0.1:${cluster?.port}/cadre`
}

const using = async <T>(url: string, work: (client: Sql) => Promise<T>): Promise<T> => {
  const { client, end } = await openConnection(url)
  return work(client).finally(end)
}

/**
 * Leaves in this folder what an older release would have: its schema, step by step, and the small world in the columns it
 * had. It judged one chief otherwise than we do: nobody had told it yet that he is due.
 */
export const olderRelease = async (folder: string): Promise<void> => {
  const { ownerUrl, stop } = await openEmbedded(folder, { durable: false })
  await using(ownerUrl, takeSteps)
  const world = await freshDatabase()
  await loadWorld(world.db)
  await using(superuserOf(folder), (client) => copyRows(world, client))
  await world.close()
  await stop()
}

const takeSteps = async (client: Sql): Promise<void> => {
  await client`create table schema_migration (name text primary key, applied_at timestamptz not null default now())`
  const steps = readdirSync(migrations).flatMap((file) => (file.endsWith('.sql') ? [file.slice(0, -4)] : []))
  for (const step of steps.filter((name) => name <= lastStep).sort()) {
    await client.unsafe(readFileSync(new URL(`${step}.sql`, migrations), 'utf8'))
    await client`insert into schema_migration (name, applied_at) values (${step}, now() - interval '1 year')`
  }
}

/** Keys of the older schema that the newer one does without. */
const formerKeys: Readonly<Record<string, string>> = { finding_span: 'row_id' }

/** Tables of the older schema, read where the newer one has them; columns it did not have are left behind. */
const copyRows = (world: FreshDatabase, older: Sql): Promise<void> =>
  using(world.ownerUrl, async (newer) => {
    await older`set session_replication_role = replica`
    for (const table of await tablesIn(older)) {
      const columns = await columnsOf(older, table)
      const former = formerKeys[table]
      const key = former === undefined ? '' : `, gen_random_uuid() as ${former}`
      const [rows] = await newer.unsafe(
        `select coalesce(json_agg(t), '[]')::text as list from (select *${key} from ${table}) t`,
      )
      await older.unsafe(
        `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::text::json)`,
        [rows?.list],
      )
    }
    await older`delete from finding_span where finding_row_id = (select min(row_id::text)::uuid from finding)`
    await older`delete from finding where row_id = (select min(row_id::text)::uuid from finding)`
  })

/** Those that are written, in a list. */
const columnsOf = async (client: Sql, table: string): Promise<string> => {
  const rows = await client<{ name: string }[]>`
    select quote_ident(column_name) as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER'`
  return rows.map(({ name }) => name).join(', ')
}

const tablesIn = async (client: Sql): Promise<readonly string[]> => {
  const rows = await client<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_name <> 'schema_migration' order by 1`
  return rows.map(({ name }) => name)
}

/** Columns that later releases gave to tables of the older one. */
const added = ['mode', 'proposed_by', 'approved_by', 'preview_id', 'rolls_back', 'acknowledged']

/** Every row that people wrote, as text, in the columns the older release had. */
export const rowsWritten = (folder: string): Promise<readonly string[]> =>
  using(superuserOf(folder), async (client) => {
    const judged = new Set(['evaluation', 'finding', 'finding_span', 'job'])
    const tables = (await tablesIn(client)).filter((name) => !judged.has(name))
    const lists = tables.map((table) =>
      client.unsafe<{ row: string }[]>(
        `select '${table} ' || (to_jsonb(t) - '{${added}}'::text[])::text as row from ${table} t`,
      ),
    )
    return (await Promise.all(lists)).flatMap((rows) => rows.map(({ row }) => row)).toSorted()
  })

/** How many findings stand. */
export const findingsSaid = (folder: string): Promise<number> =>
  using(superuserOf(folder), async (client) => {
    const [row] = await client<{ n: number }[]>`
      select count(*)::int as n from finding f join evaluation e on e.root = f.root and e.id = f.evaluation_id
      where f.recorded_to is null and e.state = 'current'`
    return row?.n ?? 0
  })

/** Steps as they were taken, the oldest first. */
export const stepsTaken = (folder: string): Promise<readonly string[]> =>
  using(superuserOf(folder), async (client) =>
    (await client<{ name: string }[]>`select name from schema_migration order by name`).map(({ name }) => name),
  )
