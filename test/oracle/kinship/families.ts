import { exactly, type Range } from '../../../policy/index.ts'
import { dayOfText, textOfDay } from '../calendar.ts'
import type { Dice } from '../random.ts'
import type { Family, Someone, Tie } from './family.ts'
import { eighteenthBirthday } from './majority.ts'

/** A family in the making: who is of which generation, and what has been said of them. */
interface Draft {
  readonly dice: Dice
  readonly generation: readonly number[]
  readonly birth: readonly number[]
  readonly birthKnown: readonly boolean[]
  readonly died: number[]
  readonly ties: Tie[]
  /** Days on which something happened: what happens next likes to happen on one of them, or on the day beside it. */
  readonly events: number[]
}

const year = 365
const start = dayOfText('1930-01-01')

type Said = Partial<Omit<Tie, 'id' | 'what' | 'a' | 'b'>>

const say = (draft: Draft, what: Tie['what'], a: number, b: number, said: Said = {}): void => {
  const base = { kind: null, from: null, to: null, endedBy: null, verified: true }
  const declaredBy = draft.dice.pick([a, b])
  draft.ties.push({ id: `t${draft.ties.length + 1}`, what, a, b, declaredBy, ...base, ...said })
  for (const range of [said.from, said.to]) if (range) draft.events.push(range.lo)
}

/** A day from `lo` to `hi`, rather one on or beside which something else happens. */
const dayFrom = (draft: Draft, lo: number, hi: number): number => {
  const { dice } = draft
  const beside = draft.events.map((event) => event + dice.int(-1, 1)).filter((day) => lo <= day && day <= hi)
  return beside.length > 0 && dice.chance(0.5) ? dice.pick(beside) : dice.int(lo, Math.max(lo, hi))
}

const everyone = (draft: Draft): number[] => draft.generation.map((_, at) => at)
const generationOf = (draft: Draft, at: number): number => draft.generation[at] ?? 0
const birthOf = (draft: Draft, at: number): number => draft.birth[at] ?? start
const deathOf = (draft: Draft, at: number): number => draft.died[at] ?? Infinity

const marriagesOf = (draft: Draft, at: number): Tie[] =>
  draft.ties.filter(({ what, a, b }) => what === 'spouse' && (a === at || b === at))
const spousesOf = (draft: Draft, at: number): number[] => marriagesOf(draft, at).map(({ a, b }) => (a === at ? b : a))
const parentsOf = (draft: Draft, at: number): number[] =>
  draft.ties.filter(({ what, b }) => what === 'parent' && b === at).map(({ a }) => a)

const marry = (draft: Draft, a: number, b: number): void => {
  const { dice } = draft
  const death = Math.min(deathOf(draft, a), deathOf(draft, b))
  const earliest = Math.max(birthOf(draft, a), birthOf(draft, b)) + 18 * year
  const latest = Math.min(death - 2, earliest + 25 * year)
  if (latest < earliest) return
  const from = dayFrom(draft, earliest, latest)
  const stated = dice.chance(0.85) ? exactly(from) : null
  const end = dayFrom(draft, from + 1, Math.min(death - 1, from + 20 * year))
  const said = { from: stated, ...howItEnded(draft, end, death) }
  say(draft, 'spouse', a, b, said)
}

/** By divorce, annulled, by death on its own row, or by nothing on it: a spouse’s death ends it all the same. */
const howItEnded = ({ dice }: Draft, end: number, death: number): Said => {
  const how = dice.int(0, 9)
  if (how <= 2 && end < death) return { to: exactly(end), endedBy: how === 2 ? 'annulled' : 'divorce' }
  if (how === 3) return { to: exactly(Number.isFinite(death) ? death : end), endedBy: 'death' }
  return {}
}

const bear = (draft: Draft, parent: number, child: number): void => {
  const { dice } = draft
  if (parentsOf(draft, child).includes(parent)) return
  const birth = birthOf(draft, child)
  const from = dice.chance(0.15) ? exactly(dayFrom(draft, birth, birth + 20 * year)) : null
  say(draft, 'parent', parent, child, { kind: dice.pick([null, 'birth']), from })
}

const giveParents = (draft: Draft, child: number): void => {
  const { dice } = draft
  const older = everyone(draft).filter((at) => generationOf(draft, at) === generationOf(draft, child) - 1)
  if (older.length === 0) return
  const parent = dice.pick(older)
  bear(draft, parent, child)
  const spouses = spousesOf(draft, parent)
  if (spouses.length > 0 && dice.chance(0.7)) bear(draft, dice.pick(spouses), child)
  else if (dice.chance(0.4)) {
    const other = dice.pick(older)
    if (other !== parent) bear(draft, other, child)
  }
}

