import { sql } from 'drizzle-orm'
import type { Tx } from '../db/transaction.ts'

/** Many rows go in faster when the indexes and references are made afterwards; they are the same as before. */
export const withoutIndexes = async (tx: Tx, table: string, work: () => Promise<unknown>): Promise<void> => {
  const made = await tx.execute<{ drop: string; make: string }>(sql`
    select format('drop index %I', c.relname) as drop, pg_get_indexdef(i.indexrelid) as make
    from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid = ${table}::regclass
      and not exists (select from pg_constraint where conindid = i.indexrelid)
    union all
    select format('alter table %I drop constraint %I', ${table}::text, conname),
      format('alter table %I add constraint %I %s', ${table}::text, conname, pg_get_constraintdef(oid))
    from pg_constraint where conrelid = ${table}::regclass and contype in ('f', 'x')`)
  for (const { drop } of made) await tx.execute(sql.raw(drop))
  await work()
  for (const { make } of made) await tx.execute(sql.raw(make))
}

/** What made-up rows follow from. */
export const madeUp = [
  /** Some number below `most` that follows from `n`. */
  `create function pg_temp.some(n bigint, salt bigint, most bigint) returns bigint immutable language sql
   return abs(hashint8extended(n, salt) % most)`,
  /** In the order of `n`, as ids made one after the other are. */
  `create function pg_temp.made(n bigint, kind bigint) returns uuid immutable language sql return
   (lpad(to_hex(1763000000000 + n), 12, '0') || '7' || lpad(to_hex(hashint8extended(n, kind) & 4095), 3, '0')
    || '8' || lpad(to_hex(hashint8extended(n, kind + 1) & x'0fffffffffffffff'::bigint), 15, '0'))::uuid`,
]
