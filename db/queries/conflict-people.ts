import { sql } from 'drizzle-orm'
import { type KnownAt, type Ref, recordedSql } from '../recorded.ts'
import type { Tx } from '../transaction.ts'

const keys = (refs: readonly Ref[]) =>
  [sql.param([...new Set(refs.map(({ root }) => root))]), sql.param(refs.map(({ id }) => id))] as const

/** Which of these people hold or ever held a post, as we knew it at an instant. */
export const everSeated = async (tx: Tx, people: readonly Ref[], knownAt: KnownAt = null): Promise<Ref[]> => {
  if (people.length === 0) return []
  const [roots, ids] = keys(people)
  const rows = await tx.execute<{ root: number; id: string }>(sql`
    select distinct root, person_id as id from ${knownAt === null ? sql`piece` : sql`assignment`}
    where root = any(${roots}::int[]) and person_id = any(${ids}::uuid[])
      and ${knownAt === null ? sql`true` : recordedSql(knownAt)}`)
  return rows.map(({ root, id }) => ({ root, id }))
}

/** A post held, and by which assignment. */
export interface Seat {
  readonly assignment: string
  readonly post: Ref
}

/** Every post these people hold or held, as we knew it at an instant. */
export const seatsOf = async (tx: Tx, people: readonly Ref[], knownAt: KnownAt = null): Promise<Seat[]> => {
  if (people.length === 0) return []
  const [roots, ids] = keys(people)
  const rows = await tx.execute<{ id: string; post_root: number; post_id: string }>(sql`
    select id, post_root, post_id from assignment
    where root = any(${roots}::int[]) and person_id = any(${ids}::uuid[]) and ${recordedSql(knownAt)}`)
  return rows.map(({ id, post_root: root, post_id: post }) => ({ assignment: id, post: { root, id: post } }))
}

/**
 * Whether this very transaction changed the ties of these people, or what kinship reads of their files (birth and death):
 * then others are concerned who are kin through them.
 */
export const kinChangedHere = async (tx: Tx, people: readonly Ref[]): Promise<boolean> => {
  const [roots, ids] = keys(people)
  const of = sql`root = any(${roots}::int[]) and person_id = any(${ids}::uuid[])
    and (recorded_from = now() or recorded_to >= now())`
  const [row] = await tx.execute<{ changed: boolean }>(sql`
    select exists (select from kin_edge where ${of}) or exists (select from person_personnel where ${of}) as changed`)
  return row?.changed === true
}

/** People of these roots whose facts were written since a moment. */
export const revisedIn = async (tx: Tx, roots: readonly number[], since: string): Promise<Ref[]> => {
  const rows = await tx.execute<{ root: number; id: string }>(sql`
    select root, id from person where root = any(${sql.param(roots)}::int[]) and revised_at >= ${since}::timestamptz`)
  return rows.map(({ root, id }) => ({ root, id }))
}

/** Those of these people whose files lie with one of these authorities, by id. */
export const filedWith = async (
  tx: Tx,
  people: readonly Ref[],
  authorities: readonly string[],
): Promise<ReadonlySet<string>> => {
  const [roots, ids] = keys(people)
  const rows = await tx.execute<{ id: string }>(sql`
    select id from person where root = any(${roots}::int[]) and id = any(${ids}::uuid[])
      and authority = any(${sql.param(authorities.map(Number))}::int[])`)
  return new Set(rows.map(({ id }) => id))
}
