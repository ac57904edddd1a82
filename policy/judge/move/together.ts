import { v5 as uuidv5 } from 'uuid'
import type { Chart } from '../../facts/org.ts'
import type { Divisions, Setting } from '../../facts/person.ts'
import { relationDays } from '../../facts/relations/relation-days.ts'
import type { Condition } from '../../law/condition.ts'
import type { Installation, PluginDocument } from '../../law/plugin.ts'
import type { TogetherRule } from '../../law/rule.ts'
import { type Day, dayText } from '../../time/day.ts'
import { all, always, either, holdsOn, negated, never, some, type Truth, within } from '../../time/truth.ts'
import { compileDated, type DatedRule, pieceOn } from '../compiled-rule.ts'
import { type AsReached, asReached, under } from '../delegation/reading.ts'
import { type ConstantPiece, definitionOf, resolve } from '../resolve.ts'
import { benchOf, type Line, linesOf, versionFor } from '../rule-book.ts'
import { type Crew, crewOf } from '../team/crew.ts'
import { numbersOn, numberWords } from '../team/standing.ts'
import type { TeamFacts } from '../team/team.ts'
import { compileTeamCondition, type TeamNode } from '../team/team-condition.ts'
import { barOnMoveWords } from '../wording/move.ts'
import { citedWords } from '../wording/paragraph.ts'
import { inLanguage, type Language } from '../wording/words.ts'
import type { MoveFacts, MoveFinding } from './move.ts'
import { moveNamespace, utf8 } from './placements.ts'
import { withoutRestated } from './restated-moves.ts'

/** Days on which the posts two movers leave stand so, the first of them leading. */
type PairOfMoves = (first: MoveFacts, second: MoveFacts, chart: Chart, divisions: Divisions) => Truth

/** What a together rule asks: of every two moves, or of a team that movers leave. */
type Asks = { readonly pair: PairOfMoves } | { readonly team: TeamNode }
type TogetherLine = Line<DatedRule<TogetherRule, { readonly asks: Asks }>>

export const togetherBook = (installations: readonly Installation[], divisions: Divisions): readonly TogetherLine[] =>
  linesOf(benchOf(installations, divisions), (rule, at, values) =>
    rule.kind === 'together'
      ? compileDated(rule, at, (condition, piece) => ({ asks: asksOf(condition, at.plugin, piece) }), values)
      : null,
  )

const asksOf = (condition: Condition, plugin: PluginDocument, piece: ConstantPiece): Asks => {
  const defined: Defined = (name) => definitionOf(plugin, name)
  if (speaksOfTeam(condition, defined)) return { team: compileTeamCondition(condition, plugin, piece) }
  return { pair: pairOfMoves(resolved(condition, defined), (c) => resolve(c, piece)) }
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

/** What may not happen together, of all moves of one plan. */
export const togetherOf = (
  moves: readonly MoveFacts[],
  book: readonly TogetherLine[],
  { chart, teams, setting }: { readonly chart: Chart; readonly teams: readonly TeamFacts[]; readonly setting: Setting },
): readonly MoveFinding[] => {
  const leaving = moves.filter(({ leaves }) => leaves !== null)
  const found = book.flatMap((line) => [
    ...pairsOf(leaving).flatMap(([a, b]) => {
      const ways = [a, b].map(({ leaves }) => under(leaves?.authority ?? ''))
      if (!ways.some((way) => way.mayBeJudged(line.governs))) return []
      const judged = asReached(line, ways, (versions) => pairDays(versions, a, b, chart, setting))
      return told(judged, [a, b], Math.min(a.on, b.on))
    }),
    ...teams.flatMap((team) => {
      const movers = leaving.filter(({ leaves }) => leaves?.team === team.id)
      const [first] = movers.map(({ on }) => on).toSorted((a, b) => a - b)
      if (first === undefined || !line.governs(team.authority)) return []
      const crew = crewOf([team], line.jurisdiction, setting, new Map(movers.map((move) => [move.person.id, move])))
      const judged = asReached(line, [under(team.authority)], (versions) => teamDays(versions, crew))
      return told(judged, movers, first, numbered(judged.line, crew, first))
    }),
  ])
  return withoutRestated(found, new Map(book.map((line) => [line.id, line.versions.at(-1)?.rule.restates ?? []])))
}

const pairsOf = (moves: readonly MoveFacts[]): readonly (readonly [MoveFacts, MoveFacts])[] =>
  moves.flatMap((a, i) => moves.slice(i + 1).flatMap((b) => (a.person.id === b.person.id ? [] : [[a, b] as const])))

const pairDays = (
  versions: TogetherLine['versions'],
  a: MoveFacts,
  b: MoveFacts,
  chart: Chart,
  { divisions }: Setting,
): Truth =>
  daysOf(versions, (asks) =>
    'pair' in asks ? either(asks.pair(a, b, chart, divisions), asks.pair(b, a, chart, divisions)) : never,
  )

const teamDays = (versions: TogetherLine['versions'], crew: Crew): Truth =>
  daysOf(versions, (asks) => ('team' in asks ? asks.team.truth(crew) : never))

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
  const version = versionFor(line, on, on + 1)
  const sure = holds === 'YES'
  const name = [line.jurisdiction, line.id, ...moves.map((m) => `${m.person.id} ${m.leaves?.post}`), dayText(on)].join()
  return [
    {
      id: uuidv5(utf8.encode(name), moveNamespace),
      rule: line.id,
      catalogueId: version.rule.catalogueId,
      effect: version.rule.effect,
      jurisdiction: line.jurisdiction,
      digest: version.installation.digest,
      kind: 'together',
      status: sure ? 'ACTIVE' : 'UNDETERMINED',
      people: moves.map(({ person }) => person.id),
      explain: (language) => ({
        text: [citedWords(version, on, language), ...sums(language), barOnMoveWords(sure, on, language)].join(
          inLanguage(language, '', ' '),
        ),
        status: sure ? 'ACTIVE' : 'UNDETERMINED',
        nodes: [],
        exemptions: [],
      }),
    },
  ]
}
