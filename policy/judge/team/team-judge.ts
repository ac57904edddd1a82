import { parse as uuidBytes, v5 as uuidv5 } from 'uuid'
import type { Divisions, Setting } from '../../facts/person.ts'
import type { Installation } from '../../law/plugin.ts'
import type { CompositionRule } from '../../law/rule.ts'
import type { Day } from '../../time/day.ts'
import { has, runs } from '../../time/days.ts'
import { both, either, holdsOn, negated, never, type Truth, within } from '../../time/truth.ts'
import { compileDated, type DatedRule } from '../compiled-rule.ts'
import { readingsOf, under } from '../delegation/reading.ts'
import { type Resolved, resolve } from '../resolve.ts'
import { type Restates, showOnce } from '../restated.ts'
import { benchOf, type Line, linesOf, versionFor } from '../rule-book.ts'
import { spansOf } from '../spans.ts'
import { type Crew, crewOf } from './crew.ts'
import { standingOf } from './standing.ts'
import type { TeamFacts, TeamFinding, TeamStanding } from './team.ts'
import { compileTeamCondition, type TeamNode } from './team-condition.ts'

/** A bench of installed composition rules, ready to judge teams. */
export interface TeamJudge {
  /** `teams`: those asked about, and with them the other teams of their places where a rule groups by place. */
  findings(teams: readonly TeamFacts[]): readonly TeamFinding[]
  standings(teams: readonly TeamFacts[], on: Day): readonly TeamStanding[]
}

interface TeamPiece {
  readonly of: Resolved<CompositionRule['of']>
  readonly node: TeamNode
}

export type CompiledTeamRule = DatedRule<CompositionRule, TeamPiece>
type TeamLine = Line<CompiledTeamRule>

const teamBook = (installations: readonly Installation[], divisions: Divisions): readonly TeamLine[] =>
  linesOf(benchOf(installations, divisions), (rule, at, values) =>
    rule.kind === 'composition'
      ? compileDated(
          rule,
          at,
          (condition, piece) => ({
            of: resolve(rule.of, piece),
            node: compileTeamCondition(condition, at.plugin, piece),
          }),
          values,
        )
      : null,
  )

export const teamJudge = (installations: readonly Installation[], setting: Setting): TeamJudge => {
  const book = teamBook(installations, setting.divisions)
  const restated = new Map(book.map((line) => [line.id, line.versions.at(-1)?.rule.restates ?? []]))
  const restates: Restates = ({ rule }) => restated.get(rule) ?? []
  return {
    findings: (teams) =>
      showOnce(
        book.flatMap((line) => crews(line, teams, setting).map((crew) => findingsOf(line, crew))).flat(),
        restates,
        (a, b) => a.teams.join() === b.teams.join(),
      ),
    standings: (teams, on) => book.flatMap((line) => standings(line, teams, on, setting)),
  }
}

/** Those counted together under some values of the rule, and the days they fail it under all of them. */
interface Judged {
  readonly crew: Crew
  readonly failing: Truth
}

/** Whom a rule counts together while its values are these: each team for itself, or all of a place. */
const crewsOf = (line: TeamLine, { of }: TeamPiece, teams: readonly TeamFacts[], setting: Setting): readonly Crew[] => {
  const meant = teams.filter((team) => line.governs(team.authority) && isMeant(of, team, setting))
  const groups = new Map<string, TeamFacts[]>()
  for (const team of meant) {
    const key = of.groupBy === 'place' ? team.place : team.id
    groups.set(key, [...(groups.get(key) ?? []), team])
  }
  return [...groups.values()].map((group) => crewOf(group, line.jurisdiction, setting))
}

/** A rule with the values of one place, and the teams it is asked of with these. */
interface TeamReading {
  readonly versions: readonly CompiledTeamRule[]
  concerns(crew: Crew): boolean
}

/** Each team is judged with the values of the lowest place above it that sets any, else with the superior's own. */
const readingsFor = (line: TeamLine, teams: readonly TeamFacts[]): readonly TeamReading[] => {
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

/** S15: each piece of the rule judges its own days with its own values, also whom it counts together. */
const crews = (line: TeamLine, teams: readonly TeamFacts[], setting: Setting): readonly Judged[] => {
  const judged = new Map<string, Judged>()
  for (const { versions, concerns } of readingsFor(line, teams))
    for (const piece of versions.flatMap(({ pieces }) => pieces)) {
      if (piece.cut.length === 0) continue
      for (const crew of crewsOf(line, piece, teams, setting).filter(concerns)) {
        const key = idsOf(crew).toSorted().join()
        const before = judged.get(key)
        const failing = within(failingDays(crew, piece.node), piece.cut)
        judged.set(key, { crew: before?.crew ?? crew, failing: either(before?.failing ?? never, failing) })
      }
    }
  return [...judged.values()]
}

const idsOf = ({ teams }: Crew): readonly string[] => teams.map(({ id }) => id)

const isMeant = ({ teamKind, place }: TeamPiece['of'], team: TeamFacts, { divisions }: Setting): boolean => {
  const level = divisions.level(team.place)
  return teamKind.includes(team.kind) && (place === undefined || (level !== null && place.includes(level)))
}

/** S20: the tree denotes compliance; what is found is the days it fails. No member, no finding. */
const failingDays = (crew: Crew, node: TeamNode): Truth => {
  const staffed = crew.members.reduce((days, { belongs }) => either(days, belongs), never)
  const standing = crew.teams.reduce((days, team) => either(days, team.days), never)
  return both(both(negated(node.truth(crew)), staffed), standing)
}

const namespace = uuidBytes('c2f0b1d6-93a5-5f7e-8d44-1e6a2b7c9f58')
const utf8 = new TextEncoder()

const findingsOf = (line: TeamLine, { crew, failing }: Judged): readonly TeamFinding[] => {
  const teams = idsOf(crew)
  return [...runs(failing.possibly)].map(([from, to], occurrence): TeamFinding => {
    const { rule, installation } = versionFor(line, from, to)
    return {
      id: uuidv5(utf8.encode([line.jurisdiction, line.id, ...teams.toSorted(), occurrence].join()), namespace),
      rule: line.id,
      catalogueId: rule.catalogueId,
      effect: rule.effect,
      jurisdiction: line.jurisdiction,
      digest: installation.digest,
      teams,
      from,
      to,
      spans: spansOf(from, to, failing, [], () => null),
    }
  })
}

const standings = (line: TeamLine, teams: readonly TeamFacts[], on: Day, setting: Setting): readonly TeamStanding[] => {
  const standing = teams.filter(({ days }) => has(days.possibly, on))
  return readingsFor(line, standing).flatMap(({ versions, concerns }) => {
    const version = versions.findLast(({ pieces }) => pieces.some(({ cut }) => has(cut, on)))
    const piece = version?.pieces.find(({ cut }) => has(cut, on))
    if (version === undefined || piece === undefined) return []
    return crewsOf(line, piece, standing, setting)
      .filter(concerns)
      .flatMap((crew) => {
        const said = standingOf(version, piece.node, crew, holdsOn(piece.node.truth(crew), on), on)
        return said === null ? [] : [said]
      })
  })
}
