import { type Kinship, kinOf } from '../../../policy/index.ts'
import { textOfDay } from '../calendar.ts'
import type { Dice } from '../random.ts'
import { asStated, type Choice, completed, extremes, type KnownFamily, randomChoice } from './completion.ts'
import { bits, byDefinition } from './definition.ts'
import { type Family, graphOf } from './family.ts'

export type Tally = Map<string, number>

/** Bounds laid flat, `[from, to)` after `[from, to)`. */
export type DayList = readonly number[]

/** What is compared: on which days the relative is this to the person. */
interface Question {
  readonly name: string
  readonly mask: number
  readonly asks: (kin: Kinship) => boolean
}

const inClass =
  (name: Kinship['class'], listed: boolean) =>
  (kin: Kinship): boolean =>
    kin.class === name && kin.listed === listed

const noted = [
  'AFTER_ADOPTION',
  'AFTER_DEATH',
  'STEP',
  'DISTANT_IN_LAW',
  'IN_LAW_OF_IN_LAW',
  'SPECIAL_INTEREST',
] as const

export const questions: readonly Question[] = [
  { name: 'SPOUSE', mask: bits.K1, asks: inClass('SPOUSE', true) },
  { name: 'DIRECT_BLOOD', mask: bits.K2, asks: inClass('DIRECT_BLOOD', true) },
  { name: 'COLLATERAL_WITHIN_THREE', mask: bits.K3, asks: inClass('COLLATERAL_WITHIN_THREE', true) },
  {
    name: 'NEAR_AFFINITY',
    mask: bits.K4A | bits.K4B | bits.K4C | bits.K4D | bits.K4E,
    asks: inClass('NEAR_AFFINITY', true),
  },
  { name: 'NEAR_AFFINITY on the other list', mask: bits.K4E_BACK, asks: inClass('NEAR_AFFINITY', false) },
  {
    name: 'a class that is always listed, yet not listed',
    mask: 0,
    asks: (kin) => !kin.listed && kin.class !== null && kin.class !== 'NEAR_AFFINITY',
  },
  ...noted.map((name) => ({
    name,
    mask: bits[name],
    asks: (kin: Kinship) => kin.class === null && kin.pattern === name,
  })),
  { name: 'CHILD', mask: bits.CHILD, asks: (kin) => kin.words.includes('CHILD') },
  { name: 'CHILD_SPOUSE', mask: bits.CHILD_SPOUSE, asks: (kin) => kin.words.includes('CHILD_SPOUSE') },
]

export const united = (lists: readonly DayList[]): DayList => {
  const only = lists[0]
  if (only === undefined) return []
  if (lists.length === 1) return only
  const spans: [number, number][] = []
  for (const list of lists)
    for (let i = 0; i < list.length; i += 2) spans.push([list[i] ?? Infinity, list[i + 1] ?? Infinity])
  spans.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  const out: number[] = []
  for (const [from, to] of spans) {
    const end = out.at(-1)
    if (end === undefined || from > end) out.push(from, to)
    else if (to > end) out[out.length - 1] = to
  }
  return out
}

const same = (a: DayList, b: DayList): boolean => a.length === b.length && a.every((bound, i) => bound === b[i])

const inside = (a: DayList, b: DayList): boolean => {
  let at = 0
  for (let i = 0; i < a.length; i += 2) {
    const [from = 0, to = 0] = [a[i], a[i + 1]]
    while (at < b.length && (b[at + 1] ?? 0) < to) at += 2
    if (at >= b.length || (b[at] ?? 0) > from) return false
  }
  return true
}

interface Sides {
  readonly surely: DayList
  readonly possibly: DayList
}
const nothing: Sides = { surely: [], possibly: [] }

/** Of `size * person + relative`, the answer to every question; absent where there is none at all. */
type Answers = readonly (readonly Sides[] | undefined)[]

export const answersOf = (family: Family, kin: readonly (readonly Kinship[])[]): Answers => {
  const size = family.people.length
  const answers: (readonly Sides[] | undefined)[] = new Array(size * size).fill(undefined)
  kin.forEach((ways, person) => {
    const byRelative = new Map<number, Kinship[]>()
    for (const way of ways) {
      const relative = Number(way.relative)
      byRelative.set(relative, [...(byRelative.get(relative) ?? []), way])
    }
    for (const [relative, its] of byRelative)
      answers[size * person + relative] = questions.map(({ asks }) => {
        const asked = its.filter(asks)
        if (asked.length === 0) return nothing
        return {
          surely: united(asked.map(({ truth }) => truth.surely)),
          possibly: united(asked.map(({ truth }) => truth.possibly)),
        }
      })
  })
  return answers
}

