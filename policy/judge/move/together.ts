import type { Chart } from '../../facts/org.ts'
import type { Divisions, Setting } from '../../facts/person.ts'
import { relationDays } from '../../facts/relations/relation-days.ts'
import type { Condition } from '../../law/condition.ts'
import type { Installation, PluginDocument } from '../../law/plugin.ts'
import type { TogetherRule } from '../../law/rule.ts'
import type { Day } from '../../time/day.ts'
import { all, always, either, holdsOn, negated, never, some, type Truth, within } from '../../time/truth.ts'
import { compileDated, type DatedRule, pieceOn } from '../compiled-rule.ts'
import { type AsReached, asReached, under } from '../delegation/reading.ts'
import { Fuel } from '../fuel.ts'
import { type ConstantPiece, definitionOf, resolve } from '../resolve.ts'
import { benchOf, type Line, linesOf, versionFor } from '../rule-book.ts'
import { couldBind } from '../stopped.ts'
import { type Crew, crewOf } from '../team/crew.ts'
import { numbersOn, numberWords } from '../team/standing.ts'
import type { TeamFacts } from '../team/team.ts'
import { compileTeamCondition, type TeamNode } from '../team/team-condition.ts'
import { type TeamWeight, teamSteps, teamWeightOf } from '../team/team-steps.ts'
import { inLanguage, type Language } from '../wording/words.ts'
import { type Barred, barFinding, stoppedBar } from './bar-finding.ts'
import type { MoveFacts, MoveFinding } from './move.ts'
import { withoutRestated } from './restated-moves.ts'

/** Days on which the posts two movers leave stand so, the first of them leading. */
type PairOfMoves = (first: MoveFacts, second: MoveFacts, chart: Chart, divisions: Divisions) => Truth

/** What a together rule asks: of every two moves, or of a team that movers leave. */
type Asks =
  | { readonly pair: PairOfMoves; readonly leaves: number }
  | { readonly team: TeamNode; readonly weight: TeamWeight }
type TogetherLine = Line<DatedRule<TogetherRule, { readonly asks: Asks }>>

export const togetherBook = (installations: readonly Installation[], divisions: Divisions): readonly TogetherLine[] =>
  linesOf(benchOf(installations, divisions), (rule, at, values) =>
    rule.kind === 'together'
      ? compileDated(rule, at, (condition, piece) => ({ asks: asksOf(condition, at.plugin, piece) }), values)
      : null,
  )

const asksOf = (condition: Condition, plugin: PluginDocument, piece: ConstantPiece): Asks => {
  const defined: Defined = (name) => definitionOf(plugin, name)
  if (speaksOfTeam(condition, defined)) {
    const team = compileTeamCondition(condition, plugin, piece)
    return { team, weight: teamWeightOf([team]) }
  }
  const asked = resolved(condition, defined)
  return { pair: pairOfMoves(asked, (c) => resolve(c, piece)), leaves: leavesIn(asked) }
}

type Defined = (name: string) => Condition

const speaksOfTeam = (condition: Condition, defined: Defined): boolean => {
  if ('ref' in condition) return speaksOfTeam(defined(condition.ref), defined)
  if ('not' in condition) return speaksOfTeam(condition.not, defined)
  const below = 'all' in condition ? condition.all : 'any' in condition ? condition.any : []
  return 'share' in condition || 'count' in condition || below.some((child) => speaksOfTeam(child, defined))
}

const resolved = (condition: Condition, defined: Defined): Condition =>
  'ref' in condition ? resolved(defined(condition.ref), defined) : condition

const pairOfMoves = (
  condition: Condition,
  valued: (condition: Condition) => ReturnType<typeof resolve<Condition>>,
): PairOfMoves => {
  const below = (children: readonly Condition[]) => children.map((child) => pairOfMoves(child, valued))
  if ('all' in condition) return combined(below(condition.all), all)
  if ('any' in condition) return combined(below(condition.any), some)
  if ('not' in condition) return combined(below([condition.not]), ([truth = always]) => negated(truth))
  const asked = valued(condition)
  if (!('posts' in asked)) throw new RangeError(`\`${Object.keys(condition).join()}\` is no condition about two moves.`)
  return ({ leaves: one }, { leaves: other }, chart, divisions) =>
    one === null || other === null ? never : relationDays(asked.posts, one, other, chart, divisions)
}

const combined =
  (parts: readonly PairOfMoves[], combine: (truths: readonly Truth[]) => Truth): PairOfMoves =>
  (first, second, chart, divisions) =>
    combine(parts.map((part) => part(first, second, chart, divisions)))

const leavesIn = (condition: Condition): number => {
  if ('not' in condition) return leavesIn(condition.not)
  const below = 'all' in condition ? condition.all : 'any' in condition ? condition.any : []
  return below.length === 0 ? 1 : below.reduce((sum, child) => sum + leavesIn(child), 0)
}

/** What a plan is judged with. */
interface Scene {
  readonly chart: Chart
  readonly teams: readonly TeamFacts[]
  readonly setting: Setting
  /** Steps that each move of it may take by one plugin. */
  readonly budget: number
}

/**
 * What may not happen together, of all moves of one plan. A plugin that asks too much is stopped whole, whatever of it had been
 * judged by then; those of others stand.
 */