/** During the child’s minority; a step-parent’s adoption falls often on the day of the wedding or the divorce. */
const adoptionDay = (draft: Draft, adopter: number, parents: readonly number[], birth: number): number => {
  const grown = birth + 17 * year
  const withParent = marriagesOf(draft, adopter).filter(({ a, b }) => parents.includes(a === adopter ? b : a))
  const days = withParent
    .flatMap(({ from, to }) => [from?.lo ?? -1, to?.lo ?? -1])
    .filter((day) => birth <= day && day <= grown)
  return days.length > 0 && draft.dice.chance(0.5) ? draft.dice.pick(days) : dayFrom(draft, birth, grown)
}

const adopt = (draft: Draft, child: number): void => {
  const { dice } = draft
  const birth = birthOf(draft, child)
  const elder = everyone(draft).filter((at) => generationOf(draft, at) < generationOf(draft, child))
  if (elder.length === 0) return
  const parents = parentsOf(draft, child)
  const steps = parents.flatMap((parent) => spousesOf(draft, parent)).filter((at) => !parents.includes(at))
  const grand = parents.flatMap((parent) => parentsOf(draft, parent))
  const likely = dice.pick([elder, steps, grand])
  const adopter = dice.pick(likely.length > 0 ? likely : elder)
  if (adopter === child || (parents.includes(adopter) && dice.chance(0.9))) return
  const from = adoptionDay(draft, adopter, parents, birth)
  const minorEnd = eighteenthBirthday(birth)
  const nearMajority = minorEnd + dice.int(-1, 1)
  const to = dice.chance(0.4) && nearMajority > from ? nearMajority : dayFrom(draft, from + 1, birth + 40 * year)
  const endedBy = dice.pick([null, null, 'dissolved', 'dissolved', 'dissolved', 'annulled', 'death'] as const)
  const said: Said = { kind: 'adoptive', from: exactly(from), ...(endedBy && { to: exactly(to), endedBy }) }
  say(draft, 'parent', adopter, child, said)
  const spouses = spousesOf(draft, adopter).filter(
    (at) => at !== child && generationOf(draft, at) < generationOf(draft, child),
  )
  if (spouses.length > 0 && dice.chance(0.4)) say(draft, 'parent', dice.pick(spouses), child, said)
  if (endedBy !== null && endedBy !== 'death' && dice.chance(0.2)) {
    const next = dice.pick(elder.filter((at) => at !== adopter || elder.length === 1))
    const again = dayFrom(draft, to, to + 5 * year)
    if (next !== adopter) say(draft, 'parent', next, child, { kind: 'adoptive', from: exactly(again) })
  }
  if (endedBy !== 'dissolved' || dice.chance(0.5)) return
  for (const parent of parents)
    if (dice.chance(0.6))
      say(draft, 'parent', parent, child, { from: exactly(Math.max(birth, to + dice.pick([-1, 0, 0, 1, 400]))) })
}

const support = (draft: Draft, child: number): void => {
  const { dice } = draft
  const parents = parentsOf(draft, child)
  const steps = parents.flatMap((parent) => spousesOf(draft, parent))
  const elder = everyone(draft).filter((at) => generationOf(draft, at) < generationOf(draft, child))
  const likely = steps.filter((at) => elder.includes(at) && !parents.includes(at))
  if (elder.length === 0) return
  const step = dice.pick(likely.length > 0 && dice.chance(0.9) ? likely : elder)
  const birth = birthOf(draft, child)
  const from = dayFrom(draft, birth, birth + 18 * year)
  const end: Said = dice.chance(0.3)
    ? { to: exactly(dayFrom(draft, from + 1, from + 20 * year)), endedBy: 'divorce' }
    : {}
  say(draft, 'parent', step, child, { kind: 'step_supported', from: dice.chance(0.85) ? exactly(from) : null, ...end })
}

const generationsOf = (dice: Dice, size: number): number[] => {
  if (dice.chance(0.04)) return Array.from({ length: size }, (_, at) => Math.min(at, 6))
  const depth = dice.pick([1, 2, 2, 2, 3])
  return Array.from({ length: size }, () => dice.int(0, depth)).sort((a, b) => a - b)
}