/** The days of every question between every two, by the definition. */
export const definedDays = (family: KnownFamily, tally: Tally | null): (readonly DayList[] | undefined)[] => {
  const stretches = byDefinition(family)
  const { size } = family
  const out: (DayList[] | undefined)[] = new Array(size * size).fill(undefined)
  let met = 0
  for (let pair = 0; pair < out.length; pair += 1) {
    let ever = 0
    for (const { kin } of stretches) ever |= kin[pair] ?? 0
    if (ever === 0) continue
    met |= ever
    out[pair] = questions.map(({ mask }) => {
      if ((mask & ever) === 0) return []
      const days: number[] = []
      let on = false
      for (const { from, kin } of stretches) {
        const now = ((kin[pair] ?? 0) & mask) !== 0
        if (now !== on) days.push(from)
        on = now
      }
      if (on) days.push(Infinity)
      return days
    })
  }
  if (tally !== null) for (const [name, bit] of Object.entries(bits)) if ((met & bit) !== 0) count(tally, `kin ${name}`)
  return out
}

export const count = (tally: Tally, what: string): void => {
  tally.set(what, (tally.get(what) ?? 0) + 1)
}

export interface Disagreement {
  readonly person: number
  readonly relative: number
  readonly says: string
}

const shown = (days: DayList): string => {
  const spans = []
  for (let i = 0; i < days.length; i += 2) spans.push(`[${textOfDay(days[i] ?? 0)}, ${textOfDay(days[i + 1] ?? 0)})`)
  return spans.length === 0 ? 'never' : spans.join(' ')
}

const empty: readonly DayList[] = questions.map(() => [])
const noAnswer: readonly Sides[] = questions.map(() => nothing)

export const against = (
  size: number,
  answers: Answers,
  defined: readonly (readonly DayList[] | undefined)[],
  agree: (answer: Sides, days: DayList) => boolean,
  how: string,
): Disagreement | null => {
  for (let pair = 0; pair < answers.length; pair += 1) {
    if (answers[pair] === undefined && defined[pair] === undefined) continue
    const [its, days] = [answers[pair] ?? noAnswer, defined[pair] ?? empty]
    for (let at = 0; at < questions.length; at += 1) {
      const [answer, must] = [its[at] ?? nothing, days[at] ?? []]
      if (agree(answer, must)) continue
      const { surely, possibly } = answer
      const found = same(surely, possibly) ? shown(surely) : `surely ${shown(surely)}, possibly ${shown(possibly)}`
      const says = `${questions[at]?.name}: kinOf ${found}; by the definition ${how} ${shown(must)}`
      return { person: Math.floor(pair / size), relative: pair % size, says }
    }
  }
  return null
}

/** Whether both read the pair alike: the classes and notes bind both, whoever’s list they stand on. */
const oneSided = (kin: readonly (readonly Kinship[])[]): Disagreement | null => {
  const of = new Map<string, Kinship[]>()
  for (const way of kin.flat()) {
    const key = `${way.person} ${way.relative} ${way.class ?? way.pattern}`
    const before = of.get(key)
    if (before === undefined) of.set(key, [way])
    else before.push(way)
  }
  for (const [key, ways] of of) {
    const [person = '', relative = '', name = ''] = key.split(' ')
    const back = of.get(`${relative} ${person} ${name}`) ?? []
    for (const side of ['surely', 'possibly'] as const) {
      const [mine, theirs] = [ways, back].map((both) => united(both.map(({ truth }) => truth[side])))
      if (same(mine ?? [], theirs ?? [])) continue
      const says = `${name}: ${side} ${shown(mine ?? [])}, and from the other side ${shown(theirs ?? [])}`
      return { person: Number(person), relative: Number(relative), says }
    }
  }
  return null
}

