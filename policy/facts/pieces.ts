import { anyDay, parseStated, type Range, type StatedText } from '../time/stated.ts'
import { type Org, placementAt, versionStarts } from './org.ts'
import type { Edge, Piece } from './person.ts'
import type { Capacity, Level } from './vocabulary.ts'

/** An assignment as the file states it. `to` is `null` while the person still holds the post. */
export interface AssignmentFacts {
  readonly id: string
  readonly post: string
  readonly from: StatedText
  readonly to: StatedText | null
  readonly capacity: Capacity
  readonly level: Level | null
}

interface Held {
  readonly assignment: AssignmentFacts
  from: Edge
  to: Edge
}

const open: Edge = { lo: Infinity, hi: Infinity }

/**
 * Cuts a career into pieces. An unknown day is bounded by the neighbouring known starts (S6); an end and the next start in
 * one stated month are one unknown day (S5); inside a piece every attribute of post, unit and team is constant.
 */
export const cutCareer = (assignments: readonly AssignmentFacts[], org: Org): Piece[] => {
  const career = bounded(assignments)
  let joints = shareBoundaries(career)
  return career.flatMap((held) => {
    const cuts = [...versionStarts(org, held.assignment.post)].filter(
      (cut) => cut.hi > held.from.lo && cut.lo < held.to.hi,
    )
    const marks: Edge[] = cuts.map((cut) => (cut.lo === cut.hi ? cut : { ...cut, joint: joints++ }))
    return [null, ...marks].flatMap((mark, i) => pieceBetween(held, mark, marks[i] ?? null, org))
  })
}

const pieceBetween = (held: Held, start: Edge | null, end: Edge | null, org: Org): Piece[] => {
  const { assignment } = held
  const from = start === null ? held.from : later(held.from, start)
  const to = end === null ? held.to : earlier(held.to, end)
  if (from.lo >= to.hi) return []
  const placement = placementAt(org, assignment.post, start === null ? -Infinity : start.lo, held.from.lo)
  const level = assignment.level ?? placement.level
  return [{ ...placement, level, assignment: assignment.id, capacity: assignment.capacity, from, to }]
}

const later = (a: Edge, b: Edge): Edge =>
  a.hi <= b.lo ? b : b.hi <= a.lo ? a : { lo: Math.max(a.lo, b.lo), hi: Math.max(a.hi, b.hi) }
const earlier = (a: Edge, b: Edge): Edge =>
  a.hi <= b.lo ? a : b.hi <= a.lo ? b : { lo: Math.min(a.lo, b.lo), hi: Math.min(a.hi, b.hi) }

const known = (text: StatedText): Range | null => (text === '?' ? null : parseStated(text))

/** Replaces `?` by the days between the neighbouring known starts. */
const bounded = (assignments: readonly AssignmentFacts[]): Held[] => {
  const starts = assignments.map((a) => known(a.from))
  return assignments.map((assignment, i) => {
    const to = assignment.to === null ? open : known(assignment.to)
    const before = starts.slice(0, i).findLast((s) => s !== null) ?? anyDay
    const next = starts.slice(i + 1).find((s) => s !== null) ?? anyDay
    const from = starts[i] ?? { lo: before.lo, hi: Math.min(next.hi, to?.hi ?? Infinity) }
    return { assignment, from, to: to ?? { lo: from.lo, hi: Math.max(next.hi, from.lo) } }
  })
}

/**
 * Makes an end and the next start that share a stated month (or year) one unknown day; the more exact statement wins.
 * Returns the first unused joint number.
 */
const shareBoundaries = (career: readonly Held[]): number => {
  let joints = 0
  const order = career.toSorted((a, b) => a.from.lo - b.from.lo || a.from.hi - b.from.hi)
  order.forEach((ending, i) => {
    if (ending.assignment.to === null || ending.assignment.to === '?') return
    for (const next of nextStarts(ending, order.slice(i + 1))) {
      const shared = { lo: Math.max(ending.to.lo, next.from.lo), hi: Math.min(ending.to.hi, next.from.hi) }
      const merged = [ending.to.joint, next.from.joint].filter((joint) => joint !== undefined)
      const edge = shared.lo === shared.hi ? shared : { ...shared, joint: merged[0] ?? joints++ }
      for (const held of career) {
        if (held === ending || merged.includes(held.to.joint ?? -1)) held.to = edge
        if (held === next || merged.includes(held.from.joint ?? -1)) held.from = edge
      }
    }
  })
  return joints
}

/** The assignments that begin where this one ends: the next one, and those that begin beside it. */
const nextStarts = (ending: Held, rest: readonly Held[]): readonly Held[] => {
  const overlapping = rest.filter(
    (h) => h.assignment.from !== '?' && h.from.lo <= ending.to.hi && h.from.hi >= ending.to.lo,
  )
  const first = overlapping[0]
  if (first === undefined || (ending.to.lo === ending.to.hi && first.from.lo === first.from.hi)) return []
  const endsThere = (h: Held) => h.to.lo <= first.from.hi
  return overlapping.filter(
    (h) => h === first || (h.from.lo === first.from.lo && h.from.hi === first.from.hi && !endsThere(first)),
  )
}
