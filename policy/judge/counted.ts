import type { Piece, State } from '../facts/person.ts'
import type { Day } from '../time/day.ts'
import { runAt } from '../time/days.ts'
import { type CompiledRule, pieceOn } from './compiled-rule.ts'
import type { Counted } from './finding.ts'
import type { Evidence, Node } from './node.ts'
import type { Subject } from './subject.ts'

/**
 * The assignments and states a finding counts, earliest first: what its tenures are measured on, up to the end of the
 * finding. Where the rule measures nothing, the assignments held while it binds.
 */
export const countedFacts = (version: CompiledRule, subject: Subject, from: Day, to: Day): readonly Counted[] => {
  const judging = pieceOn(version, from)
  if (judging === undefined) return []
  const measured: Piece[] = []
  const states: State[] = []
  for (const leaf of judging.leaves) {
    const evidence = leaf.evidence(subject)
    for (const piece of measuredPieces(leaf, evidence, from, to)) measured.push(piece)
    for (const state of evidence.states) if (overlaps(state, from, to)) states.push(state)
  }
  const pieces = measured.length > 0 ? measured : subject.stay.pieces.filter((p) => overlaps(p, from, to))
  const assignments = assignmentsOf(pieces)
  return states.length === 0 ? assignments : [...assignments, ...unique(states).map(countedState)]
}

/** The pieces a tenure counts towards a day: those of the unbroken run it lies in, or of the whole career for a sum. */
export const measuredPieces = ({ condition }: Node, evidence: Evidence, from: Day, to: Day): readonly Piece[] => {
  const { pieces, held } = evidence
  if (pieces.length === 0 || 'held' in condition || 'native' in condition) return noPieces
  if (held === undefined || 'accumulated' in condition || 'terms' in condition)
    return pieces.filter((piece) => piece.from.lo < to)
  const run = runAt(held.possibly, from)
  return run === null ? noPieces : pieces.filter((p) => overlaps(p, run[0], Math.min(run[1], to)))
}

const noPieces: readonly Piece[] = []

const overlaps = ({ from, to }: Pick<Counted, 'from' | 'to'>, start: Day, end: Day): boolean =>
  from.lo < end && start < to.hi

const unique = <T extends { readonly id: string }>(rows: readonly T[]): readonly T[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
]

const countedState = ({ id, from, to }: State): Counted => ({ kind: 'state', id, from, to })

/** The pieces as whole assignments again, earliest first. */
export const assignmentsOf = (pieces: readonly Piece[]): readonly Counted[] => {
  const [first, second] = pieces
  if (first !== undefined && second === undefined) return [countedAssignment(first)]
  const byAssignment = new Map<string, Counted>()
  for (const piece of pieces.toSorted((a, b) => a.from.lo - b.from.lo || a.from.hi - b.from.hi)) {
    const { from, to } = byAssignment.get(piece.assignment) ?? piece
    const ended = piece.to.hi > to.hi ? piece.to : to
    byAssignment.set(piece.assignment, countedAssignment({ assignment: piece.assignment, from, to: ended }))
  }
  return [...byAssignment.values()]
}

const countedAssignment = ({
  assignment,
  from,
  to,
}: Pick<Piece, 'assignment'> & Pick<Counted, 'from' | 'to'>): Counted => ({
  kind: 'assignment',
  id: assignment,
  from: rangeOf(from),
  to: rangeOf(to),
})

const rangeOf = ({ lo, hi }: { readonly lo: Day; readonly hi: Day }) => ({ lo, hi })