export const togetherOf = (
  moves: readonly MoveFacts[],
  book: readonly TogetherLine[],
  { chart, teams, setting, budget }: Scene,
): readonly MoveFinding[] => {
  const leaving = moves.filter(({ leaves }) => leaves !== null)
  const fuel = new Fuel(budget * leaving.length)
  const pairs = pairsOf(leaving)
  const crews = teams.flatMap((team) => {
    const movers = leaving.filter(({ leaves }) => leaves?.team === team.id)
    return movers.length === 0 ? [] : [{ team, movers, first: Math.min(...movers.map(({ on }) => on)) }]
  })
  const found = book.flatMap((line) => {
    const charged = (steps: number) => {
      fuel.charge(line.account, steps)
      return !fuel.isStopped(line.account)
    }
    const ofPairs = pairs.flatMap(([a, b]) => {
      const ways = [a, b].map(({ leaves }) => under(leaves?.authority ?? ''))
      if (fuel.isStopped(line.account) || !ways.some((way) => way.mayBeJudged(line.governs))) return []
      const judged = asReached(line, ways, (versions) => pairDays(versions, a, b, chart, setting, charged))
      return told(judged, [a, b], Math.min(a.on, b.on))
    })
    const ofTeams = crews.flatMap(({ team, movers, first }) => {
      if (fuel.isStopped(line.account) || !line.governs(team.authority)) return []
      const crew = crewOf([team], line.jurisdiction, setting, new Map(movers.map((move) => [move.person.id, move])))
      const judged = asReached(line, [under(team.authority)], (versions) => teamDays(versions, crew, charged))
      return told(judged, movers, first, numbered(judged.line, crew, first))
    })
    return [...ofPairs, ...ofTeams].map((finding) => ({ line, finding }))
  })
  const isStopped = ({ account }: TogetherLine) => fuel.isStopped(account)
  const computed = found.filter(({ line }) => !isStopped(line)).map(({ finding }) => finding)
  const stopped = book.filter(isStopped).flatMap((line) => stoppedPlan(line, leaving, fuel.budget))
  return [...withoutRestated(computed, restatesOf(book)), ...stopped]
}

const restatesOf = (book: readonly TogetherLine[]) =>
  new Map(book.map((line) => [line.id, line.versions.at(-1)?.rule.restates ?? []]))

/** A rule nobody computed says of all moves it could bar that nothing is sure. */
const stoppedPlan = (line: TogetherLine, leaving: readonly MoveFacts[], budget: number): readonly MoveFinding[] => {
  const moves = leaving.filter(({ leaves, on }) => line.governs(leaves?.authority ?? '') && mayBind(line, on))
  const on = Math.min(...moves.map((move) => move.on))
  return moves.length === 0 ? [] : [stoppedBar(barredBy(line, moves, on), budget, 'plan')]
}

const mayBind = (line: TogetherLine, on: Day): boolean => holdsOn(couldBind(line), on) !== 'NO'

const barredBy = (line: Barred['line'], moves: readonly MoveFacts[], on: Day): Barred => ({
  line,
  on,
  people: moves.map(({ person }) => person.id),
  moves: moves.map(({ person, leaves }) => `${person.id} ${leaves?.post}`).join(),
})

/** Takes steps from those a plan has; false where there are too few. */
type Charged = (steps: number) => boolean

const pairsOf = (moves: readonly MoveFacts[]): readonly (readonly [MoveFacts, MoveFacts])[] =>
  moves.flatMap((a, i) => moves.slice(i + 1).flatMap((b) => (a.person.id === b.person.id ? [] : [[a, b] as const])))

const pairDays = (
  versions: TogetherLine['versions'],
  a: MoveFacts,
  b: MoveFacts,
  chart: Chart,
  { divisions }: Setting,
  charged: Charged,
): Truth =>
  daysOf(versions, (asks) =>
    'pair' in asks && charged(2 * asks.leaves)
      ? either(asks.pair(a, b, chart, divisions), asks.pair(b, a, chart, divisions))
      : never,
  )

const teamDays = (versions: TogetherLine['versions'], crew: Crew, charged: Charged): Truth =>
  daysOf(versions, (asks) => ('team' in asks && charged(teamSteps(asks.weight, crew)) ? asks.team.truth(crew) : never))

/** How many of the team the rule counts on the day, as a sentence. */
const numbered =
  (line: TogetherLine, crew: Crew, on: Day) =>
  (language: Language): readonly string[] => {
    const asks = pieceOn(versionFor(line, on, on + 1), on)?.asks
    if (asks === undefined || !('team' in asks)) return []
    const sum = numberWords(numbersOn(asks.team, crew, on), on, language)
    return [inLanguage(language, `${sum}。`, `${sum}.`)]
  }

const daysOf = (versions: TogetherLine['versions'], ask: (asks: Asks) => Truth): Truth =>
  versions
    .flatMap(({ pieces }) => pieces)
    .reduce((days, { cut, asks }) => (cut.length === 0 ? days : either(days, within(ask(asks), cut))), never)

const told = (
  { line, bound }: AsReached<TogetherLine['versions'][number]>,
  moves: readonly MoveFacts[],
  on: Day,
  sums: (language: Language) => readonly string[] = () => [],
): readonly MoveFinding[] => {
  const holds = holdsOn(bound, on)
  if (holds === 'NO') return []
  return [
    barFinding(barredBy(line, moves, on), holds === 'YES', (language) => ({ sentences: sums(language), nodes: [] })),
  ]
}
