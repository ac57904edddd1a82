import { type SQL, sql } from 'drizzle-orm'
import type { Day, KinEdge, KinGraph, ParentKind, Precision, Relative, Sex, TieEnd } from '../../policy/index.ts'
import { type KnownAt, type Ref, recordedSql } from '../recorded.ts'
import { rangeOn } from '../stated.ts'
import type { Tx } from '../transaction.ts'
import { onwards, onwardsSql, startOfWalk, type Walk } from './kin/walk.ts'

/** Someone in a kin graph, and where the file lies. */
export interface KinPerson extends Relative, Ref {
  readonly authority: string
  /** False of a relative who holds no post. */
  readonly staff: boolean
}

/** The ties around some people, with everyone they lead to. */
export interface GatheredKin extends KinGraph {
  /** Everyone in it, the people asked about included. */
  readonly people: ReadonlyMap<string, KinPerson>
}

/** Ancestors this far up or descendants this far down; nobody lives to know more, and a circle in a broken file ends. */
const deepest = 12

/** So few people are read with everyone around them at once. */
const few = 8

/** A walk over a broken file may find half a province: what lies beyond this many people is left out. */
const mostPeople = 200_000

type EdgeRow = {
  readonly id: string
  readonly person_id: string
  readonly relative_root: number
  readonly relative_id: string
  readonly relation: string
  readonly kind: ParentKind | null
  readonly from_day: Day | null
  readonly from_precision: Precision | null
  readonly to_day: Day | null
  readonly to_precision: Precision | null
  readonly ended_by: TieEnd | null
  readonly verified: boolean
  readonly declared: boolean
}

/** Days of the database as the engine's numbers: no text is made of them and read again. */
const dayOf = (column: string) => `${column} - date '1970-01-01'`

const edgeColumns = `id, person_id, relative_root, relative_id, relation, kind, ${dayOf('from_on')} as from_day, from_precision,
  ${dayOf('to_on')} as to_day, to_precision, ended_by, verified, declared`

const edgesOf = (tx: Tx, roots: readonly number[], ids: readonly string[], held: SQL) =>
  tx.execute<EdgeRow>(sql`
    select ${sql.raw(edgeColumns)} from kin_edge
    where root = any(${sql.param(roots)}::int[]) and person_id = any(${sql.param(ids)}::uuid[]) and ${held}`)

/** The ties of everyone the walk comes upon, in one statement: for few people, who never lead to many. */
const edgesAround = (tx: Tx, people: readonly Ref[], held: SQL) =>
  tx.execute<EdgeRow>(sql`
    with recursive walk(root, id, place) as (
      select root, id, ${sql.raw(String(startOfWalk))} from unnest(${sql.param(people.map(({ root }) => root))}::int[],
        ${sql.param(people.map(({ id }) => id))}::uuid[]) as t(root, id)
      union
      select e.relative_root, e.relative_id, e.next
      from walk w cross join lateral (
        select relative_root, relative_id, ${sql.raw(onwardsSql('w.place', 'relation'))} as next
        from kin_edge where root = w.root and person_id = w.id and ${held} offset 0) e
      where e.next <> 0)
    select e.* from (select distinct root, id from walk) w cross join lateral (
      select ${sql.raw(edgeColumns)} from kin_edge where root = w.root and person_id = w.id and ${held} offset 0) e`)

const edgeOf = (row: EdgeRow): KinEdge => ({
  id: row.id,
  person: row.person_id,
  relative: row.relative_id,
  relation: row.relation,
  kind: row.kind,
  from: rangeOn(row.from_day, row.from_precision),
  to: rangeOn(row.to_day, row.to_precision),
  endedBy: row.ended_by,
  verified: row.verified,
  declared: row.declared,
})

type PersonRow = {
  readonly root: number
  readonly id: string
  readonly authority: number
  readonly staff: boolean
  readonly sex: Sex | null
  readonly birth_day: Day | null
  readonly birth_precision: Precision | null
  readonly died_day: Day | null
  readonly died_precision: Precision | null
}

const personColumns = `p.root, p.id, p.authority, p.staff, p.sex, ${dayOf('f.birth_on')} as birth_day, f.birth_precision,
  ${dayOf('f.died_on')} as died_day, f.died_precision`

/** Two lists and a lookup each, in place of a join: before statistics are there, the planner reads whole tables for a join. */
const peopleOf = (tx: Tx, refs: readonly Ref[], held: SQL) => {
  const roots = [...new Set(refs.map(({ root }) => root))]
  const ids = refs.map(({ id }) => id)
  return tx.execute<PersonRow>(sql`
    select ${sql.raw(personColumns)}
    from person p left join lateral (
      select birth_on, birth_precision, died_on, died_precision from person_personnel
      where root = p.root and person_id = p.id and ${held} limit 1) f on true
    where p.root = any(${sql.param(roots)}::int[]) and p.id = any(${sql.param(ids)}::uuid[])`)
}

