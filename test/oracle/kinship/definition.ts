import type { KnownFamily, KnownTie } from './completion.ts'

/**
 * Kinship as the rule catalogue defines it (§2.2-2.4), asked one day at a time: what ties stand on that day, and along
 * which simple paths over them does one person reach another. Nothing is shared with the engine.
 */

/** What two people may be to each other on a day; a set of these is a number with one bit each. */
export const bits = {
  K1: 1,
  K2: 2,
  K3: 4,
  K4A: 8,
  K4B: 16,
  K4C: 32,
  K4D: 64,
  /** The spouse of one's own uncle, nephew or cousin: on one's own list. */
  K4E: 128,
  /** One's spouse's uncle, nephew or cousin: on their list only. */
  K4E_BACK: 256,
  AFTER_ADOPTION: 512,
  AFTER_DEATH: 1024,
  STEP: 2048,
  DISTANT_IN_LAW: 4096,
  IN_LAW_OF_IN_LAW: 8192,
  SPECIAL_INTEREST: 16384,
  CHILD: 32768,
  CHILD_SPOUSE: 65536,
} as const

const affinities = bits.K4A | bits.K4B | bits.K4C | bits.K4D | bits.K4E | bits.K4E_BACK
const classes = bits.K1 | bits.K2 | bits.K3 | affinities
const notes =
  bits.AFTER_ADOPTION |
  bits.AFTER_DEATH |
  bits.STEP |
  bits.DISTANT_IN_LAW |
  bits.IN_LAW_OF_IN_LAW |
  bits.SPECIAL_INTEREST

/** U: to a parent; D: to a child; S: to the spouse. */
type Step = 'U' | 'D' | 'S'
const lineal = 8

const words: Readonly<Record<string, number>> = {
  S: bits.K1,
  ...Object.fromEntries(Array.from({ length: lineal }, (_, n) => ['U'.repeat(n + 1), bits.K2])),
  ...Object.fromEntries(Array.from({ length: lineal }, (_, n) => ['D'.repeat(n + 1), bits.K2])),
  D: bits.K2 | bits.CHILD,
  UD: bits.K3,
  UUD: bits.K3,
  UDD: bits.K3,
  UUDD: bits.K3,
  SU: bits.K4A,
  DS: bits.K4A | bits.CHILD_SPOUSE,
  SUD: bits.K4B,
  UDS: bits.K4B,
  SUDS: bits.K4C,
  DSU: bits.K4D,
  UUDS: bits.K4E,
  UDDS: bits.K4E,
  UUDDS: bits.K4E,
  SUUD: bits.K4E_BACK,
  SUDD: bits.K4E_BACK,
  SUUDD: bits.K4E_BACK,
  US: bits.STEP,
  SD: bits.STEP,
  SUU: bits.DISTANT_IN_LAW,
  DDS: bits.DISTANT_IN_LAW,
  UDSU: bits.IN_LAW_OF_IN_LAW,
  DSUD: bits.IN_LAW_OF_IN_LAW,
  UDSUD: bits.IN_LAW_OF_IN_LAW,
}

/** The places, as counts of steps, between which a word goes up and then down: the two must not be K2 of each other. */
const collaterals = (word: string): [number, number][] =>
  [...word.matchAll(/U+D+/g)].map(({ index, 0: run }) => [index, index + run.length])

interface Spelling {
  readonly meaning: number
  readonly collaterals: readonly [number, number][]
  readonly next: Partial<Record<Step, Spelling>>
}
const spelled = (sofar: string): Spelling => ({
  meaning: words[sofar] ?? 0,
  collaterals: collaterals(sofar),
  next: Object.fromEntries(
    (['U', 'D', 'S'] as const)
      .filter((step) => Object.keys(words).some((word) => word.startsWith(sofar + step)))
      .map((step) => [step, spelled(sofar + step)]),
  ),
})
const alphabet = spelled('')

/** How a tie stands on a day. `LOST`: a birth tie severed by adoption; `WIDOWED`: a marriage that ended by death. */
const [NONE, LOST, WIDOWED, STANDS] = [0, 1, 2, 3]

/** The first day on which the marriage is over, and whether by death. */
const endOf = (marriage: KnownTie, died: readonly number[]): { day: number; byDeath: boolean } => {
  const death = Math.min(died[marriage.a] ?? Infinity, died[marriage.b] ?? Infinity)
  const row = marriage.to
  return row < death ? { day: row, byDeath: marriage.endedBy === 'death' } : { day: death, byDeath: death < Infinity }
}

const married = (family: KnownFamily, a: number, b: number, day: number): boolean =>
  family.ties.some(
    (tie) =>
      tie.what === 'spouse' &&
      ((tie.a === a && tie.b === b) || (tie.a === b && tie.b === a)) &&
      tie.from <= day &&
      day < endOf(tie, family.died).day,
  )

/** Whether this adoption has cut this birth tie on that day (Civil Code 1111 ¶2, 1117). */
const severs = (family: KnownFamily, adoption: KnownTie, birth: KnownTie, day: number): boolean => {
  if (adoption.what !== 'parent' || adoption.kind !== 'adoptive') return false
  if (adoption.b !== birth.b || adoption.a === birth.a || day < adoption.from) return false
  if (married(family, birth.a, adoption.a, adoption.from)) return false
  if (adoption.endedBy === 'death' || day < adoption.to) return true
  if (adoption.endedBy === 'annulled') return false
  const minor = adoption.to < (family.ofAge[adoption.b] ?? Infinity)
  if (minor) return false
  const anew = birth.stated
  return anew === null || anew < adoption.to || day < anew
}

