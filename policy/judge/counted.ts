import type { Piece, State } from '../facts/person.ts'
import type { Day } from '../time/day.ts'
import { runs } from '../time/days.ts'
import { type CompiledRule, pieceOn } from './compiled-rule.ts'
import type { Counted } from './finding.ts'
import type { Node } from './node.ts'
import type { Subject } from './subject.ts'

/**
 * The assignments and states a finding counts, earliest first: what its tenures are measured on, up to the end of the
 * finding. Where the rule measures nothing, the assignments held while it binds.
 */
export const countedFacts = (version: CompiledRule, subject: Subject, from: Day, to: Day): readonly Counted[] => {
  const node = pieceOn(version, from)?.node
  if (node === undefined) return []
  const leaves = leavesOf(node)
  const measured = leaves.flatMap((leaf) => measuredPieces(leaf, subject, from, to))
  const pieces = measured.length > 0 ? measured : subject.stay.pieces.filter((p) => overlaps(p, from, to))
  const states = leaves.flatMap((leaf) => leaf.evidence(subject).states).filter((s) => overlaps(s, from, to))
  return [...assignmentsOf(pieces), ...unique(states).map(countedState)]
}

export const leavesOf = (node: Node): readonly Node[] =>
  node.children.length === 0 ? [node] : node.children.flatMap(leavesOf)

/** The pieces a tenure counts towards a day: those of the unbroken run it lies in, or of the whole career for a sum. */
export const measuredPieces = (leaf: Node, subject: Subject, from: Day, to: Day): readonly Piece[] => {
  const { pieces, held } = leaf.evidence(subject)
  if ('held' in leaf.condition || 'native' in leaf.condition) return []
  if (held === undefined) return pieces.filter((piece) => piece.from.lo < to)
  if ('accumulated' in leaf.condition || 'terms' in leaf.condition) return pieces.filter((p) => p.from.lo < to)
  const run = [...runs(held.possibly)].find(([start, end]) => start <= from && from < end)
  return run === undefined ? [] : pieces.filter((p) => overlaps(p, run[0], Math.min(run[1], to)))
}

const overlaps = ({ from, to }: Piece | State, start: Day, end: Day): boolean => from.lo < end && start < to.hi

const unique = <T extends { readonly id: string }>(rows: readonly T[]): readonly T[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
]

const countedState = ({ id, from, to }: State): Counted => ({ kind: 'state', id, from, to })

/** The pieces as whole assignments again. */
export const assignmentsOf = (pieces: readonly Piece[]): readonly Counted[] => {
  const byAssignment = new Map<string, Counted>()
  for (const { assignment, from, to } of pieces.toSorted((a, b) => a.from.lo - b.from.lo || a.from.hi - b.from.hi)) {
    const before = byAssignment.get(assignment)
    byAssignment.set(assignment, {
      kind: 'assignment',
      id: assignment,
      from: rangeOf(before?.from ?? from),
      to: rangeOf(before === undefined || to.hi > before.to.hi ? to : before.to),
    })
  }
  return [...byAssignment.values()]
}

const rangeOf = ({ lo, hi }: { readonly lo: Day; readonly hi: Day }) => ({ lo, hi })
