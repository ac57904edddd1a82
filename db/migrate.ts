import { readdir, readFile } from 'node:fs/promises'
import { sql } from 'drizzle-orm'
import { connect, type Database } from './connect.ts'
import { allDivisions, rootOf } from './divisions.ts'
import { grantApplication } from './privileges.ts'
import { type Tx, transaction } from './transaction.ts'

const folder = new URL('./migrations/', import.meta.url)

/** Any number; the same for everyone who migrates this schema. */
const lockKey = 2_260_100_000

/** The database was written by a later version of this program than the one that runs. */
export class NewerSchema extends Error {
  override readonly name = 'NewerSchema'
  constructor(unknown: readonly string[]) {
    const names = unknown.map((name) => `\`${name}\``).join(', ')
    super(
      `该数据库含有本版本不认识的升级步骤（${names}）：已被更新的版本使用过，本版本未作任何改动。请重新启动那个版本，或用 DATABASE_URL（或 CADRE_DATA）指定另一数据库。\n` +
        `This database has steps that this version does not know (${names}): a newer version has been at work. Nothing was ` +
        'changed. Start that version again, or point DATABASE_URL (or CADRE_DATA, the data folder) at another database.',
    )
  }
}

/**
 * Brings the schema up to date as its owner, loads the division tree, and gives the application's role its rights. Several
 * processes may do so at once: each step is taken once. Returns the steps taken.
 */
export const migrate = async (ownerUrl: string, appUrl: string = ownerUrl): Promise<readonly string[]> => {
  const db = connect(ownerUrl, { sessions: 1 })
  try {
    await exclusively(db, refuseNewer)
    const applied: string[] = []
    for (const step of await steps()) {
      if (await exclusively(db, (tx) => take(tx, step))) applied.push(step)
    }
    await exclusively(db, loadDivisions)
    const [owner, app] = [new URL(ownerUrl).username, new URL(appUrl).username]
    if (owner !== app) await exclusively(db, (tx) => grantApplication(tx, decodeURIComponent(app)))
    return applied
  } finally {
    await db.close()
  }
}

/** Files of SQL, taken in the order of their names. */
const steps = async (): Promise<readonly string[]> =>
  (await readdir(folder))
    .filter((name) => name.endsWith('.sql'))
    .map((name) => name.slice(0, -4))
    .sort()

const exclusively = <T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> =>
  transaction(db, { mode: 'write', pace: 'job' }, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${lockKey}::bigint)`)
    return work(tx)
  })

const refuseNewer = async (tx: Tx): Promise<void> => {
  await tx.execute(
    sql.raw(
      'create table if not exists schema_migration (name text primary key, applied_at timestamptz not null default now())',
    ),
  )
  const known = new Set(await steps())
  const taken = await tx.execute<{ name: string }>(sql`select name from schema_migration order by name`)
  const unknown = taken.map(({ name }) => name).filter((name) => !known.has(name))
  if (unknown.length > 0) throw new NewerSchema(unknown)
}

const take = async (tx: Tx, step: string): Promise<boolean> => {
  const [done] = await tx.execute(sql`select 1 from schema_migration where name = ${step}`)
  if (done !== undefined) return false
  await tx.execute(sql.raw(await readFile(new URL(`${step}.sql`, folder), 'utf8')))
  await tx.execute(sql`insert into schema_migration (name) values (${step})`)
  return true
}

/**
 * The published tree, row by row: what is new is added, what was renamed is renamed, nothing is taken away. What is there
 * already is not touched, so that a start writes nothing where the disk is full.
 */
const loadDivisions = async (tx: Tx): Promise<void> => {
  const rows = allDivisions.map(({ ancestors, ...division }) => ({
    ...division,
    ancestors: ancestors.map(Number),
    parent: ancestors.at(-1) ?? null,
    root: rootOf(division.code),
  }))
  await tx.execute(sql`
    insert into jurisdiction as kept (code, name, level, kind, parent, ancestors, root)
    select code, name, level, kind, parent, ancestors, root from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as d (code int, name text, level text, kind text, parent int, ancestors int[], root int)
    where not exists (select from jurisdiction as known where known.code = d.code
      and (known.name, known.level, known.kind, known.parent, known.ancestors, known.root)
        is not distinct from (d.name, d.level, d.kind, d.parent, d.ancestors, d.root))
    on conflict (code) do update
      set name = excluded.name, level = excluded.level, kind = excluded.kind, parent = excluded.parent,
          ancestors = excluded.ancestors, root = excluded.root
      where (kept.name, kept.level, kept.kind, kept.parent, kept.ancestors, kept.root)
        is distinct from (excluded.name, excluded.level, excluded.kind, excluded.parent, excluded.ancestors, excluded.root)`)
}