const parentTieOn = (family: KnownFamily, tie: KnownTie, day: number): number => {
  const over = day >= tie.to && tie.endedBy !== 'death'
  if (day < tie.from || over) return NONE
  if (tie.kind !== 'birth') return STANDS
  return family.ties.some((adoption) => severs(family, adoption, tie, day)) ? LOST : STANDS
}

const marriageOn = (family: KnownFamily, tie: KnownTie, day: number): number => {
  const end = endOf(tie, family.died)
  if (day < tie.from) return NONE
  if (day < end.day) return STANDS
  return end.byDeath ? WIDOWED : NONE
}

/** How every tie stands on a day, in the order of the ties. */
const standingOn = (family: KnownFamily, day: number): number[] =>
  family.ties.map((tie) => {
    if (tie.what === 'parent') return parentTieOn(family, tie, day)
    if (tie.what === 'spouse') return marriageOn(family, tie, day)
    return tie.from <= day && day < tie.to ? STANDS : NONE
  })

interface Leg {
  readonly step: Step
  readonly to: number
  how: number
}

/** From everyone, the legs that can be walked; of several ties between the same two, the one that stands best. */
const legsOf = (family: KnownFamily, standing: readonly number[]): Leg[][] => {
  const legs: Leg[][] = Array.from({ length: family.size }, () => [])
  const add = (at: number, step: Step, to: number, how: number) => {
    const before = legs[at]?.find((leg) => leg.step === step && leg.to === to)
    if (before === undefined) legs[at]?.push({ step, to, how })
    else before.how = Math.max(before.how, how)
  }
  family.ties.forEach(({ what, a, b }, at) => {
    const how = standing[at] ?? NONE
    if (how === NONE || what === 'special_interest') return
    add(a, what === 'parent' ? 'D' : 'S', b, how)
    add(b, what === 'parent' ? 'U' : 'S', a, how)
  })
  return legs
}

/** Who descends from whom on that day, as sets of bits: the strict descendants of each. */
const descendantsOf = (legs: readonly Leg[][]): number[] => {
  const found = legs.map(() => 0)
  for (let start = 0; start < legs.length; start += 1) {
    const walk = (at: number): void => {
      for (const { step, to, how } of legs[at] ?? []) {
        if (step !== 'D' || how !== STANDS || ((found[start] ?? 0) & (1 << to)) !== 0) continue
        found[start] = (found[start] ?? 0) | (1 << to)
        walk(to)
      }
    }
    walk(start)
  }
  return found
}

/** What a path over ties that stand thus means: a class and the words of it, or only a note, or nothing. */
const meaningOf = (meaning: number, lost: boolean, widowed: boolean): number => {
  if (!lost && !widowed) return meaning
  if (lost && widowed) return 0
  if (lost) return (meaning & classes) !== 0 ? bits.AFTER_ADOPTION : 0
  return (meaning & affinities) !== 0 ? bits.AFTER_DEATH : 0
}

/** What everyone is to everyone on a day: of `size * person + relative`, the set of bits. */
const kinOn = (family: KnownFamily, standing: readonly number[]): number[] => {
  const { size } = family
  const legs = legsOf(family, standing)
  const descendants = descendantsOf(legs)
  const direct = (x: number, y: number) =>
    ((descendants[x] ?? 0) & (1 << y)) !== 0 || ((descendants[y] ?? 0) & (1 << x)) !== 0
  const kin: number[] = new Array(size * size).fill(0)
  const path: number[] = []
  const walk = (at: number, spelling: Spelling, visited: number, lost: boolean, widowed: boolean): void => {
    path.push(at)
    if (spelling.meaning !== 0) {
      const apart = spelling.collaterals.every(([i, j]) => !direct(path[i] ?? -1, path[j] ?? -1))
      const pair = size * (path[0] ?? 0) + at
      if (apart) kin[pair] = (kin[pair] ?? 0) | meaningOf(spelling.meaning, lost, widowed)
    }
    for (const { step, to, how } of legs[at] ?? []) {
      const next = spelling.next[step]
      if (next === undefined || (visited & (1 << to)) !== 0) continue
      walk(to, next, visited | (1 << to), lost || how === LOST, widowed || how === WIDOWED)
    }
    path.pop()
  }
  for (let person = 0; person < size; person += 1) walk(person, alphabet, 1 << person, false, false)
  family.ties.forEach(({ what, a, b }, at) => {
    if (what !== 'special_interest' || standing[at] !== STANDS) return
    kin[size * a + b] = (kin[size * a + b] ?? 0) | bits.SPECIAL_INTEREST
    kin[size * b + a] = (kin[size * b + a] ?? 0) | bits.SPECIAL_INTEREST
  })
  return kin.map((is) => ((is & classes) !== 0 ? is & ~notes : is))
}

const boundsOf = (family: KnownFamily): number[] => {
  const days = [
    ...family.died,
    ...family.ofAge,
    ...family.ties.flatMap(({ from, stated, to }) => [from, stated ?? from, to]),
  ]
  return [...new Set(days.filter(Number.isFinite))].sort((x, y) => x - y)
}

/** A stretch of days on which nothing changes, and what everyone is to everyone on its first day. */
export interface Stretch {
  readonly from: number
  readonly kin: readonly number[]
}

/** The days are asked one by one at every day on which any fact begins or ends, and once before the first of them. */
export const byDefinition = (family: KnownFamily): Stretch[] => {
  const out: Stretch[] = []
  const bounds = boundsOf(family)
  let before: readonly number[] | null = null
  for (const from of [-Infinity, ...bounds]) {
    const day = Number.isFinite(from) ? from : (bounds[0] ?? 0) - 1
    const standing = standingOn(family, day)
    if (before !== null && standing.every((how, at) => how === before?.[at])) continue
    before = standing
    out.push({ from, kin: kinOn(family, standing) })
  }
  return out
}
