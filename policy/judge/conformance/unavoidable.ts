import { literalImplies } from './leaf-implies.ts'
import type { Clause, Leaf, Literal } from './literal.ts'
import { opposite } from './literal.ts'

/** More alternatives than this are not combined. */
const most = 64

/**
 * The alternatives of a bar that hold whatever post the mover takes: nothing in them asks about it. Two alternatives that
 * differ only in whether something holds of the post taken are one that does not ask.
 */
export const unavoidable = (clauses: readonly Clause[]): readonly Clause[] => {
  const closed = [...clauses]
  for (let i = 1; i < closed.length && closed.length < most; i += 1) {
    for (let k = 0; k < i && closed.length < most; k += 1) {
      const [a, b] = [closed[i] ?? [], closed[k] ?? []]
      for (const literal of a.filter(({ leaf }) => asksOfPostTaken(leaf))) {
        const met = b.find((other) => covers(literal, other))
        if (met === undefined) continue
        const joined = union(
          a.filter((other) => other !== literal),
          b.filter((other) => other !== met),
        )
        if (!closed.some((clause) => sameClause(clause, joined))) closed.push(joined)
      }
    }
  }
  return closed.filter((clause) => !clause.some(({ leaf }) => asksOfPostTaken(leaf)))
}

/** Whether a condition speaks of the post taken, which another move may choose otherwise. */
const asksOfPostTaken = (leaf: Leaf): boolean => {
  if ('takes' in leaf || 'rises' in leaf || 'crosses' in leaf) return true
  if ('native' in leaf) return leaf.native.place === 'takes'
  const where =
    'held' in leaf
      ? leaf.held
      : 'lasting' in leaf
        ? leaf.lasting.where
        : 'accumulated' in leaf
          ? leaf.accumulated.where
          : 'terms' in leaf
            ? leaf.terms.where
            : 'leaves' in leaf
              ? leaf.leaves
              : undefined
  return where?.same?.as === 'takes'
}

/** Whether one of the two always holds. */
const covers = (a: Literal, b: Literal): boolean => literalImplies(opposite(a), b) || literalImplies(opposite(b), a)

const union = (a: Clause, b: Clause): Clause => [
  ...a,
  ...b.filter((literal) => !a.some((known) => same(known, literal))),
]

const same = (a: Literal, b: Literal): boolean =>
  a.holds === b.holds && JSON.stringify(a.leaf) === JSON.stringify(b.leaf)

const sameClause = (a: Clause, b: Clause): boolean =>
  a.length === b.length && a.every((literal) => b.some((other) => same(literal, other)))
