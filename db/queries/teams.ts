import { and, asc, eq, inArray, like, type SQL } from 'drizzle-orm'
import type { StatedText, TeamKind } from '../../policy/index.ts'
import { team, teamVersion, term } from '../tables/team.ts'
import type { Tx } from '../transaction.ts'
import { type AsOf, endsAfter, inForceFirst, inOrder, isOneOf, knownAt, type RowRef, stated } from './as-of.ts'
import { type CodePage, isAfter } from './code-page.ts'
import { startsWith } from './text.ts'

/** A team as it was on a day. */
export interface TeamRow extends RowRef {
  readonly jurisdiction: string
  readonly code: string
  readonly name: string
  readonly kind: TeamKind
  readonly unitId: string | null
  readonly authority: string | null
  readonly from: StatedText | null
  readonly to: StatedText | null
}

const ofTeam = and(eq(teamVersion.root, team.root), eq(teamVersion.teamId, team.id))

const teamsWhere = (tx: Tx, where: SQL | undefined, { on, knownAt: moment }: AsOf) =>
  tx
    .selectDistinctOn([team.root, team.id], {
      root: team.root,
      id: team.id,
      jurisdiction: team.jurisdiction,
      code: team.code,
      name: teamVersion.name,
      kind: teamVersion.kind,
      unitId: teamVersion.unitId,
      authority: teamVersion.authority,
      from: stated(teamVersion.fromOn, teamVersion.fromPrecision).as('valid_from'),
      to: stated(teamVersion.toOn, teamVersion.toPrecision).as('valid_to'),
    })
    .from(team)
    .innerJoin(teamVersion, and(ofTeam, knownAt(teamVersion, moment)))
    .where(where)
    .orderBy(team.root, team.id, ...inForceFirst(teamVersion, on))

export const teamsAt = async (tx: Tx, refs: readonly RowRef[], at: AsOf): Promise<(TeamRow | null)[]> =>
  inOrder(refs, await teamsWhere(tx, isOneOf(team, refs), at))

/** Teams that carry a code; more than one when several jurisdictions number alike. */
export const teamsByCode = (tx: Tx, code: string, jurisdiction: string | null, at: AsOf): Promise<TeamRow[]> =>
  teamsWhere(tx, and(eq(team.code, code), jurisdiction === null ? undefined : eq(team.jurisdiction, jurisdiction)), at)

export interface TeamSearch {
  readonly jurisdiction?: string | null | undefined
  readonly name?: string | null | undefined
  readonly kind?: TeamKind | null | undefined
}

/** Teams that are so on the day, in the order of code and id. */
export const searchTeams = async (
  tx: Tx,
  search: TeamSearch,
  at: AsOf,
  page: CodePage,
): Promise<readonly TeamRow[]> => {
  const { jurisdiction, name, kind } = search
  const once = and(jurisdiction ? eq(team.jurisdiction, jurisdiction) : undefined, isAfter(team, page.after))
  const on = teamsWhere(tx, once, at).as('on_day')
  return tx
    .select()
    .from(on)
    .where(
      and(
        kind ? eq(on.kind, kind) : undefined,
        name ? like(on.name, `%${startsWith(name)}`) : undefined,
        endsAfter(on.to, at.on),
      ),
    )
    .orderBy(asc(on.code), asc(on.id))
    .limit(page.limit)
}

/** The teams of each of these jurisdictions on the day, in the order of their codes; a jurisdiction has few. */
export const teamsIn = async (tx: Tx, codes: readonly string[], at: AsOf): Promise<(readonly TeamRow[])[]> => {
  const on = teamsWhere(tx, inArray(team.jurisdiction, [...codes]), at).as('on_day')
  const rows = await tx.select().from(on).where(endsAfter(on.to, at.on)).orderBy(asc(on.code), asc(on.id))
  return codes.map((code) => rows.filter((row) => row.jurisdiction === code))
}

/** A numbered term of a team, `[from, to)`. */
export interface TermRow {
  readonly number: number
  readonly from: string
  readonly to: string | null
}

/** The terms of each of these teams that we knew of, oldest first. */
export const termsOf = async (
  tx: Tx,
  refs: readonly RowRef[],
  moment: string | null,
): Promise<(readonly TermRow[])[]> => {
  const key = { root: term.root, id: term.teamId }
  const rows = await tx
    .select({ ...key, number: term.number, from: term.fromOn, to: term.toOn })
    .from(term)
    .where(and(isOneOf(key, refs), knownAt(term, moment)))
    .orderBy(asc(term.fromOn))
  return refs.map(({ root, id }) => rows.filter((row) => row.root === root && row.id === id))
}
