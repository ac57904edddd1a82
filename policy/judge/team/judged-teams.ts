import type { Setting } from '../../facts/person.ts'
import { noDays } from '../../time/days.ts'
import { both, either, negated, never, type Truth, within } from '../../time/truth.ts'
import { Fuel } from '../fuel.ts'
import type { Crew } from './crew.ts'
import { crewsOf, readingsFor } from './crews-of.ts'
import type { TeamFacts } from './team.ts'
import type { TeamLine, TeamPiece } from './team-book.ts'
import { teamSteps } from './team-steps.ts'

/** Those whom a rule counts together, and the days they fail it under all of its values. */
export interface JudgedTeam {
  readonly line: TeamLine
  readonly crew: Crew
  readonly failing: Truth
  /** The steps its plugin was allowed and exceeded: the days are those on which the rule could be failed, and nothing was computed. */
  readonly stopped?: number
}

/** What each plugin has spent on each of those counted together. */
export class TeamMeter {
  readonly budget: number
  private readonly fuels = new Map<string, Fuel>()

  constructor(budget: number) {
    this.budget = budget
  }

  /** Takes the steps of judging a crew once; false where the plugin has too few left. */
  charged({ account }: TeamLine, { weight }: TeamPiece, crew: Crew): boolean {
    const fuel = this.fuels.get(crew.name) ?? new Fuel(this.budget)
    this.fuels.set(crew.name, fuel)
    fuel.charge(account, teamSteps(weight, crew))
    return !fuel.isStopped(account)
  }

  isStopped({ account }: TeamLine, { name }: Crew): boolean {
    return this.fuels.get(name)?.isStopped(account) ?? false
  }

  isAnyStopped(): boolean {
    return [...this.fuels.values()].some((fuel) => fuel.isAnyStopped())
  }
}

/**
 * Judges teams by every rule of the book. A plugin that asks too much of those counted together is stopped whole for them,
 * whatever of it had been judged by then; for others, and beside it, everything stands.
 */
export const judgeTeams = (
  book: readonly TeamLine[],
  teams: readonly TeamFacts[],
  setting: Setting,
  budget: number,
): readonly JudgedTeam[] => {
  const meter = new TeamMeter(budget)
  const judged = book.flatMap((line) =>
    judgedBy(line, teams, setting, (crew, piece) =>
      meter.charged(line, piece, crew) ? failingDays(crew, piece.node.truth(crew)) : never,
    ),
  )
  if (!meter.isAnyStopped()) return judged
  const isStopped = ({ line, crew }: JudgedTeam) => meter.isStopped(line, crew)
  const stopped = book.flatMap((line) => judgedBy(line, teams, setting, couldFail)).filter(isStopped)
  return [...judged.filter((one) => !isStopped(one)), ...stopped.map((one) => ({ ...one, stopped: budget }))]
}

type Fails = (crew: Crew, piece: TeamPiece) => Truth

/** S15: each piece of the rule judges its own days with its own values, also whom it counts together. */
const judgedBy = (
  line: TeamLine,
  teams: readonly TeamFacts[],
  setting: Setting,
  fails: Fails,
): readonly JudgedTeam[] => {
  const judged = new Map<string, JudgedTeam>()
  for (const { versions, concerns } of readingsFor(line, teams))
    for (const piece of versions.flatMap(({ pieces }) => pieces)) {
      if (piece.cut.length === 0) continue
      for (const crew of crewsOf(line, piece, teams, setting).filter(concerns)) {
        const before = judged.get(crew.name)
        const failing = within(fails(crew, piece), piece.cut)
        const sum = either(before?.failing ?? never, failing)
        judged.set(crew.name, { line, crew: before?.crew ?? crew, failing: sum })
      }
    }
  return [...judged.values()]
}

/** S20: the tree denotes compliance; what is found is the days it fails. No member, no finding. */
const failingDays = (crew: Crew, complies: Truth): Truth => both(negated(complies), there(crew))

/** Of a rule nobody computed nothing is sure: on each day there is a member, they may fail it. */
const couldFail: Fails = (crew) => ({ surely: noDays, possibly: there(crew).possibly })

/** Days the teams exist and somebody serves in them. */
const there = ({ members, teams }: Crew): Truth => {
  const staffed = members.reduce((days, { belongs }) => either(days, belongs), never)
  return both(
    staffed,
    teams.reduce((days, team) => either(days, team.days), never),
  )
}
