import { sql } from 'drizzle-orm'
import {
  between,
  type DayText,
  type DivisionCode,
  either,
  never,
  type TeamFacts,
  type TeamKind,
  type Truth,
} from '../../policy/index.ts'
import type { Named } from '../queries/rows.ts'
import { among, grouped, heldTrue, type KnownAt, type Ref } from '../recorded.ts'
import { type StoredValidity, validityRanges } from '../stated.ts'
import { assignment } from '../tables/assignment.ts'
import { postVersion } from '../tables/post.ts'
import { team, teamVersion } from '../tables/team.ts'
import type { Tx } from '../transaction.ts'

/** A leading team whose members are named and not yet known. */
export interface GatheredTeam extends Omit<TeamFacts, 'members'> {
  readonly root: number
  readonly members: readonly Ref[]
}

interface Asked {
  /** Other teams of the same places that are of these kinds are gathered too: a rule may count all of a place together. */
  readonly alongside: ReadonlySet<TeamKind>
  /** Members who surely left before this day are left out; `null`: none are. */
  readonly since: DayText | null
  readonly knownAt?: KnownAt
}

/** These teams, everyone who holds or held a post in them, and how many seats they had on which days. */
export const gatherTeams = async (
  tx: Tx,
  asked: readonly Ref[],
  { alongside, since, knownAt = null }: Asked,
): Promise<readonly GatheredTeam[]> => {
  if (asked.length === 0) return []
  const versions = grouped(await versionsOf(tx, asked, alongside, knownAt), ({ id }) => id)
  const refs = [...versions].flatMap(([id, [first]]) => (first === undefined ? [] : [{ root: first.root, id }]))
  const seats = await seatsOf(tx, refs, knownAt)
  const members = await membersOf(tx, seats, since, knownAt)
  const seatsOfTeam = grouped(seats, (row) => row.team)
  return refs.map(({ root, id }) => {
    const own = seatsOfTeam.get(id) ?? []
    const people = own.flatMap(({ post }) => members.get(post) ?? [])
    return {
      ...teamOf(id, versions.get(id) ?? []),
      root,
      seats: seatDays(own),
      members: [...new Map(people.map((ref) => [ref.id, ref])).values()],
    }
  })
}

const validityColumns = `from_on::text as "fromOn", from_precision as "fromPrecision",
  to_on::text as "toOn", to_precision as "toPrecision"`

interface VersionRow extends StoredValidity {
  readonly root: number
  readonly id: string
  readonly jurisdiction: DivisionCode
  readonly authority: DivisionCode | null
  readonly kind: TeamKind
}

const versionsOf = (tx: Tx, teams: readonly Ref[], alongside: ReadonlySet<TeamKind>, knownAt: KnownAt) => {
  const places = sql`select jurisdiction from team where ${among(team, teams)}`
  const beside = sql`${team.root} = any(${sql.param(rootsOf(teams))}::int[]) and ${team.jurisdiction} = any(array(${places}))
    and ${teamVersion.kind} = any(${sql.param([...alongside])}::text[])`
  const wanted = alongside.size === 0 ? among(team, teams) : sql`(${among(team, teams)} or ${beside})`
  return tx.execute<Named<VersionRow>>(sql`
    select ${team.root}, ${team.id}, ${team.jurisdiction}::text, ${teamVersion.authority}::text, ${teamVersion.kind},
      ${sql.raw(validityColumns)}
    from team join team_version on ${teamVersion.root} = ${team.root} and ${teamVersion.teamId} = ${team.id}
    where ${wanted} and ${heldTrue(teamVersion, knownAt)}
    order by ${team.jurisdiction}, ${team.code}, ${teamVersion.fromOn} nulls first`)
}

const rootsOf = (refs: readonly Ref[]): number[] => [...new Set(refs.map(({ root }) => root))]

/** A team without an authority of its own is managed by its place, as a post is; it is of the kind it was last. */
const teamOf = (id: string, versions: readonly VersionRow[]) => {
  const last = versions.at(-1)
  if (last === undefined) throw new RangeError(`Team \`${id}\` has no version.`)
  const days = versions.map(validityRanges).reduce<Truth>((so, { from, to }) => either(so, between(from, to)), never)
  return { id, kind: last.kind, place: last.jurisdiction, authority: last.authority ?? last.jurisdiction, days }
}

interface SeatRow extends StoredValidity {
  readonly root: number
  readonly post: string
  readonly team: string
  readonly quota: number
}

const seatsOf = (tx: Tx, teams: readonly Ref[], knownAt: KnownAt): Promise<readonly Named<SeatRow>[]> =>
  tx.execute<Named<SeatRow>>(sql`
    select root, post_id as post, team_id as team, quota, ${sql.raw(validityColumns)} from post_version
    where ${among({ root: postVersion.root, id: postVersion.teamId }, teams)} and ${heldTrue(postVersion, knownAt)}`)

/** An imprecise day is taken as the first it may be, as wherever seats are counted. */
const seatDays = (rows: readonly SeatRow[]): GatheredTeam['seats'] => {
  const stretches = rows.map((row) => {
    const { from, to } = validityRanges(row)
    return { from: from.lo, to: to.lo, quota: row.quota }
  })
  const days = [...new Set(stretches.flatMap(({ from, to }) => [from, to]))].sort((a, b) => (a < b ? -1 : 1))
  return days.slice(0, -1).flatMap((from, i) => {
    const there = stretches.filter((s) => s.from <= from && from < s.to)
    const seats = there.reduce((sum, { quota }) => sum + quota, 0)
    return seats === 0 ? [] : [{ from, to: days[i + 1] ?? Infinity, seats }]
  })
}

type MemberRow = { readonly post: string; readonly root: number; readonly id: string }

/** Whoever holds or held each of these posts. */
const membersOf = async (
  tx: Tx,
  seats: readonly SeatRow[],
  since: DayText | null,
  knownAt: KnownAt,
): Promise<ReadonlyMap<string, readonly Ref[]>> => {
  const posts = seats.map(({ root, post }) => ({ root, id: post }))
  const stillThere = since === null ? sql`true` : sql`(to_precision is distinct from 'day' or to_on > ${since})`
  const rows = await tx.execute<MemberRow>(sql`
    select distinct post_id as post, root, person_id as id from assignment
    where ${among({ root: assignment.postRoot, id: assignment.postId }, posts)} and ${heldTrue(assignment, knownAt)}
      and ${stillThere}
    order by post, id`)
  return new Map(
    [...grouped(rows, ({ post }) => post)].map(([post, held]) => [post, held.map(({ root, id }) => ({ root, id }))]),
  )
}