const personOf = (row: PersonRow): KinPerson => ({
  root: row.root,
  id: row.id,
  authority: String(row.authority),
  staff: row.staff,
  sex: row.sex,
  birth: rangeOn(row.birth_day, row.birth_precision),
  died: rangeOn(row.died_day, row.died_precision),
})

/**
 * The ties around these people as far as the derivations of kinship reach (公务员回避规定第五条; five ties at most, ancestors
 * and descendants further): one statement a round, each about everyone reached by the one before.
 */
export const gatherKin = (tx: Tx, people: readonly Ref[], knownAt: KnownAt = null): Promise<GatheredKin> =>
  gather(tx, people, recordedSql(knownAt))

/**
 * The same over the ties as they are now together with those that were closed since a moment (`null`: by this transaction): whom
 * changes since then may concern. What is closed bears the start of its transaction, which may lie a while before it was seen.
 */
export const gatherKinAcross = (tx: Tx, people: readonly Ref[], since: string | null): Promise<GatheredKin> =>
  gather(
    tx,
    people,
    since === null
      ? sql`(recorded_to is null or recorded_to >= now())`
      : sql`(recorded_to is null or recorded_to >= ${since}::timestamptz - interval '1 hour')`,
  )

const gather = async (tx: Tx, people: readonly Ref[], held: SQL): Promise<GatheredKin> => {
  const edges = new Map<string, KinEdge[]>()
  const known = new Map<string, Ref>(people.map((ref) => [ref.id, ref]))
  if (people.length <= few) keep(await edgesAround(tx, people, held), edges, known)
  else await readInRounds(tx, people, held, edges, known)
  const rows = known.size === 0 ? [] : await peopleOf(tx, [...known.values()], held)
  const found = new Map(rows.map((row) => [row.id, personOf(row)]))
  return {
    people: found,
    relative: (id) => found.get(id) ?? { id, sex: null, birth: null, died: null },
    edges: (id) => edges.get(id) ?? none,
  }
}

const none: readonly KinEdge[] = []

/** Each round is about everyone reached by the one before. */
const readInRounds = async (
  tx: Tx,
  people: readonly Ref[],
  held: SQL,
  edges: Map<string, KinEdge[]>,
  known: Map<string, Ref>,
): Promise<void> => {
  const walks = new Map<string, Walk>()
  let front = new Map<string, Walk>(people.map(({ id }) => [id, startOfWalk]))
  for (let depth = 0; front.size > 0 && depth < deepest; depth += 1) {
    const unread = [...front.keys()].filter((id) => !edges.has(id))
    if (unread.length > 0) await readEdges(tx, unread, held, edges, known)
    front = advance(front, edges, walks)
    if (edges.size > mostPeople) break
  }
}

const readEdges = async (
  tx: Tx,
  ids: readonly string[],
  held: SQL,
  edges: Map<string, KinEdge[]>,
  known: Map<string, Ref>,
): Promise<void> => {
  const roots = [...new Set(ids.map((id) => known.get(id)?.root ?? 0))]
  for (const id of ids) edges.set(id, [])
  keep(await edgesOf(tx, roots, ids, held), edges, known)
}

/** In one order however they were read: of two ways that prove as much the first one counts. */
const keep = (rows: Iterable<EdgeRow>, edges: Map<string, KinEdge[]>, known: Map<string, Ref>): void => {
  const touched = new Set<KinEdge[]>()
  for (const row of rows) {
    const own = edges.get(row.person_id) ?? []
    own.push(edgeOf(row))
    touched.add(own)
    if (own.length === 1) edges.set(row.person_id, own)
    if (!known.has(row.relative_id)) known.set(row.relative_id, { root: row.relative_root, id: row.relative_id })
  }
  for (const own of touched) if (own.length > 1) own.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Who is reached next, and in which ways a derivation may go on from there: only ways not gone before. */
const advance = (
  front: ReadonlyMap<string, Walk>,
  edges: ReadonlyMap<string, readonly KinEdge[]>,
  walks: Map<string, Walk>,
): Map<string, Walk> => {
  const next = new Map<string, Walk>()
  for (const [person, walk] of front) {
    const before = walks.get(person) ?? 0
    const fresh = walk & ~before
    walks.set(person, before | walk)
    if (fresh === 0) continue
    for (const edge of edges.get(person) ?? none) {
      const on = onwards(fresh, edge.relation) & ~(walks.get(edge.relative) ?? 0)
      if (on !== 0) next.set(edge.relative, (next.get(edge.relative) ?? 0) | on)
    }
  }
  return next
}
