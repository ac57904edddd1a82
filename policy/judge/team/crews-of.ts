import type { Setting } from '../../facts/person.ts'
import { never } from '../../time/truth.ts'
import { readingsOf, under } from '../delegation/reading.ts'
import { type Crew, crewOf } from './crew.ts'
import type { TeamFacts } from './team.ts'
import type { CompiledTeamRule, TeamLine, TeamPiece } from './team-book.ts'

/** Whom a rule counts together while its values are these: each team for itself, or all of a place. */
export const crewsOf = (
  line: TeamLine,
  { of }: TeamPiece,
  teams: readonly TeamFacts[],
  setting: Setting,
): readonly Crew[] => {
  const meant = teams.filter((team) => line.governs(team.authority) && isMeant(of, team, setting))
  const groups = new Map<string, TeamFacts[]>()
  for (const team of meant) {
    const key = of.groupBy === 'place' ? team.place : team.id
    groups.set(key, [...(groups.get(key) ?? []), team])
  }
  return [...groups.values()].map((group) => crewOf(group, line.jurisdiction, setting))
}

/** A rule with the values of one place, and the teams it is asked of with these. */
export interface TeamReading {
  readonly versions: readonly CompiledTeamRule[]
  concerns(crew: Crew): boolean
}

/** Each team is judged with the values of the lowest place above it that sets any, else with the superior's own. */
export const readingsFor = (line: TeamLine, teams: readonly TeamFacts[]): readonly TeamReading[] => {
  if (line.locals === null) return [{ versions: line.versions, concerns: () => true }]
  const byVersions = new Map<readonly CompiledTeamRule[], Set<string>>()
  for (const { id, authority } of teams)
    for (const { versions } of readingsOf(line, under(authority), () => never))
      byVersions.set(versions, (byVersions.get(versions) ?? new Set()).add(id))
  return [...byVersions].map(([versions, ids]) => ({
    versions,
    concerns: (crew) => crew.teams.some(({ id }) => ids.has(id)),
  }))
}

const isMeant = ({ teamKind, place }: TeamPiece['of'], team: TeamFacts, { divisions }: Setting): boolean => {
  const level = divisions.level(team.place)
  return teamKind.includes(team.kind) && (place === undefined || (level !== null && place.includes(level)))
}
