import type { Edge, PersonFacts, Setting } from '../../policy/facts/person.ts'
import { categories, levelOrder } from '../../policy/facts/vocabulary.ts'
import type { Day } from '../../policy/time/day.ts'
import { dayOfText } from './calendar.ts'
import type { Life } from './life.ts'
import type { Dice } from './random.ts'

/** A fact the file leaves open: a day within a range, or a word of a list. */
export interface Unknown {
  readonly id: string
  readonly choices: { readonly lo: Day; readonly hi: Day } | readonly (string | boolean)[]
}
type Choice = Day | string | boolean
export type Choices = ReadonlyMap<string, Choice>

/** Bounds for days nothing is known about: long enough to matter for every constant of the tests. */
const horizon = { lo: dayOfText('1940-01-01'), hi: dayOfText('2080-01-01') }

const bounded = (range: { lo: Day; hi: Day }) => ({
  lo: Number.isFinite(range.lo) ? range.lo : Math.min(horizon.lo, range.hi),
  hi: Number.isFinite(range.hi) ? range.hi : Math.max(horizon.hi, range.lo),
})

/** Edges with one joint are one unknown day. */
const nameOf = (edge: Edge, own: string): string => (edge.joint === undefined ? own : `joint ${edge.joint}`)

interface Place {
  readonly id: string
  readonly range: { readonly lo: Day; readonly hi: Day }
}

const daysOf = (person: PersonFacts): Place[] => [
  ...person.pieces.flatMap((p, i) => [
    { id: nameOf(p.from, `piece ${i} from`), range: p.from },
    { id: nameOf(p.to, `piece ${i} to`), range: p.to },
  ]),
  ...person.states.flatMap((s) => [
    { id: `state ${s.id} from`, range: s.from },
    { id: `state ${s.id} to`, range: s.to },
  ]),
  ...person.dossier.map((d) => ({ id: `dossier ${d.id}`, range: d.on })),
  ...person.authorities.flatMap((a, i) => [
    { id: `authority ${i} from`, range: a.from },
    { id: `authority ${i} to`, range: a.to },
  ]),
  { id: 'birth', range: person.birth ?? { lo: dayOfText('1945-01-01'), hi: dayOfText('1990-12-31') } },
]

/** Counties at or below a place; all of them when the place is blank. */
const countiesOf = (place: string | null, setting: Setting, counties: readonly string[]): readonly string[] =>
  place === null ? counties : counties.filter((county) => setting.divisions.chain(county).includes(place))

const wordsOf = (person: PersonFacts, setting: Setting, counties: readonly string[]): Unknown[] => {
  const found: Unknown[] = []
  const open = (id: string, value: unknown, choices: readonly (string | boolean)[]) => {
    if (value === null) found.push({ id, choices })
  }
  for (const [i, piece] of person.pieces.entries()) {
    open(`piece ${i} level`, piece.level, levelOrder)
    open(`piece ${i} leading`, piece.leading, [false, true])
    if (person.category === null) open(`piece ${i} category`, piece.category, Object.keys(categories))
  }
  open('sex', person.sex, ['M', 'F'])
  open('ethnicity', person.ethnicity, ['01', '02', '03'])
  open('category', person.category, Object.keys(categories))
  open('education', person.education, ['本科', '硕士', '大专'])
  open('party', person.party, ['中共党员', '群众'])
  const places = [
    person.birthPlace,
    person.nativePlace,
    ...(person.growthPlaces.length > 0 ? person.growthPlaces : [null]),
  ]
  for (const [i, place] of places.entries()) {
    const within = countiesOf(place, setting, counties)
    if (within.length !== 1 || within[0] !== place) found.push({ id: `place ${i}`, choices: within })
  }
  return found
}

export const unknownsOf = (person: PersonFacts, setting: Setting, counties: readonly string[]): Unknown[] => {
  const days = new Map<string, Unknown>()
  for (const { id, range } of daysOf(person)) if (range.lo !== range.hi) days.set(id, { id, choices: bounded(range) })
  return [...days.values(), ...wordsOf(person, setting, counties)]
}

