import type { Edge, PersonFacts, Piece } from '../../policy/facts/person.ts'
import type { Day } from '../../policy/time/day.ts'
import { monthAround, yearAround } from './calendar.ts'
import { divisions } from './country.ts'
import type { Dice } from './random.ts'

type Blur = (dice: Dice, person: PersonFacts, precision: 'month' | 'year' | '?') => PersonFacts

const around = (day: Day, precision: 'month' | 'year' | '?') =>
  precision === 'month' ? monthAround(day) : yearAround(day)

const replaced = <T>(list: readonly T[], at: number, change: (old: T) => T): T[] =>
  list.map((old, i) => (i === at ? change(old) : old))

const precise = (edge: Edge): boolean => edge.lo === edge.hi && Number.isFinite(edge.lo)

/** `?`: between the neighbouring known starts of the career, without bound where there is none (S6). */
const bounds = (pieces: readonly Piece[], at: number, side: 'from' | 'to'): Edge => {
  const before = side === 'from' ? pieces[at - 1]?.from.lo : pieces[at]?.from.lo
  return { lo: before ?? -Infinity, hi: pieces[at + 1]?.from.hi ?? Infinity }
}

/** A post that changed within the days an assignment may have ended on: two pieces would depend on one unknown day. */
const crossesCut = (pieces: readonly Piece[], edge: Edge): boolean =>
  pieces
    .filter((piece) => pieces.some((other) => other !== piece && other.assignment === piece.assignment))
    .flatMap((piece) => [piece.from.lo, piece.to.lo])
    .some((cut) => edge.lo <= cut && cut <= edge.hi)

/** Blurs one boundary; where an end is the start of the person's next piece, both become one unknown day (S5). */
const boundary: Blur = (dice, person, precision) => {
  const { pieces } = person
  const at = dice.int(0, pieces.length - 1)
  const side = dice.chance(0.5) ? 'from' : 'to'
  const piece = pieces[at]
  if (piece === undefined || !precise(piece[side])) return person
  const day = piece[side].lo
  const edge = precision === '?' ? bounds(pieces, at, side) : around(day, precision)
  if (edge.lo > day || edge.hi < day || crossesCut(pieces, edge)) return person
  const isEnd = (p: Piece) => precise(p.to) && p.to.lo === day
  const isStart = (p: Piece) => precise(p.from) && p.from.lo === day
  const shared = side === 'to' ? pieces.findIndex(isStart) : pieces.findIndex(isEnd)
  if (pieces.filter(isStart).length > 1 || pieces.filter(isEnd).length > 1) return person
  if (shared < 0) return { ...person, pieces: replaced(pieces, at, (old) => ({ ...old, [side]: edge })) }
  const joint = { ...edge, joint: at * 2 + (side === 'to' ? 1 : 0) + 1 }
  const other = side === 'to' ? 'from' : 'to'
  const once = replaced(pieces, at, (old) => ({ ...old, [side]: joint }))
  return { ...person, pieces: replaced(once, shared, (old) => ({ ...old, [other]: joint })) }
}

const word: Blur = (dice, person) => {
  const at = dice.int(0, person.pieces.length - 1)
  const blank = dice.pick(['level', 'leading', 'level', 'leading', 'category'] as const)
  const pieces = replaced(person.pieces, at, (old) => ({ ...old, [blank]: null }))
  return { ...person, pieces, category: blank === 'category' ? null : person.category }
}

const coarser = (dice: Dice, place: string): string | null => dice.pick([null, ...divisions.chain(place).slice(0, -1)])

const personal: Blur = (dice, person) =>
  dice.pick<() => PersonFacts>([
    () => ({ ...person, sex: null }),
    () => ({ ...person, ethnicity: null }),
    () => ({ ...person, education: null }),
    () => ({ ...person, category: null }),
    () => ({ ...person, birthPlace: coarser(dice, person.birthPlace ?? '411102') }),
    () => ({ ...person, growthPlaces: dice.chance(0.5) ? [] : [coarser(dice, '411102') ?? '410000'] }),
  ])()

const birth: Blur = (dice, person, precision) => {
  const day = person.birth?.lo
  return { ...person, birth: day === undefined || dice.chance(0.1) ? null : around(day, precision) }
}

const row: Blur = (dice, person, precision) => {
  const side = dice.chance(0.5) ? 'from' : 'to'
  const blurred = (old: Edge): Edge => (precise(old) ? around(old.lo, precision) : old)
  if (person.states.length > 0 && dice.chance(0.6))
    return {
      ...person,
      states: replaced(person.states, dice.int(0, person.states.length - 1), (s) => ({
        ...s,
        [side]: blurred(s[side]),
      })),
    }
  if (person.dossier.length > 0 && dice.chance(0.7))
    return { ...person, dossier: replaced(person.dossier, 0, (d) => ({ ...d, on: blurred(d.on) })) }
  return { ...person, authorities: replaced(person.authorities, 0, (a) => ({ ...a, [side]: blurred(a[side]) })) }
}

/** The same person as an incomplete file tells of them: up to `times` facts blurred or left blank. */
export const blurred = (dice: Dice, person: PersonFacts, times: number): PersonFacts => {
  let file = person
  for (let n = 0; n < times; n += 1) {
    const precision = dice.chance(0.75) ? 'month' : dice.pick(['year', '?'] as const)
    file = dice.pick([boundary, boundary, boundary, word, word, personal, birth, row])(dice, file, precision)
  }
  return file
}
