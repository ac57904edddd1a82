import type { KinEdge, KinGraph, ParentKind, Range, Relative, TieEnd } from '../../../policy/index.ts'

/** People are numbers; what is on file of them and between them is stated as a file states it, blurred or to the day. */
export interface Someone {
  readonly birth: Range | null
  readonly died: Range | null
}

/** `a` is a parent of `b`, or the two are married, or they have a special interest in each other. */
export interface Tie {
  readonly id: string
  readonly what: 'parent' | 'spouse' | 'special_interest'
  readonly a: number
  readonly b: number
  readonly kind: ParentKind | null
  readonly from: Range | null
  readonly to: Range | null
  readonly endedBy: TieEnd | null
  readonly verified: boolean
  /** Whose own file declares it. */
  readonly declaredBy: number
}

export interface Family {
  readonly people: readonly Someone[]
  readonly ties: readonly Tie[]
}

const edgeFrom = (tie: Tie, person: number): KinEdge => {
  const relative = person === tie.a ? tie.b : tie.a
  const { id, kind, from, to, endedBy, verified } = tie
  const relation = tie.what !== 'parent' ? tie.what : relative === tie.a ? 'parent' : 'child'
  const declared = tie.declaredBy === person
  return { id, person: `${person}`, relative: `${relative}`, relation, kind, from, to, endedBy, verified, declared }
}

/** The family as the engine reads it: every tie outward from both its ends. */
export const graphOf = ({ people, ties }: Family): KinGraph => {
  const relatives = people.map(({ birth, died }, at): Relative => ({ id: `${at}`, sex: null, birth, died }))
  const edges = people.map((_, at) => ties.filter(({ a, b }) => a === at || b === at).map((tie) => edgeFrom(tie, at)))
  return {
    relative: (id) => relatives[Number(id)] ?? { id, sex: null, birth: null, died: null },
    edges: (person) => edges[Number(person)] ?? [],
  }
}
