import { sql } from 'drizzle-orm'
import type { KnownAt } from '../recorded.ts'
import type { Tx } from '../transaction.ts'

/** First part of the keys of our advisory locks; the second is the root. */
const conflictLock = 7_305
const sweepLock = 7_306

/**
 * Keeps the conflicts of these roots as they are for whoever is about to assess pairs there, until the transaction ends.
 *
 * Serializable changes share them: the database sees by itself when one overlooked what another wrote. It does not watch
 * an import or a sweep, which therefore have them alone, and say in the register that they did; a change whose picture is from
 * before that fails here, and is run again.
 */
export const holdConflicts = async (tx: Tx, roots: readonly number[]): Promise<void> => {
  if (roots.length === 0) return
  const sorted = sql.param(roots.toSorted((a, b) => a - b))
  const [held] = await tx.execute<{ serializable: boolean }>(sql`
    with held as materialized (
      select case when current_setting('transaction_isolation') = 'serializable'
        then pg_advisory_xact_lock_shared(${conflictLock}::int, root)::text
        else pg_advisory_xact_lock(${conflictLock}::int, root)::text end as done
      from unnest(${sorted}::int[]) root)
    select current_setting('transaction_isolation') = 'serializable' as serializable, count(done)::int from held`)
  if (held?.serializable === true) {
    await tx.execute(sql`
      insert into conflict_register (root) select unnest(${sorted}::int[]) on conflict do nothing`)
    await tx.execute(sql`select root from conflict_register where root = any(${sorted}::int[]) for share`)
    return
  }
  await tx.execute(sql`
    insert into conflict_register (root) select unnest(${sorted}::int[])
    on conflict (root) do update set revised_at = clock_timestamp()`)
}

/**
 * The moment whose policy applies to pairs in these roots now: `null` is the present. While a sweep of a root is on its way
 * its pairs go on being assessed under the policy of the last one, so that every answer follows one policy.
 */
export const conflictPolicyMoment = async (tx: Tx, roots: readonly number[]): Promise<KnownAt> => {
  const [row] = await tx.execute<{ moment: string | null }>(sql`
    select min(r.policy_at)::text as moment from conflict_register r
    where r.root = any(${sql.param(roots)}::int[]) and exists (
      select from job where kind = 'conflicts' and authority = r.root
        and (state in ('queued', 'running') or state = 'failed' and created_at >= r.policy_at))`)
  return row?.moment ?? null
}

/** The conflicts of a root now follow the policy of a moment. */
export const tellSwept = async (tx: Tx, root: number, policyAt: string): Promise<void> => {
  await tx.execute(sql`
    insert into conflict_register (root, policy_at) values (${root}, ${policyAt}::timestamptz)
    on conflict (root) do update set policy_at = excluded.policy_at, revised_at = clock_timestamp()`)
}

/** The present moment by the clock, for a sweep that begins. */
export const momentNow = async (tx: Tx): Promise<string> => {
  const [row] = await tx.execute<{ at: string }>(sql`select clock_timestamp()::text as at`)
  if (row === undefined) throw new Error('The database tells no time.')
  return row.at
}

/** Waits until nobody sweeps the root, and is the one to sweep it until the transaction ends. */
export const ownSweep = async (tx: Tx, root: number): Promise<void> => {
  await tx.execute(sql`set local lock_timeout = '10min'`)
  await tx.execute(sql`select pg_advisory_xact_lock(${sweepLock}::int, ${root}::int)`)
}

/** True when nobody alive sweeps the root. */
export const isNobodySweeping = async (tx: Tx, root: number): Promise<boolean> => {
  const [row] = await tx.execute<{ free: boolean }>(
    sql`select pg_try_advisory_xact_lock(${sweepLock}::int, ${root}::int) as free`,
  )
  return row?.free === true
}

/** Which of these roots have people on file of whose pairs nothing was ever said: no sweep has come to them yet. */
export const rootsNeverSwept = async (tx: Tx, roots: readonly number[]): Promise<number[]> => {
  const rows = await tx.execute<{ root: number }>(sql`
    select root from unnest(${sql.param([...roots])}::int[]) root
    where exists (select from person p where p.root = root.root)
      and not exists (select from conflict_register r where r.root = root.root and r.policy_at is not null)
    order by root`)
  return rows.map(({ root }) => root)
}