const marryAll = (draft: Draft): void => {
  const { dice } = draft
  const size = draft.generation.length
  for (let n = dice.int(Math.floor(size / 3), Math.ceil(size / 1.5)); n > 0; n -= 1) {
    const a = dice.int(0, size - 1)
    const reach = dice.chance(0.85) ? 0 : 1
    const others = everyone(draft).filter(
      (b) => b !== a && Math.abs(generationOf(draft, a) - generationOf(draft, b)) <= reach,
    )
    if (others.length === 0) continue
    const single = others.filter((b) => spousesOf(draft, b).length === 0)
    marry(draft, a, dice.pick(single.length > 0 && dice.chance(0.6) ? single : others))
  }
}

/** Every day of it is known, every tie verified. */
export const randomFamily = (dice: Dice): Family => {
  const generation = generationsOf(dice, dice.int(5, 9))
  const birth = generation.map((g) => start + 25 * year * g + dice.int(0, 8 * year))
  const died = birth.map((day) => (dice.chance(0.25) ? day + dice.int(25 * year, 80 * year) : Infinity))
  const birthKnown = birth.map(() => dice.chance(0.88))
  const draft: Draft = { dice, generation, birth, birthKnown, died, ties: [], events: died.filter(Number.isFinite) }
  marryAll(draft)
  for (const at of everyone(draft)) if (generationOf(draft, at) > 0 && dice.chance(0.88)) giveParents(draft, at)
  if (dice.chance(0.3)) marryAll(draft)
  for (const at of everyone(draft)) {
    if (dice.chance(0.14)) adopt(draft, at)
    if (dice.chance(0.03)) adopt(draft, at)
    if (dice.chance(0.1)) support(draft, at)
  }
  if (dice.chance(0.1)) {
    const [a = 0, b = 1] = dice.some(everyone(draft), 2, 2)
    say(draft, 'special_interest', a, b, { from: dice.chance(0.7) ? exactly(dice.int(10_000, 15_000)) : null })
  }
  const adopted = new Set(draft.ties.filter(({ kind }) => kind === 'adoptive').map(({ b }) => b))
  const people = birth.map((day, at): Someone => {
    const death = deathOf(draft, at)
    const known = birthKnown[at] || adopted.has(at)
    return { birth: known ? exactly(day) : null, died: death < Infinity ? exactly(death) : null }
  })
  return { people, ties: draft.ties }
}

const monthOf = (day: number): Range => {
  const first = dayOfText(`${textOfDay(day).slice(0, 8)}01`)
  let last = day
  while (textOfDay(last + 1).slice(8) !== '01') last += 1
  return { lo: first, hi: last }
}

const yearOf = (day: number): Range => {
  const text = textOfDay(day).slice(0, 4)
  return { lo: dayOfText(`${text}-01-01`), hi: dayOfText(`${text}-12-31`) }
}

/** By the month, by the year, up to or from just beside another day of the file, or not at all. */
export const blurredDay = (dice: Dice, range: Range | null, others: readonly number[]): Range | null => {
  if (range === null) return null
  const how = dice.int(0, 9)
  if (how <= 2) return monthOf(range.lo)
  if (how <= 6) return yearOf(range.lo)
  if (how === 9) return { lo: -Infinity, hi: Infinity }
  const near = others.filter((day) => Math.abs(day - range.lo) < 3 * year)
  const other = dice.pick(near.length > 0 ? near : [range.lo]) + dice.int(-1, 1)
  return { lo: Math.min(range.lo, other), hi: Math.max(range.lo, other) }
}

/** Every day on file, and of every birth the coming of age. */
export const daysOn = ({ people, ties }: Family): number[] => [
  ...people.flatMap(({ birth, died }) => [birth, died]).flatMap((range) => (range === null ? [] : [range.lo])),
  ...people.flatMap(({ birth }) => (birth === null ? [] : [eighteenthBirthday(birth.lo)])),
  ...ties.flatMap(({ from, to }) => [from, to]).flatMap((range) => (range === null ? [] : [range.lo])),
]

/** The same family with some of its days blurred, some births forgotten, some ties unverified. */
export const blurredFamily = (dice: Dice, family: Family): Family => {
  const { people, ties } = family
  const others = daysOn(family)
  const share = dice.pick([0.04, 0.1, 0.3])
  const day = (range: Range | null) => (dice.chance(share) ? blurredDay(dice, range, others) : range)
  return {
    people: people.map(({ birth, died }) => ({ birth: dice.chance(share / 3) ? null : day(birth), died: day(died) })),
    ties: ties.map((tie) => ({
      ...tie,
      from: day(tie.from),
      to: day(tie.to),
      verified: !dice.chance(share / 1.5),
    })),
  }
}
