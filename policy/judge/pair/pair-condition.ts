import { heldAs } from '../../facts/held.ts'
import type { KinWord } from '../../facts/kinship/kinship.ts'
import { mayStand, relationOver } from '../../facts/relations/relation-days.ts'
import type { Condition, PostsStand, Where } from '../../law/condition.ts'
import type { PluginDocument } from '../../law/plugin.ts'
import { always, both, negated, never, some, type Truth } from '../../time/truth.ts'
import { type ConstantPiece, definitionOf, type Resolved, resolve } from '../resolve.ts'
import { compileWhere } from '../where.ts'
import type { PairSubject } from './pair-subject.ts'

/** A condition about two people and their posts, ready to be asked. */
export interface PairNode {
  readonly condition: Resolved<Condition>
  readonly children: readonly PairNode[]
  /** Asked before any day is computed: where it is false, the truth is never. */
  mayHold(pair: PairSubject): boolean
  truth(pair: PairSubject): Truth
}

type PairAtom = Pick<PairNode, 'mayHold' | 'truth'>

/** Compiles the condition of an avoidance rule of a checked document, with the parameter values of one constant piece. */
export const compilePairCondition = (
  condition: Condition,
  document: PluginDocument,
  piece: ConstantPiece,
): PairNode => {
  const compile = (child: Condition): PairNode => compilePairCondition(child, document, piece)
  if ('ref' in condition) return compile(definitionOf(document, condition.ref))
  const resolved = resolve(condition, piece)
  if ('all' in condition) return { condition: resolved, ...conjunction(condition.all.map(compile)) }
  if ('any' in condition) return { condition: resolved, ...disjunction(condition.any.map(compile)) }
  if ('not' in condition) return { condition: resolved, ...negation(compile(condition.not)) }
  return { condition: resolved, children: [], ...atomOf(resolved) }
}

const conjunction = (children: readonly PairNode[]): Omit<PairNode, 'condition'> => ({
  children,
  mayHold: (pair) => children.every((child) => child.mayHold(pair)),
  truth: (pair) => {
    let days = always
    for (const child of children) {
      days = both(days, child.truth(pair))
      if (days.possibly.length === 0) return never
    }
    return days
  },
})

const disjunction = (children: readonly PairNode[]): Omit<PairNode, 'condition'> => ({
  children,
  mayHold: (pair) => children.some((child) => child.mayHold(pair)),
  truth: (pair) => some(children.map((child) => (child.mayHold(pair) ? child.truth(pair) : never))),
})

const negation = (child: PairNode): Omit<PairNode, 'condition'> => ({
  children: [child],
  mayHold: () => true,
  truth: (pair) => (child.mayHold(pair) ? negated(child.truth(pair)) : always),
})

const atomOf = (condition: Resolved<Condition>): PairAtom => {
  if ('kin' in condition) return kinAtom(condition.kin.classes)
  if ('posts' in condition) return postsAtom(condition.posts)
  if ('held' in condition) return bothHeldAtom(condition.held)
  throw new RangeError(`\`${Object.keys(condition).join()}\` is no condition about two people.`)
}

/** R1: days on which the second is kin of the first in one of these ways; an unverified tie is possible only (S18). */
const kinAtom = (classes: readonly KinWord[]): PairAtom => ({
  mayHold: ({ kin }) => kin.some(({ words }) => words.some((word) => classes.includes(word))),
  truth: ({ kin }) =>
    some(kin.filter(({ words }) => words.some((word) => classes.includes(word))).map(({ truth }) => truth)),
})

/** R2: days on which the post of the first stands so to that of the second, in whatever capacity they are held. */
const postsAtom = (asked: Resolved<PostsStand>, key = JSON.stringify(asked)): PairAtom => ({
  mayHold: ({ first, second }) =>
    first.stay.pieces.some((a) =>
      second.stay.pieces.some((b) => a.from.lo < b.to.hi && b.from.lo < a.to.hi && mayStand(asked, a, b)),
    ),
  truth: ({ first, second, chart, known }) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const days = relationOver(asked, first.stay.pieces, second.stay.pieces, chart, first.setting.divisions)
    known.set(key, days)
    return days
  },
})

/** Days on which both posts are held so. */
const bothHeldAtom = (where: Resolved<Where>): PairAtom => {
  const test = compileWhere(where)
  return {
    mayHold: (pair) => [pair.first, pair.second].every((one) => one.stay.pieces.some((p) => test(p, one) !== 'no')),
    truth: ({ first, second }) =>
      both(heldAs(first.stay.pieces, test, first), heldAs(second.stay.pieces, test, second)),
  }
}

/** The conditions a tree is made of, in the order of the text. */
export const pairLeaves = (node: PairNode): readonly PairNode[] =>
  node.children.length === 0 ? [node] : node.children.flatMap(pairLeaves)