const patterns: Readonly<Record<Kinship['pattern'], RegExp>> = {
  K1: /^S$/,
  K2: /^(U+|D+)$/,
  K3: /^U{1,2}D{1,2}$/,
  K4A: /^(SU|DS)$/,
  K4B: /^(SUD|UDS)$/,
  K4C: /^SUDS$/,
  K4D: /^DSU$/,
  K4E: /^(U{1,2}D{1,2}S|SU{1,2}D{1,2})$/,
  AFTER_ADOPTION: /^(S?U{0,2}D{0,2}S?|U+|D+|SUDS|DSU)$/,
  AFTER_DEATH: /^(SU|DS|SUDS|DSU|U{1,2}D{1,2}S|SU{1,2}D{1,2})$/,
  STEP: /^(US|SD)$/,
  DISTANT_IN_LAW: /^(SUU|DDS)$/,
  IN_LAW_OF_IN_LAW: /^(UDSU|DSUD|UDSUD)$/,
  SPECIAL_INTEREST: /^I$/,
}
const letters: Readonly<Record<string, string>> = { PARENT: 'U', CHILD: 'D', SPOUSE: 'S', SPECIAL_INTEREST: 'I' }

/** What is wrong with the ties that are to prove it: they do not exist, lead elsewhere, or are another pattern. */
const badWitness = (family: Family, way: Kinship): string | null => {
  const seen = new Set([way.person])
  let at = way.person
  let word = ''
  for (const { tie, edge, to } of way.path) {
    const row = family.ties.find(({ id }) => id === edge)
    if (row === undefined) return `no tie ${edge}`
    const [a, b] = [`${row.a}`, `${row.b}`]
    if (!((a === at && b === to) || (b === at && a === to))) return `${edge} does not lead to ${to}`
    const is =
      row.what === 'spouse' ? 'SPOUSE' : row.what !== 'parent' ? 'SPECIAL_INTEREST' : to === a ? 'PARENT' : 'CHILD'
    if (is !== tie) return `${edge} read as ${tie}`
    if (seen.has(to)) return `${to} twice`
    seen.add(to)
    at = to
    word += letters[tie] ?? '?'
  }
  if (at !== way.relative) return `ends at ${at}`
  return patterns[way.pattern].test(word) ? null : `${word} as ${way.pattern}`
}

const witnesses = (family: Family, kin: readonly (readonly Kinship[])[]): Disagreement | null => {
  for (const way of kin.flat()) {
    const bad = badWitness(family, way)
    const says = `the ties that prove ${way.pattern}: ${bad}`
    if (bad !== null) return { person: Number(way.person), relative: Number(way.relative), says }
  }
  return null
}

const isPrecise = ({ people, ties }: Family): boolean => {
  const adopted = new Set(ties.filter(({ kind }) => kind === 'adoptive').map(({ b }) => b))
  const day = (range: { lo: number; hi: number } | null) => range === null || range.lo === range.hi
  return (
    people.every(({ birth, died }, at) => day(birth) && day(died) && (birth !== null || !adopted.has(at))) &&
    ties.every(({ from, to, verified }) => verified && day(from) && day(to))
  )
}

const exact = ({ surely, possibly }: Sides, days: DayList): boolean => same(surely, days) && same(possibly, days)
const sound = ({ surely, possibly }: Sides, days: DayList): boolean => inside(surely, days) && inside(days, possibly)

/** Where `kinOf` and the definition part, or `null`. */
export const compare = (family: Family, dice: Dice, completions: number, tally: Tally | null): Disagreement | null => {
  const graph = graphOf(family)
  const size = family.people.length
  const kin = family.people.map((_, at) => kinOf(graph, `${at}`))
  const answers = answersOf(family, kin)
  const wrong = oneSided(kin) ?? witnesses(family, kin)
  if (wrong !== null) return wrong
  if (isPrecise(family)) {
    const known = completed(family, asStated)
    if (tally !== null) count(tally, known === null ? 'contradictory' : 'precise')
    return known === null ? null : against(size, answers, definedDays(known, tally), exact, 'exactly')
  }
  if (tally !== null && kin.some((ways) => ways.some(({ truth }) => !same(truth.surely, truth.possibly))))
    count(tally, 'undetermined')
  const choices: Choice[] = [...extremes]
  for (let n = 0; n < completions; n += 1) choices.push(randomChoice(dice))
  for (const choice of choices) {
    const known = completed(family, choice)
    if (known === null) continue
    if (tally !== null) count(tally, 'completion')
    const found = against(size, answers, definedDays(known, null), sound, 'in one completion')
    if (found !== null) return found
  }
  return null
}
