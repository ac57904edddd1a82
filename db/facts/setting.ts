import { and, asc, type SQL, sql } from 'drizzle-orm'
import { day, type PersonFacts, type Setting, type SuccessionKind, type Term } from '../../policy/index.ts'
import { divisions } from '../divisions.ts'
import { grouped, heldTrue, type KnownAt } from '../recorded.ts'
import { succession } from '../tables/succession.ts'
import { term } from '../tables/team.ts'
import type { Tx } from '../transaction.ts'

/** Chains of succession are this long at most. */
const longest = 32

/** What the judge needs to know beside these people: what their posts, units and teams succeeded, and the teams' terms. */
export const settingFor = async (tx: Tx, people: readonly PersonFacts[], knownAt: KnownAt = null): Promise<Setting> => {
  const [links, terms] = await Promise.all([
    successions(tx, keysOf(people), knownAt),
    termsOf(tx, teamsOf(people), knownAt),
  ])
  return settingOf(links, terms)
}

const settingOf = (
  links: ReadonlyMap<string, readonly string[]>,
  terms: ReadonlyMap<string, readonly Term[]>,
): Setting => ({
  predecessors: (kind, later) => links.get(`${kind}:${later}`) ?? none,
  terms: (team) => terms.get(team) ?? none,
  divisions,
})

const none: readonly never[] = []

/** The same for everyone: reforms and terms are few beside people. */
export const wholeSetting = async (tx: Tx, knownAt: KnownAt = null): Promise<Setting> => {
  const rows = await tx
    .select({ kind: succession.kind, laterId: succession.laterId, earlierId: succession.earlierId })
    .from(succession)
    .where(heldTrue(succession, knownAt))
    .orderBy(asc(succession.earlierId))
  const links = new Map<string, string[]>()
  for (const { kind, laterId, earlierId } of rows) {
    const key = `${kind}:${laterId}`
    const earlier = links.get(key)
    if (earlier === undefined) links.set(key, [earlierId])
    else earlier.push(earlierId)
  }
  return settingOf(links, await termsWhere(tx, heldTrue(term, knownAt)))
}

const keysOf = (people: readonly PersonFacts[]): ReadonlySet<string> => {
  const keys = new Set<string>()
  for (const { pieces } of people) {
    for (const { post, internalUnit, organ, legalPerson, team } of pieces) {
      for (const key of [post, internalUnit, organ, legalPerson, team]) if (key !== null) keys.add(key)
    }
  }
  return keys
}

const teamsOf = (people: readonly PersonFacts[]): ReadonlySet<string> =>
  new Set(people.flatMap(({ pieces }) => pieces.flatMap(({ team }) => (team === null ? [] : [team]))))

/** From each key back through all it succeeded, link by link. */
const successions = async (
  tx: Tx,
  keys: ReadonlySet<string>,
  knownAt: KnownAt,
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const links = new Map<string, string[]>()
  const seen = new Set(keys)
  let wanted = [...keys]
  for (let step = 0; wanted.length > 0 && step < longest; step += 1) {
    const rows = await linksFrom(tx, wanted, knownAt)
    for (const { kind, laterId, earlierId } of rows) {
      const key = `${kind}:${laterId}`
      links.set(key, [...(links.get(key) ?? []), earlierId])
    }
    wanted = [...new Set(rows.map(({ earlierId }) => earlierId))].filter((id) => !seen.has(id))
    for (const id of wanted) seen.add(id)
  }
  return links
}

const linksFrom = (
  tx: Tx,
  later: readonly string[],
  knownAt: KnownAt,
): Promise<{ kind: SuccessionKind; laterId: string; earlierId: string }[]> =>
  tx
    .select({ kind: succession.kind, laterId: succession.laterId, earlierId: succession.earlierId })
    .from(succession)
    .where(and(sql`${succession.laterId} = any(${sql.param([...later])}::uuid[])`, heldTrue(succession, knownAt)))
    .orderBy(asc(succession.earlierId))

const termsOf = async (
  tx: Tx,
  teams: ReadonlySet<string>,
  knownAt: KnownAt,
): Promise<ReadonlyMap<string, readonly Term[]>> => {
  if (teams.size === 0) return new Map()
  return termsWhere(tx, and(sql`${term.teamId} = any(${sql.param([...teams])}::uuid[])`, heldTrue(term, knownAt)))
}

const termsWhere = async (tx: Tx, where: SQL | undefined): Promise<ReadonlyMap<string, readonly Term[]>> => {
  const rows = await tx
    .select({ teamId: term.teamId, number: term.number, fromOn: term.fromOn, toOn: term.toOn })
    .from(term)
    .where(where)
    .orderBy(asc(term.fromOn))
  const asTerm = ({ number, fromOn, toOn }: (typeof rows)[number]): Term => ({
    number,
    from: day(fromOn),
    to: toOn === null ? Infinity : day(toOn),
  })
  return new Map([...grouped(rows, (row) => row.teamId)].map(([team, group]) => [team, group.map(asTerm)]))
}
