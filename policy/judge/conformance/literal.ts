import type { DivisionCode, Divisions } from '../../facts/person.ts'
import type { Dim } from '../../facts/vocabulary.ts'
import type { Condition } from '../../law/condition.ts'
import type { PluginDocument } from '../../law/plugin.ts'
import { type ConstantPiece, definitionOf, type Resolved, resolve } from '../resolve.ts'

/** A condition that combines nothing, with the values of its days. */
export type Leaf = Resolved<Condition>

/** Whose words a leaf is read in: where its rule is installed, and along what the rule's stays run. */
export interface Reading {
  readonly own: DivisionCode
  readonly per: readonly Dim[]
  readonly divisions: Divisions
}

/** A leaf or its opposite. */
export interface Literal {
  readonly leaf: Leaf
  readonly holds: boolean
  readonly reading: Reading
}

/** Literals that hold together; a condition holds where one of its clauses does. */
export type Clause = readonly Literal[]

/** More clauses than this are not compared: the answer is then left to people. */
const mostClauses = 256

/** The condition as alternatives of literals, definitions followed; `null` when there are too many to compare. */
export const clausesOf = (
  condition: Condition,
  document: PluginDocument,
  piece: ConstantPiece,
  reading: Reading,
  holds = true,
): readonly Clause[] | null => {
  const below = (child: Condition, as = holds) => clausesOf(child, document, piece, reading, as)
  if ('ref' in condition) return below(definitionOf(document, condition.ref))
  if ('not' in condition) return below(condition.not, !holds)
  if ('all' in condition)
    return combined(
      condition.all.map((child) => below(child)),
      holds,
    )
  if ('any' in condition)
    return combined(
      condition.any.map((child) => below(child)),
      !holds,
    )
  const parts = partsOf(resolve(condition, piece)).map((leaf) => [[plain({ leaf, holds, reading })]])
  return combined(parts, holds)
}

/** All of several conditions, or one of them. */
export const combined = (parts: readonly (readonly Clause[] | null)[], together: boolean): readonly Clause[] | null => {
  let clauses: readonly Clause[] = together ? [[]] : []
  for (const part of parts) {
    if (part === null) return null
    clauses = together ? clauses.flatMap((a) => part.map((b) => [...a, ...b])) : [...clauses, ...part]
    if (clauses.length > mostClauses) return null
  }
  return clauses
}

/** What is asked of several attributes at once is asked of each. */
const partsOf = (leaf: Leaf): readonly Leaf[] => {
  if ('person' in leaf) return Object.entries(leaf.person).map(([name, of]) => ({ person: { [name]: of } }))
  if (!('age' in leaf)) return [leaf]
  const { atLeast, atMost } = leaf.age
  return [
    ...(atLeast === undefined ? [] : [{ age: { atLeast } }]),
    ...(atMost === undefined ? [] : [{ age: { atMost } }]),
  ]
}

/** Not under forty is forty and more; not one of these is one of the others. */
const plain = (literal: Literal): Literal => {
  const { leaf, holds } = literal
  if (holds) return literal
  if ('age' in leaf) {
    const { atLeast, atMost } = leaf.age
    const age = atLeast === undefined ? { atLeast: (atMost ?? 0) + 1 } : { atMost: atLeast - 1 }
    return { ...literal, leaf: { age }, holds: true }
  }
  if (!('person' in leaf)) return literal
  const others = Object.entries(leaf.person).map(([name, of]) => [
    name,
    'in' in of ? { notIn: of.in } : { in: of.notIn },
  ])
  return { ...literal, leaf: { person: Object.fromEntries(others) }, holds: true }
}

export const opposite = (literal: Literal): Literal => plain({ ...literal, holds: !literal.holds })
