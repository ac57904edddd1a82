import { type Answer, andAnswer, heldAs, orAnswer } from '../../facts/held.ts'
import type { DivisionCode, PersonFacts } from '../../facts/person.ts'
import { daysToRetirement } from '../../facts/retirement.ts'
import type { NativeBasis, OneOf, PersonAttribute } from '../../law/condition.ts'
import { daysFrom } from '../../time/days.ts'
import { addYears, period } from '../../time/period.ts'
import { all, always, both, never, type Truth, truly, unknown } from '../../time/truth.ts'
import type { Atom } from '../node.ts'
import type { Subject } from '../subject.ts'
import { isWithin, type WhereTest } from '../where.ts'
import { counting } from './tenure.ts'

type Attributes = { readonly [K in PersonAttribute]?: OneOf }

/** P1: what the person is; a blank attribute leaves it open. */
export const personAtom = (attributes: Attributes): Atom => {
  const names = attributeNames.filter((name) => attributes[name] !== undefined)
  return {
    truth: ({ person }) => all(names.map((name) => isOneOf(person[name], attributes[name]))),
    evidence: ({ person }) => ({ pieces: [], states: [], missing: names.filter((name) => person[name] === null) }),
  }
}

const attributeNames: readonly PersonAttribute[] = ['sex', 'ethnicity', 'category', 'party', 'education']

const isOneOf = (value: string | null, words: OneOf | undefined): Truth => {
  if (words === undefined) return always
  if (value === null) return unknown
  return ('in' in words ? words.in.includes(value) : !words.notIn.includes(value)) ? always : never
}

const anyBirth = { lo: -Infinity, hi: Infinity }
const missingBirth = ({ birth }: PersonFacts) => (birth === null || birth.lo !== birth.hi ? ['birth'] : [])

/** P2: completed years of age. */
export const ageAtom = ({ atLeast, atMost }: { atLeast?: number; atMost?: number }): Atom => ({
  truth: ({ person }) => {
    const { lo, hi } = person.birth ?? anyBirth
    const reached: Truth = atLeast === undefined ? always : spread(lo, hi, (b) => daysFrom(addYears(b, atLeast)))
    const still: Truth =
      atMost === undefined ? always : spread(hi, lo, (b) => daysFrom(-Infinity, addYears(b, atMost + 1)))
    return both(reached, still)
  },
  evidence: ({ person }) => ({ pieces: [], states: [], missing: missingBirth(person) }),
})

/** Truth of a day set that only grows from one end of the birth range to the other. */
const spread = (widest: number, narrowest: number, days: (birth: number) => ReturnType<typeof daysFrom>): Truth => {
  const possibly = days(widest)
  return widest === narrowest ? truly(possibly) : { possibly, surely: days(narrowest) }
}

/** P3: less than the period is left until statutory retirement. */
export const toRetirementAtom = ({ under }: { under: string }): Atom => {
  const span = period(under)
  return {
    truth: ({ person }) => daysToRetirement(person, span),
    evidence: ({ person }) => ({
      pieces: [],
      states: person.states.filter((s) => s.kind === 'early_retirement_approved'),
      missing: [...missingBirth(person), ...(person.sex === null && person.retirementLimit === null ? ['sex'] : [])],
    }),
  }
}

interface NativeArgs {
  readonly place: 'takes' | 'post' | 'team'
  readonly basis: readonly NativeBasis[]
}

/** P5: days in a post whose place the person is native of; a coarser or blank place leaves it open. */
export const nativeAtom = ({ place: of, basis }: NativeArgs): Atom => {
  const test: WhereTest = (piece, subject) => {
    if (of === 'team' && piece.team === null) return 'no'
    const native = basis.map((b) => nativeOf(piece.place, b, subject)).reduce(orAnswer, 'no')
    return subject.stay.doubtful.has(piece) ? andAnswer(native, 'unknown') : native
  }
  if (of === 'takes') return nativeOfTaken(basis)
  return {
    truth: (subject) => heldAs(subject.stay.pieces, test, subject),
    evidence: (subject) => counting(subject, test),
  }
}

/** Whether the person is native of the place of the post a move takes them to. */
const nativeOfTaken = (basis: readonly NativeBasis[]): Atom => ({
  truth: (subject) => {
    const place = subject.move?.takes?.place
    if (place === undefined) return never
    const native = basis.map((b) => nativeOf(place, b, subject)).reduce(orAnswer, 'no')
    return native === 'yes' ? always : native === 'no' ? never : unknown
  },
  evidence: ({ person }) => ({
    pieces: [],
    states: [],
    missing: basis.filter((b) => homesOf(b, person).every((home) => home === null)).map((b) => `${b}_place`),
  }),
})

const homesOf = (basis: NativeBasis, person: PersonFacts): readonly (string | null)[] =>
  basis === 'growth' ? person.growthPlaces : [basis === 'birth' ? person.birthPlace : person.nativePlace]

/**
 * A home is what its code means today: a county that became a district is that district; of one merged away only the
 * municipality is known, and of a code nobody knows nothing.
 */
const nativeOf = (place: string, basis: NativeBasis, { person, setting }: Subject) => {
  const homes = homesOf(basis, person)
  if (homes.length === 0) return 'unknown'
  return homes.map((home) => (home === null ? 'unknown' : isHome(home, place, setting))).reduce(orAnswer, 'no')
}

const isHome = (home: DivisionCode, place: DivisionCode, setting: Subject['setting']): Answer => {
  const today = setting.divisions.chain(home).at(-1)
  if (today === undefined) return 'unknown'
  if (isWithin(today, place, setting)) return 'yes'
  return isWithin(place, today, setting) ? 'unknown' : 'no'
}
