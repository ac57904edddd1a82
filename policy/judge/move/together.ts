import { v5 as uuidv5 } from 'uuid'
import type { Chart } from '../../facts/org.ts'
import type { Divisions, Setting } from '../../facts/person.ts'
import { relationDays } from '../../facts/relations/relation-days.ts'
import type { Condition } from '../../law/condition.ts'
import type { Installation } from '../../law/plugin.ts'
import type { TogetherRule } from '../../law/rule.ts'
import { type Day, dayText } from '../../time/day.ts'
import { all, always, either, holdsOn, negated, never, some, type Truth, within } from '../../time/truth.ts'
import { compileDated, type DatedRule, pieceOn } from '../compiled-rule.ts'
import { definitionOf, resolve } from '../resolve.ts'
import { compiled, governors, type Line, lines, versionFor } from '../rule-book.ts'
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
  lines(
    compiled(installations, (rule, at) =>
      rule.kind === 'together'
        ? compileDated(rule, at, (condition, piece) => {
            const isOfTeam = speaksOfTeam(condition, (name) => definitionOf(at.plugin, name))
            const asks = isOfTeam
              ? { team: compileTeamCondition(condition, at.plugin, piece) }
              : {
                  pair: pairOfMoves(
                    resolved(condition, (name) => definitionOf(at.plugin, name)),
                    (c) => resolve(c, piece),
                  ),
                }
            return { asks }
          })
        : null,
    ),
    () => '',
    governors(installations, divisions),
  )

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
      const bound = line.governs(a.leaves?.authority ?? '') || line.governs(b.leaves?.authority ?? '')
      const on = Math.min(a.on, b.on)
      return bound ? told(line, [a, b], on, pairDays(line, a, b, chart, setting)) : []
    }),
    ...teams.flatMap((team) => {
      const movers = leaving.filter(({ leaves }) => leaves?.team === team.id)
      const [first] = movers.map(({ on }) => on).toSorted((a, b) => a - b)
      if (first === undefined || !line.governs(team.authority)) return []
      const crew = crewOf([team], line.jurisdiction, setting, new Map(movers.map((move) => [move.person.id, move])))
      return told(line, movers, first, teamDays(line, crew), numbered(line, crew, first))
    }),
  ])
  return withoutRestated(found, new Map(book.map((line) => [line.id, line.versions.at(-1)?.rule.restates ?? []])))
}

const pairsOf = (moves: readonly MoveFacts[]): readonly (readonly [MoveFacts, MoveFacts])[] =>
  moves.flatMap((a, i) => moves.slice(i + 1).flatMap((b) => (a.person.id === b.person.id ? [] : [[a, b] as const])))

const pairDays = (line: TogetherLine, a: MoveFacts, b: MoveFacts, chart: Chart, { divisions }: Setting): Truth =>
  daysOf(line, (asks) =>
    'pair' in asks ? either(asks.pair(a, b, chart, divisions), asks.pair(b, a, chart, divisions)) : never,
  )

const teamDays = (line: TogetherLine, crew: Crew): Truth =>
  daysOf(line, (asks) => ('team' in asks ? asks.team.truth(crew) : never))

/** How many of the team the rule counts on the day, as a sentence. */
const numbered =
  (line: TogetherLine, crew: Crew, on: Day) =>
  (language: Language): readonly string[] => {
    const asks = pieceOn(versionFor(line, on, on + 1), on)?.asks
    if (asks === undefined || !('team' in asks)) return []
    const sum = numberWords(numbersOn(asks.team, crew, on), on, language)
    return [inLanguage(language, `${sum}。`, `${sum}.`)]
  }

const daysOf = ({ versions }: TogetherLine, ask: (asks: Asks) => Truth): Truth =>
  versions
    .flatMap(({ pieces }) => pieces)
    .reduce((days, { cut, asks }) => (cut.length === 0 ? days : either(days, within(ask(asks), cut))), never)

const told = (
  line: TogetherLine,
  moves: readonly MoveFacts[],
  on: Day,
  days: Truth,
  sums: (language: Language) => readonly string[] = () => [],
): readonly MoveFinding[] => {
  const holds = holdsOn(days, on)
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
        text: [citedWords(version, language), ...sums(language), barOnMoveWords(sure, on, language)].join(
          inLanguage(language, '', ' '),
        ),
        status: sure ? 'ACTIVE' : 'UNDETERMINED',
        nodes: [],
        exemptions: [],
      }),
    },
  ]
}
