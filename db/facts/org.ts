import { and, asc, eq, sql } from 'drizzle-orm'
import type { Org, PostVersion, TeamVersion, UnitVersion } from '../../policy/index.ts'
import { among, grouped, heldTrue, type KnownAt, type Ref } from '../recorded.ts'
import { validityRanges } from '../stated.ts'
import { postVersion } from '../tables/post.ts'
import { team, teamVersion } from '../tables/team.ts'
import { unit, unitVersion } from '../tables/unit.ts'
import type { Tx } from '../transaction.ts'

/** Units lie this deep at most; a broken file does not make us climb for ever. */
const deepest = 32

export type Versions<V> = ReadonlyMap<string, readonly V[]>

/** What a cut needs to know of these posts: their versions, those of their units all the way up, and of their teams. */
export const gatherOrg = async (tx: Tx, posts: readonly Ref[], knownAt: KnownAt): Promise<Org> => {
  const postRows = await postVersions(tx, posts, knownAt)
  const [units, teams] = await Promise.all([
    climb(tx, distinct(postRows.map(({ root, unitId }) => ({ root, id: unitId }))), knownAt),
    teamVersions(
      tx,
      distinct(postRows.flatMap(({ root, teamId }) => (teamId === null ? [] : [{ root, id: teamId }]))),
      knownAt,
    ),
  ])
  const byPost = mapped(postRows, (row) => row.postId, postOf)
  return {
    post: (id) => byPost.get(id) ?? [],
    unit: (id) => units.get(id) ?? [],
    team: (id) => teams.get(id) ?? [],
  }
}

export const distinct = (refs: readonly Ref[]): Ref[] => [...new Map(refs.map((ref) => [ref.id, ref])).values()]

export const mapped = <Row, V>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  versionOf: (row: Row) => V,
): Versions<V> => new Map([...grouped(rows, keyOf)].map(([key, group]) => [key, group.map(versionOf)]))

/** What a cut reads of a post. */
const postColumns = {
  root: postVersion.root,
  postId: postVersion.postId,
  fromOn: postVersion.fromOn,
  fromPrecision: postVersion.fromPrecision,
  toOn: postVersion.toOn,
  toPrecision: postVersion.toPrecision,
  unitId: postVersion.unitId,
  level: postVersion.level,
  leading: postVersion.leading,
  seats: postVersion.seats,
  duties: postVersion.duties,
  business: postVersion.business,
  teamId: postVersion.teamId,
  authority: postVersion.authority,
  category: postVersion.category,
  reportsTo: postVersion.reportsTo,
  quota: postVersion.quota,
}
type PostRow = Pick<typeof postVersion.$inferSelect, keyof typeof postColumns>

export const postVersions = async (tx: Tx, posts: readonly Ref[], knownAt: KnownAt): Promise<PostRow[]> =>
  tx
    .select(postColumns)
    .from(postVersion)
    .where(and(among({ root: postVersion.root, id: postVersion.postId }, posts), heldTrue(postVersion, knownAt)))
    .orderBy(sql`${postVersion.fromOn} asc nulls first`, asc(postVersion.id))

export const postOf = (row: PostRow): PostVersion => ({
  ...validityRanges(row),
  unit: row.unitId,
  level: row.level,
  leading: row.leading,
  seats: row.seats,
  duties: row.duties,
  business: row.business,
  team: row.teamId,
  authority: row.authority,
  category: row.category,
  reportsTo: row.reportsTo,
  quota: row.quota,
})

/**
 * A file names the organ in charge by its jurisdiction and code; the engine by its id. One that is not in the graph is nobody's.
 */
export const regulator = (version: string): string => `(select r.id from unit r
  where ${version}.regulated_by ~ '^[0-9]{6}:' and r.root = ${version}.root
    and r.jurisdiction = nullif(split_part(${version}.regulated_by, ':', 1), '')::integer
    and r.code = substr(${version}.regulated_by, 8))`

const unitColumns = {
  version: unitVersion,
  jurisdiction: unit.jurisdiction,
  regulator: sql<string | null>`${sql.raw(regulator('unit_version'))}`,
}
type UnitRow = {
  readonly version: typeof unitVersion.$inferSelect
  readonly jurisdiction: string
  readonly regulator: string | null
}

/** Level by level from the units themselves to the top. */
export const climb = async (tx: Tx, units: readonly Ref[], knownAt: KnownAt): Promise<Versions<UnitVersion>> => {
  const known = new Map<string, readonly UnitVersion[]>()
  let wanted = units
  for (let depth = 0; wanted.length > 0 && depth < deepest; depth += 1) {
    const rows = await unitVersions(tx, wanted, knownAt)
    for (const [id, versions] of mapped(rows, ({ version }) => version.unitId, unitOf)) known.set(id, versions)
    const parents = rows.flatMap(({ version: { root, parentId } }) =>
      parentId === null ? [] : [{ root, id: parentId }],
    )
    wanted = distinct(parents).filter(({ id }) => !known.has(id))
  }
  return known
}

const unitVersions = (tx: Tx, units: readonly Ref[], knownAt: KnownAt): Promise<UnitRow[]> =>
  tx
    .select(unitColumns)
    .from(unitVersion)
    .innerJoin(unit, and(eq(unit.root, unitVersion.root), eq(unit.id, unitVersion.unitId)))
    .where(and(among({ root: unitVersion.root, id: unitVersion.unitId }, units), heldTrue(unitVersion, knownAt)))
    .orderBy(sql`${unitVersion.fromOn} asc nulls first`, asc(unitVersion.id))

const unitOf = ({ version, jurisdiction, regulator: regulatedBy }: UnitRow): UnitVersion => ({
  ...validityRanges(version),
  kind: version.kind,
  parent: version.parentId,
  functions: version.functions,
  jurisdiction,
  legalPerson: version.legalPerson,
  system: version.system,
  regulatedBy,
})

export const teamVersions = async (tx: Tx, teams: readonly Ref[], knownAt: KnownAt): Promise<Versions<TeamVersion>> => {
  if (teams.length === 0) return new Map()
  const rows = await tx
    .select({ version: teamVersion, jurisdiction: team.jurisdiction })
    .from(teamVersion)
    .innerJoin(team, and(eq(team.root, teamVersion.root), eq(team.id, teamVersion.teamId)))
    .where(and(among({ root: teamVersion.root, id: teamVersion.teamId }, teams), heldTrue(teamVersion, knownAt)))
    .orderBy(sql`${teamVersion.fromOn} asc nulls first`, asc(teamVersion.id))
  return mapped(
    rows,
    ({ version }) => version.teamId,
    ({ version, jurisdiction }) => ({
      ...validityRanges(version),
      kind: version.kind,
      jurisdiction,
    }),
  )
}
