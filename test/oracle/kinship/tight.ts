import { kinOf, type Range } from '../../../policy/index.ts'
import type { Dice } from '../random.ts'
import { against, answersOf, type DayList, type Disagreement, definedDays, questions, united } from './compare.ts'
import { asStated, type Choice, completed } from './completion.ts'
import { blurredDay, daysOn } from './families.ts'
import { type Family, graphOf } from './family.ts'

/**
 * With one doubt only, the answer could be exact: surely what holds in every completion, possibly what holds in some. It is not
 * promised where one unknown is used twice, but it must be the rule.
 */

/** The same family with a single fact blurred or a single tie unverified. */
export const oneDoubt = (dice: Dice, family: Family): Family => {
  const { people, ties } = family
  const others = daysOn(family)
  const at = dice.int(0, ties.length - 1)
  const how = dice.int(0, 3)
  const blurred = (range: Range | null) => blurredDay(dice, range, others)
  if (how === 0) {
    const dead = people.findIndex(({ died }) => died !== null)
    return { people: people.map((one, i) => (i === dead ? { ...one, died: blurred(one.died) } : one)), ties }
  }
  const doubtful = ties.map((tie, i) => {
    if (i !== at) return tie
    if (how === 1) return { ...tie, verified: false }
    return tie.to !== null && how === 2 ? { ...tie, to: blurred(tie.to) } : { ...tie, from: blurred(tie.from) }
  })
  return { people, ties: doubtful }
}

const isDoubt = (range: Range | null): range is Range => range !== null && range.lo < range.hi

/** A choice for each way in which the doubt may turn out that can make a difference; of endless doubts none is made. */
const choicesOf = ({ people, ties }: Family): Choice[] => {
  const days = [...people.flatMap(({ birth, died }) => [birth, died]), ...ties.flatMap(({ from, to }) => [from, to])]
  const doubt = days.find(isDoubt)
  if (doubt === undefined)
    return ties.every(({ verified }) => verified)
      ? []
      : [true, false].map((keeps) => ({ ...asStated, keeps: () => keeps }))
  if (!Number.isFinite(doubt.lo) || !Number.isFinite(doubt.hi)) return []
  const others = days.flatMap((range) =>
    range === null || range === doubt ? [] : [range.lo - 1, range.lo, range.lo + 1],
  )
  const tried = new Set([doubt.lo, doubt.hi, ...others.filter((day) => doubt.lo <= day && day <= doubt.hi)])
  return [...tried].map((day) => {
    const choose = (range: Range) => (range === doubt ? day : range.lo)
    return { ...asStated, first: choose, last: choose }
  })
}

const complement = (list: DayList): DayList => {
  const out = list[0] === -Infinity ? list.slice(1) : [-Infinity, ...list]
  return out.at(-1) === Infinity ? out.slice(0, -1) : [...out, Infinity]
}

const intersected = (lists: readonly DayList[]): DayList => complement(united(lists.map(complement)))

/** Where the answer is wider than the completions, `null` where it is exact, and `none` where there is nothing to ask. */
export const answeredExactly = (family: Family): Disagreement | null | 'none' => {
  const outcomes = choicesOf(family).flatMap((choice) => {
    const known = completed(family, choice)
    return known === null ? [] : [definedDays(known, null)]
  })
  if (outcomes.length < 2) return 'none'
  const size = family.people.length
  const graph = graphOf(family)
  const answers = answersOf(
    family,
    family.people.map((_, at) => kinOf(graph, `${at}`)),
  )
  const pairs = Array.from({ length: size * size }, (_, pair) => pair)
  const all = (combine: (lists: readonly DayList[]) => DayList) =>
    pairs.map((pair) => questions.map((_, at) => combine(outcomes.map((outcome) => outcome[pair]?.[at] ?? []))))
  return (
    against(size, answers, all(united), ({ possibly }, days) => same(possibly, days), 'in some completion') ??
    against(size, answers, all(intersected), ({ surely }, days) => same(surely, days), 'in every completion')
  )
}

const same = (a: DayList, b: DayList): boolean => a.length === b.length && a.every((bound, i) => bound === b[i])
