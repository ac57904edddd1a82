import type { Tx } from '../../../db/transaction.ts'
import { grouped } from '../grouped.ts'
import type { Entity } from './entity.ts'
import type { OrgRows, PeopleRows, PostRow, UnitRow } from './rows.ts'
import { Scattered } from './scattered.ts'
import {
  type Link,
  loadPostFacts,
  loadSuccessions,
  loadUnitFacts,
  type PostFacts,
  type UnitFacts,
} from './stored-org.ts'
import { earlierFirst, type Stretch, stretchOf } from './stretch.ts'

/** What is known of each, oldest first. */
export interface Versions<F> {
  readonly has: (id: string) => boolean
  readonly get: (id: string) => readonly F[] | undefined
  readonly values: () => Iterable<readonly F[]>
}

/** The organisation as it would stand with this roster: its rows over what is stored, by unit and post. */
export interface OrgView {
  readonly units: Versions<UnitFacts>
  readonly posts: Versions<PostFacts>
  /** What each directly succeeds. */
  readonly successions: ReadonlyMap<string, readonly Link[]>
}

const unitFacts = ({ draft, self, parent }: UnitRow): UnitFacts => ({
  unit: self.id,
  kind: draft.values.kind ?? 'organ',
  parent: parent?.id ?? null,
  days: stretchOf(draft.values.from, draft.values.to),
})

const postFacts = ({ draft, self, unit, reportsTo }: PostRow): PostFacts => ({
  post: self.id,
  unit: unit.id,
  reportsTo: reportsTo?.id ?? null,
  seats: draft.values.seat ?? [],
  quota: draft.values.quota ?? 1,
  authority: draft.values.authority,
  days: stretchOf(draft.values.from, draft.values.to),
})

const filedLinks = ({ units, posts }: OrgRows): Link[] => [
  ...units.flatMap(({ self, succeeds }) =>
    succeeds.map((e): Link => ({ kind: 'unit', later: self.id, earlier: e.id })),
  ),
  ...posts.flatMap(({ self, succeeds }) =>
    succeeds.map((e): Link => ({ kind: 'post', later: self.id, earlier: e.id })),
  ),
]

type Dated = { readonly days: Stretch }

const inTime = <F extends Dated>(facts: readonly F[]): readonly F[] =>
  facts.toSorted((a, b) => earlierFirst(a.days, b.days))

/** What the file states replaces what is stored under the same code. Facts of its rows are made when they are asked for. */
const over = <R extends { readonly self: Entity }, F extends Dated>(
  rows: readonly R[],
  facts: (row: R) => F,
  stored: ReadonlyMap<string, readonly F[]>,
): Versions<F> => {
  const filed = new Scattered(rows, ({ self }) => self.id)
  const get = (id: string) => (filed.has(id) ? inTime(filed.get(id).map(facts)) : stored.get(id))
  return { has: (id) => filed.has(id) || stored.has(id), get, values: () => valuesOf([filed, stored], get) }
}

function* valuesOf<F>(
  known: readonly { readonly keys: () => Iterable<string> }[],
  get: Versions<F>['get'],
): Generator<readonly F[]> {
  for (const id of new Set(known.flatMap((each) => [...each.keys()]))) yield get(id) ?? []
}

/** Loads what is stored of everything the roster's rows stand on, and lays the rows over it. */
export const viewOrg = async (tx: Tx, org: OrgRows, people: PeopleRows): Promise<OrgView> => {
  const entities = [
    ...org.units.flatMap(({ self, parent }) => [self, parent]),
    ...org.posts.flatMap(({ self, unit, reportsTo }) => [self, unit, reportsTo]),
    ...people.assignments.map(({ post }) => post),
  ].filter((entity) => entity !== null)
  const roots = [...new Set(entities.map(({ root }) => root))]
  const restated = new Set([...org.units, ...org.posts].map(({ self }) => self.id))
  // Of what the file states anew, what is stored does not count.
  const start = new Set(entities.flatMap(({ id, stored }) => (stored && !restated.has(id) ? [id] : [])))
  const storedPosts = await loadPostFacts(tx, roots, start)
  const posts = over(
    org.posts,
    postFacts,
    grouped(storedPosts, ({ post }) => post),
  )
  const above = [...org.posts.map(({ unit }) => unit.id), ...storedPosts.map(({ unit }) => unit)]
  const storedUnits = await loadUnitFacts(tx, roots, new Set([...start, ...above.filter((id) => !restated.has(id))]))
  const units = over(
    org.units,
    unitFacts,
    grouped(storedUnits, ({ unit }) => unit),
  )
  const links = filedLinks(org)
  const older = await loadSuccessions(tx, [...new Set(links.map(({ earlier }) => earlier))])
  const successions = grouped([...links, ...older.filter(({ later }) => !restated.has(later))], ({ later }) => later)
  return { units, posts, successions }
}
