import { parse as uuidBytes, v5 as uuidv5 } from 'uuid'
import type { Setting } from '../../facts/person.ts'
import type { Installation } from '../../law/plugin.ts'
import type { Day } from '../../time/day.ts'
import { has, runs } from '../../time/days.ts'
import { holdsOn } from '../../time/truth.ts'
import { type Restates, shownOf } from '../restated.ts'
import { versionFor } from '../rule-book.ts'
import { spansOf } from '../spans.ts'
import type { Crew } from './crew.ts'
import { crewsOf, readingsFor } from './crews-of.ts'
import { type JudgedTeam, judgeTeams, TeamMeter } from './judged-teams.ts'
import { standingOf, stoppedStanding } from './standing.ts'
import type { TeamFacts, TeamFinding, TeamStanding } from './team.ts'
import { type CompiledTeamRule, type TeamLine, type TeamPiece, teamBook } from './team-book.ts'
import { stepsPerTeam } from './team-steps.ts'

/** A bench of installed composition rules, ready to judge teams. */
export interface TeamJudge {
  /** `teams`: those asked about, and with them the other teams of their places where a rule groups by place. */
  findings(teams: readonly TeamFacts[]): readonly TeamFinding[]
  standings(teams: readonly TeamFacts[], on: Day): readonly TeamStanding[]
}

/** `budget`: steps that judging those counted together by one plugin may take. */
export const teamJudge = (
  installations: readonly Installation[],
  setting: Setting,
  budget: number = stepsPerTeam,
): TeamJudge => {
  const book = teamBook(installations, setting.divisions)
  const restated = new Map(book.map((line) => [line.id, line.versions.at(-1)?.rule.restates ?? []]))
  const restates: Restates = ({ rule }) => restated.get(rule) ?? []
  return {
    findings: (teams) => shownOf(judgeTeams(book, teams, setting, budget), findingsOf, restates, sameTeams),
    standings: (teams, on) => standingsOf(book, teams, on, setting, budget),
  }
}

const sameTeams = (a: TeamFinding, b: TeamFinding): boolean => a.teams.join() === b.teams.join()

const namespace = uuidBytes('c2f0b1d6-93a5-5f7e-8d44-1e6a2b7c9f58')
const utf8 = new TextEncoder()

const findingsOf = ({ line, crew, failing }: JudgedTeam): readonly TeamFinding[] => {
  const teams = crew.teams.map(({ id }) => id)
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

const standingsOf = (
  book: readonly TeamLine[],
  teams: readonly TeamFacts[],
  on: Day,
  setting: Setting,
  budget: number,
): readonly TeamStanding[] => {
  const meter = new TeamMeter(budget)
  const there = teams.filter(({ days }) => has(days.possibly, on))
  const asked = book.flatMap((line) => askedOn(line, there, on, setting))
  const computed = asked.map(({ line, version, piece, crew }) =>
    meter.charged(line, piece, crew)
      ? standingOf(version, piece.node, crew, holdsOn(piece.node.truth(crew), on), on)
      : null,
  )
  return asked.flatMap(({ line, version, crew }, i) => {
    const said = meter.isStopped(line, crew) ? stoppedStanding(line, version, crew, on, budget) : computed[i]
    return said ?? []
  })
}

interface Asked {
  readonly line: TeamLine
  readonly version: CompiledTeamRule
  readonly piece: TeamPiece
  readonly crew: Crew
}

/** What a rule asks on a day, and of whom. */
const askedOn = (line: TeamLine, teams: readonly TeamFacts[], on: Day, setting: Setting): readonly Asked[] =>
  readingsFor(line, teams).flatMap(({ versions, concerns }) => {
    const version = versions.findLast(({ pieces }) => pieces.some(({ cut }) => has(cut, on)))
    const piece = version?.pieces.find(({ cut }) => has(cut, on))
    if (version === undefined || piece === undefined) return []
    const crews = crewsOf(line, piece, teams, setting).filter(concerns)
    return crews.map((crew) => ({ line, version, piece, crew }))
  })
