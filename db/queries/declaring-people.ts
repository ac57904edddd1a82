import { and, asc, eq, gt, gte, sql } from 'drizzle-orm'
import { rootOf } from '../divisions.ts'
import type { KnownAt, Ref } from '../recorded.ts'
import { recordedSql } from '../recorded.ts'
import { person } from '../tables/person.ts'
import type { Tx } from '../transaction.ts'

/** People managed exactly here on whose files some tie of kinship stands, in the order of their ids. */
export const peopleWithTies = (
  tx: Tx,
  authority: string,
  from: { readonly id: string | null; readonly including: boolean },
  limit: number,
  knownAt: KnownAt,
): Promise<Ref[]> =>
  tx
    .select({ root: person.root, id: person.id })
    .from(person)
    .where(
      and(
        eq(person.authority, authority),
        from.id === null ? undefined : (from.including ? gte : gt)(person.id, from.id),
        sql`exists (select from kin_edge where kin_edge.root = ${rootOf(authority)}::int and person_id = ${person.id}
          and ${recordedSql(knownAt)})`,
      ),
    )
    .orderBy(asc(person.id))
    .limit(limit)
