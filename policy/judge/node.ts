import type { Piece, State } from '../facts/person.ts'
import type { Condition } from '../law/condition.ts'
import type { Truth } from '../time/truth.ts'
import type { Resolved } from './resolve.ts'
import type { Subject } from './subject.ts'

/** What a condition rests on for one subject: the rows it counts and the days they add up to. */
export interface Evidence {
  /** Pieces that count, or may count. */
  readonly pieces: readonly Piece[]
  readonly states: readonly State[]
  /** Days those pieces are held, holes bridged: what a tenure is measured on. */
  readonly held?: Truth
  /** Person attributes it reads that the file leaves blank or imprecise. */
  readonly missing?: readonly string[]
  /** True when a tenure was counted in terms without term rows (S10). */
  readonly assumedTerms?: boolean
}

export const noEvidence: Evidence = { pieces: [], states: [] }

/** A condition ready to be asked. One node for each node of the document's tree; definitions are followed. */
export interface Node {
  readonly condition: Resolved<Condition>
  readonly children: readonly Node[]
  /** Asked before any day is computed: where it is false, the truth is never. */
  mayHold(subject: Subject): boolean
  truth(subject: Subject): Truth
  evidence(subject: Subject): Evidence
}

/** The part of a node that an atom supplies; without `mayHold` its days have to be computed. */
export type Atom = Pick<Node, 'truth' | 'evidence'> & Partial<Pick<Node, 'mayHold'>>

/** The conditions a tree is made of, in the order of the text. */
export const leavesOf = (node: Node): readonly Node[] =>
  node.children.length === 0 ? [node] : node.children.flatMap(leavesOf)
