import type { Tx } from '../../db/transaction.ts'
import { grouped } from './grouped.ts'
import type { OrgRows, PeopleRows } from './rows.ts'
import {
  type Link,
  loadPostFacts,
  loadSuccessions,
  loadUnitFacts,
  type PostFacts,
  type UnitFacts,
} from './stored-org.ts'
import { earlierFirst, stretchOf } from './stretch.ts'

/** The organisation as it would stand with this roster: its rows over what is stored, by unit and post, oldest first. */
export interface OrgView {
  readonly units: ReadonlyMap<string, readonly UnitFacts[]>
  readonly posts: ReadonlyMap<string, readonly PostFacts[]>
  /** What each directly succeeds. */
  readonly successions: ReadonlyMap<string, readonly Link[]>
}

const filedUnits = ({ units }: OrgRows): UnitFacts[] =>
  units.map(({ draft, self, parent }) => ({
    unit: self.id,
    kind: draft.values.kind ?? 'organ',
    parent: parent?.id ?? null,
    days: stretchOf(draft.values.from, draft.values.to),
  }))

const filedPosts = ({ posts }: OrgRows): PostFacts[] =>
  posts.map(({ draft, self, unit, reportsTo }) => ({
    post: self.id,
    unit: unit.id,
    reportsTo: reportsTo?.id ?? null,
    seats: draft.values.seat ?? [],
    quota: draft.values.quota ?? 1,
    authority: draft.values.authority,
    days: stretchOf(draft.values.from, draft.values.to),
  }))

const filedLinks = ({ units, posts }: OrgRows): Link[] => [
  ...units.flatMap(({ self, succeeds }) =>
    succeeds.map((e): Link => ({ kind: 'unit', later: self.id, earlier: e.id })),
  ),
  ...posts.flatMap(({ self, succeeds }) =>
    succeeds.map((e): Link => ({ kind: 'post', later: self.id, earlier: e.id })),
  ),
]

/** What the file states replaces what is stored under the same code. */
const over = <
  R extends { readonly days: { readonly from: { lo: number; hi: number }; readonly to: { lo: number; hi: number } } },
>(
  filed: readonly R[],
  stored: readonly R[],
  key: (row: R) => string,
): ReadonlyMap<string, readonly R[]> => {
  const own = new Set(filed.map(key))
  const all = [...filed, ...stored.filter((row) => !own.has(key(row)))]
  return grouped(
    all.sort((a, b) => earlierFirst(a.days, b.days)),
    key,
  )
}

/** Loads what is stored of everything the roster's rows stand on, and lays the rows over it. */
export const viewOrg = async (tx: Tx, org: OrgRows, people: PeopleRows): Promise<OrgView> => {
  const entities = [
    ...org.units.flatMap(({ self, parent }) => [self, parent]),
    ...org.posts.flatMap(({ self, unit, reportsTo }) => [self, unit, reportsTo]),
    ...people.assignments.map(({ post }) => post),
  ].filter((entity) => entity !== null)
  const roots = [...new Set(entities.map(({ root }) => root))]
  const stored = new Set(entities.filter((entity) => entity.stored).map(({ id }) => id))
  const posts = over(filedPosts(org), await loadPostFacts(tx, roots, stored), ({ post }) => post)
  const storedUnits = new Set([
    ...stored,
    ...[...posts.values()].flatMap((versions) => versions.map(({ unit }) => unit)),
  ])
  const units = over(filedUnits(org), await loadUnitFacts(tx, roots, storedUnits), ({ unit }) => unit)
  const links = filedLinks(org)
  const restated = new Set([...org.units, ...org.posts].map(({ self }) => self.id))
  const older = await loadSuccessions(tx, [...new Set(links.map(({ earlier }) => earlier))])
  const successions = grouped([...links, ...older.filter(({ later }) => !restated.has(later))], ({ later }) => later)
  return { units, posts, successions }
}
