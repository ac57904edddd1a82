import { type Answer, andAnswer, answer } from '../../facts/held.ts'
import type { Piece } from '../../facts/person.ts'
import { levelOrder } from '../../facts/vocabulary.ts'
import type { Happened } from '../../law/condition.ts'
import type { Day } from '../../time/day.ts'
import { type Days, runs } from '../../time/days.ts'
import { period } from '../../time/period.ts'
import type { Range } from '../../time/stated.ts'
import { type Truth, withinOf } from '../../time/truth.ts'
import type { Atom } from '../node.ts'
import type { Resolved } from '../resolve.ts'
import type { Subject } from '../subject.ts'
import { ordinaryService } from '../where.ts'

interface Event {
  readonly on: Range
  readonly took: Answer
  readonly piece?: Piece
}

/** T5: days on which at least `times` such events lie within the period before, that day included. */
export const happenedAtom = (args: Resolved<Happened>): Atom => {
  const within = period(args.within)
  const events = (subject: Subject) => eventsOf(args, subject).filter((event) => event.took !== 'no')
  return {
    truth: (subject): Truth => {
      const windows = events(subject).map(({ on, took }) => ({ took, days: withinOf(on, within) }))
      return {
        surely: atLeast(
          windows.filter((w) => w.took === 'yes').map((w) => w.days.surely),
          args.times,
        ),
        possibly: atLeast(
          windows.map((w) => w.days.possibly),
          args.times,
        ),
      }
    },
    evidence: (subject) => ({
      pieces: events(subject).flatMap(({ piece }) => (piece === undefined ? [] : [piece])),
      states: args.event === 'stateStart' ? subject.person.states.filter((s) => s.kind === args.kind) : [],
    }),
  }
}

const eventsOf = ({ event, kind }: Resolved<Happened>, { person }: Subject): readonly Event[] => {
  if (event === 'stateStart') {
    return person.states.filter((s) => s.kind === kind).map((s) => ({ on: s.from, took: 'yes' }))
  }
  const career = person.pieces.filter((piece) => ordinaryService.includes(piece.capacity))
  return career.map((piece, i) => {
    const before = career[i - 1]
    const starts = piece.assignment !== before?.assignment
    if (event === 'promotion') return { on: piece.from, took: rose(before, piece), piece }
    const moved = event === 'appointment' || (before !== undefined && before.post !== piece.post)
    return { on: piece.from, took: answer(starts && moved), piece }
  })
}

const rose = (before: Piece | undefined, piece: Piece): Answer => {
  if (before === undefined) return 'no'
  if (before.level === null || piece.level === null) return 'unknown'
  return andAnswer('yes', answer(levelOrder.indexOf(piece.level) > levelOrder.indexOf(before.level)))
}

/** The days that lie in at least `n` of the sets. */
const atLeast = (sets: readonly Days[], n: number): Days => {
  const steps = new Map<Day, number>()
  for (const set of sets) {
    for (const [from, to] of runs(set)) {
      steps.set(from, (steps.get(from) ?? 0) + 1)
      steps.set(to, (steps.get(to) ?? 0) - 1)
    }
  }
  const out: Day[] = []
  let depth = 0
  for (const day of [...steps.keys()].sort((a, b) => a - b)) {
    const next = depth + (steps.get(day) ?? 0)
    if ((depth < n && next >= n) || (depth >= n && next < n)) out.push(day)
    depth = next
  }
  return out.length % 2 === 0 ? out : [...out, Infinity]
}