/** The file with the choices filled in, or `null` when a row would end before it starts, or a post be held for no day. */
export const complete = (person: PersonFacts, choices: Choices): Life | null => {
  const dayAt = (id: string, range: { lo: Day; hi: Day }): Day => {
    const chosen = choices.get(id)
    return typeof chosen === 'number' ? chosen : range.lo
  }
  const word = (id: string, value: string | null): string => value ?? String(choices.get(id))
  const span = (id: string, row: { from: Edge; to: Edge }) => ({
    from: dayAt(nameOf(row.from, `${id} from`), row.from),
    to: dayAt(nameOf(row.to, `${id} to`), row.to),
  })
  const category = word('category', person.category)
  const pieces = person.pieces.map((piece, i) => ({
    ...piece,
    ...span(`piece ${i}`, piece),
    level: word(`piece ${i} level`, piece.level),
    leading: piece.leading ?? choices.get(`piece ${i} leading`) === true,
    category: word(`piece ${i} category`, piece.category ?? person.category),
  }))
  const states = person.states.map((state) => ({ ...state, ...span(`state ${state.id}`, state) }))
  const authorities = person.authorities.map((row, i) => ({ ...row, ...span(`authority ${i}`, row) }))
  if (pieces.some((piece) => piece.from >= piece.to)) return null
  if ([...states, ...authorities].some((row) => row.from > row.to)) return null
  const place = (i: number, value: string | null): string => String(choices.get(`place ${i}`) ?? value)
  const growth = person.growthPlaces.length > 0 ? person.growthPlaces : [null]
  const life = {
    ...person,
    pieces,
    states,
    authorities,
    category,
    dossier: person.dossier.map((record) => ({ ...record, on: dayAt(`dossier ${record.id}`, record.on) })),
    birth: dayAt('birth', person.birth ?? { lo: 0, hi: 0 }),
    sex: word('sex', person.sex),
    ethnicity: word('ethnicity', person.ethnicity),
    education: word('education', person.education),
    party: word('party', person.party),
    birthPlace: place(0, person.birthPlace),
    nativePlace: place(1, person.nativePlace),
    growthPlaces: growth.map((value, i) => place(2 + i, value)),
  }
  // Words come from the vocabulary's own lists, so they are words of it.
  return life as Life
}

const among = (unknown: Unknown, dice: Dice, lean: 'low' | 'high' | 'any'): Choice => {
  const { choices } = unknown
  if (!('lo' in choices)) return dice.pick(choices)
  const { lo, hi } = choices
  if (lean === 'low' || (lean === 'any' && dice.chance(0.3))) return lo
  if (lean === 'high' || dice.chance(0.4)) return hi
  return dice.pick([Math.min(lo + 1, hi), Math.max(hi - 1, lo), dice.int(lo, hi), Math.floor((lo + hi) / 2)])
}

/** Every choice for one unknown; a long range by its ends, their neighbours and a few days between. */
const allOf = ({ choices }: Unknown, dice: Dice): Choice[] => {
  if (!('lo' in choices)) return [...choices]
  const { lo, hi } = choices
  if (hi - lo <= 31) return Array.from({ length: hi - lo + 1 }, (_, i) => lo + i)
  return [lo, lo + 1, dice.int(lo, hi), dice.int(lo, hi), hi - 1, hi]
}

/** Whether nothing is unknown but one word, or one day within a month. */
const isSmall = (unknowns: readonly Unknown[]): boolean =>
  unknowns.length <= 1 && unknowns.every(({ choices }) => !('lo' in choices) || choices.hi - choices.lo <= 31)

export interface Completions {
  readonly lives: readonly Life[]
  /** Every way the one unknown may turn out is listed; none was refused because a row would end before it starts. */
  readonly all: boolean
}

const draw = (unknowns: readonly Unknown[], dice: Dice, count: number): Choices[] => {
  const stretch = (first: 'low' | 'high', last: 'low' | 'high'): Choices =>
    new Map(unknowns.map((u) => [u.id, among(u, dice, u.id.endsWith('to') ? last : first)]))
  const random = Array.from({ length: count }, () => new Map(unknowns.map((u) => [u.id, among(u, dice, 'any')])))
  return [stretch('low', 'high'), stretch('high', 'low'), stretch('low', 'low'), stretch('high', 'high'), ...random]
}

/** Completions of a file: all of them for one small unknown, the extremes and a seeded sample otherwise. */
export const completionsOf = (person: PersonFacts, unknowns: readonly Unknown[], dice: Dice): Completions => {
  const [only, ...others] = unknowns
  const listed: Choices[] =
    only === undefined
      ? [new Map()]
      : others.length === 0
        ? allOf(only, dice).map((choice) => new Map([[only.id, choice]]))
        : draw(unknowns, dice, 5)
  const lives = listed.flatMap((choices) => complete(person, choices) ?? [])
  return { lives, all: isSmall(unknowns) && lives.length === listed.length }
}
