import type { Range } from '../../../policy/index.ts'
import type { Dice } from '../random.ts'
import type { Family, Tie } from './family.ts'
import { eighteenthBirthday } from './majority.ts'

/** A tie of which every day is known. */
export interface KnownTie {
  readonly what: Tie['what']
  readonly a: number
  readonly b: number
  readonly kind: 'birth' | 'adoptive' | 'step_supported'
  /** A birth tie begins at the child’s birth, where that is known. */
  readonly from: number
  /** Its own first day, where one is on file. */
  readonly stated: number | null
  /** `Infinity`: still so. */
  readonly to: number
  readonly endedBy: Tie['endedBy']
}

/** One way in which the unknown days of a family may have turned out, and the unverified ties proved true or false. */
export interface KnownFamily {
  readonly size: number
  /** The day of death, or `Infinity`. */
  readonly died: readonly number[]
  /** The day on which each comes of age. */
  readonly ofAge: readonly number[]
  readonly ties: readonly KnownTie[]
}

/** How a completion chooses: each day of a range, and whether an unverified tie is true. */
export interface Choice {
  first(range: Range): number
  last(range: Range): number
  /** For a child whose birth is not on file: of age on that day or not. */
  ofAge(): number
  keeps(): boolean
}

const earliest = ({ lo }: Range): number => lo
const latest = ({ hi }: Range): number => hi
const far = 80_000

export const randomChoice = (dice: Dice): Choice => {
  const day = ({ lo, hi }: Range): number => {
    if (dice.chance(0.25)) return lo
    if (dice.chance(0.25)) return hi
    return dice.int(Math.max(lo, -far), Math.min(hi, far))
  }
  return {
    first: day,
    last: day,
    ofAge: () => (dice.chance(0.5) ? -Infinity : Infinity),
    keeps: () => dice.chance(0.5),
  }
}

const extreme = (first: Choice['first'], last: Choice['last'], age: number, keeps: boolean): Choice => ({
  first,
  last,
  ofAge: () => age,
  keeps: () => keeps,
})

/** Everything as early, as late, as long and as short as it can be; with the unverified ties and without. */
export const extremes: readonly Choice[] = [true, false].flatMap((keeps) => [
  extreme(earliest, earliest, Infinity, keeps),
  extreme(latest, latest, -Infinity, keeps),
  extreme(earliest, latest, Infinity, keeps),
  extreme(latest, earliest, -Infinity, keeps),
])

/** Of a family without unknowns there is one completion. */
export const asStated: Choice = extreme(earliest, earliest, Infinity, true)

/** Nobody is married or adopted after the end of it, and nobody marries the dead or divorces them. */
const contradicts = (tie: KnownTie, died: readonly number[]): boolean => {
  if (tie.to <= tie.from) return true
  if (tie.what !== 'spouse') return false
  const death = Math.min(died[tie.a] ?? Infinity, died[tie.b] ?? Infinity)
  if (death <= tie.from) return true
  return (tie.endedBy === 'divorce' || tie.endedBy === 'annulled') && death < Infinity && death <= tie.to
}

/** The completion, or `null` where the choices contradict one another. */
export const completed = ({ people, ties }: Family, choice: Choice): KnownFamily | null => {
  const births = people.map(({ birth }) => (birth === null || !Number.isFinite(birth.lo) ? null : choice.first(birth)))
  const died = people.map((one) => (one.died === null ? Infinity : choice.last(one.died)))
  const known: KnownTie[] = []
  for (const tie of ties) {
    if (!tie.verified && !choice.keeps()) continue
    const { what, a, b, endedBy } = tie
    const kind = tie.kind ?? 'birth'
    const born = what === 'parent' && kind === 'birth' ? (births[b] ?? null) : null
    const stated = tie.from === null ? null : choice.first(tie.from)
    const from = born ?? stated ?? -Infinity
    const to = tie.to === null ? Infinity : choice.last(tie.to)
    const one: KnownTie = { what, a, b, kind, from, stated, to, endedBy }
    if (contradicts(one, died)) return null
    known.push(one)
  }
  const ofAge = births.map((birth) => (birth === null ? choice.ofAge() : eighteenthBirthday(birth)))
  return { size: people.length, died, ofAge, ties: known }
}
