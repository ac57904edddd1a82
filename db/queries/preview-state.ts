import { sql } from 'drizzle-orm'
import type { Tx } from '../transaction.ts'

/** One authority's files as they stand: how many, and when they were revised. */
export type AuthorityState = readonly [authority: string, people: number, lastRevised: string, revisions: string]

/**
 * The sum of the moments besides the last one: a change that was under way while a later one was recorded already moves the
 * sum, and not the last.
 */
export const authorityStates = async (tx: Tx, authorities: readonly string[]): Promise<AuthorityState[]> => {
  const rows = await tx.execute<{ authority: string; people: number; last: string; sum: string }>(sql`
    select authority::text, count(*)::int as people, (max(extract(epoch from revised_at)) * 1000000)::bigint::text as last,
      sum((extract(epoch from revised_at) * 1000000)::bigint)::text as sum
    from person where authority = any(${sql.param(authorities.map(Number))}::int[]) group by authority order by person.authority`)
  return rows.map(({ authority, people, last, sum }) => [authority, people, last, sum])
}
