import { type Level, levelOrder } from '../../facts/vocabulary.ts'
import { type Days, intersect } from '../../time/days.ts'
import { isContradictory } from './leaf-implies.ts'
import type { Clause, Literal } from './literal.ts'
import { asksOfPostTaken, comparesLevels, leavesOpen, type Tries } from './moves-open.ts'

/** An alternative of a bar, and the days on which it stands. */
export interface Alternative {
  readonly clause: Clause
  readonly days: Days
}

/** Alternatives that together bar every move, the case in which they all do, and the days. */
export interface Together<A extends Alternative> extends Alternative {
  readonly of: readonly A[]
}

/** More alternatives than this are compared two by two only. */
const most = 14
/** Kinds of moves tried for one document: a tenth of a second. */
const mostMoves = 60_000

/**
 * The cases in which alternatives bar whatever post the mover takes: one that asks nothing of it, or several that leave no post
 * of which none of them speaks.
 */
export const unavoidable = <A extends Alternative>(
  alternatives: readonly A[],
  matters: (alternative: A) => boolean = () => true,
): readonly Together<A>[] => {
  const plain = alternatives.filter(({ clause }) => !clause.some(asksOfPostTaken))
  const asking = alternatives.filter(({ clause }) => clause.some(asksOfPostTaken))
  const found: (readonly A[])[] = plain.map((one) => [one])
  const tries = { left: mostMoves }
  if (asking.length > 0 && stuckAt(asking, tries).length > 0) found.push(...smallest(asking, matters, tries))
  return found.flatMap((of) => together(of, tries))
}

/** Levels of the post left from which no move is open; all of them where none rises. */
const stuckAt = (group: readonly Alternative[], tries: Tries): readonly Level[] => {
  const clauses = group.map(({ clause }) => clause)
  if (!clauses.flat().some(comparesLevels)) return leavesOpen(clauses, '', tries) ? [] : levelOrder
  return levelOrder.filter((level) => !leavesOpen(clauses, level, tries))
}

const smallest = <A extends Alternative>(
  asking: readonly A[],
  matters: (alternative: A) => boolean,
  tries: Tries,
): readonly (readonly A[])[] => {
  const found: (readonly A[])[] = []
  /** Whether the group leaves no way out from some level from which there is one without those that matter. */
  const isHeldBy = (group: readonly A[]): boolean => {
    const rest = group.filter((one) => !matters(one))
    const already = rest.length === 0 ? [] : stuckAt(rest, tries)
    return stuckAt(group, tries).some((level) => !already.includes(level))
  }
  const add = (group: readonly A[], next: number, size: number): void => {
    if (group.length === size) {
      const isNew = !found.some((known) => known.every((one) => group.includes(one)))
      if (isNew && group.some(matters) && isPossible(group) && isHeldBy(group)) found.push(group)
      return
    }
    for (let i = next; i < asking.length; i += 1) {
      const one = asking[i]
      if (one !== undefined) add([...group, one], i + 1, size)
    }
  }
  for (const size of asking.length > most ? [1, 2] : [1, 2, 3]) add([], 0, size)
  if (found.length > 0 || asking.length > most || !isPossible(asking)) return found
  // All of them together: without each that is not needed.
  const needed = asking.reduce<readonly A[]>((left, one) => {
    const without = left.filter((other) => other !== one)
    return stuckAt(without, tries).length > 0 ? without : left
  }, asking)
  return needed.some(matters) && isHeldBy(needed) ? [needed] : []
}

const isPossible = (group: readonly Alternative[]): boolean =>
  daysOf(group).length > 0 && !isContradictory(ofMover(group))

const daysOf = (group: readonly Alternative[]): Days =>
  group.map(({ days }) => days).reduce((all, days) => intersect(all, days))

const ofMover = (group: readonly Alternative[]): Clause => {
  const all = group.flatMap(({ clause }) => clause.filter((literal) => !asksOfPostTaken(literal)))
  return [...new Map(all.map((literal) => [named(literal), literal])).values()]
}

const together = <A extends Alternative>(of: readonly A[], tries: Tries): readonly Together<A>[] => {
  const days = daysOf(of)
  if (days.length === 0) return []
  const [first] = of[0]?.clause ?? []
  const levels = of.some(({ clause }) => clause.some(comparesLevels)) ? stuckAt(of, tries) : levelOrder
  const left: Clause =
    first === undefined || levels.length === levelOrder.length
      ? []
      : [{ leaf: { leaves: { level: levels } }, holds: true, reading: first.reading }]
  return [{ clause: [...ofMover(of), ...left], days, of }]
}

const named = ({ leaf, holds }: Literal): string => `${holds} ${JSON.stringify(leaf)}`
