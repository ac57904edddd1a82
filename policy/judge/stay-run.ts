import type { PersonFacts, Piece, Setting } from '../facts/person.ts'
import { type Stay, staysOf } from '../facts/stays.ts'
import type { Dim } from '../facts/vocabulary.ts'
import type { Day } from '../time/day.ts'
import { runs } from '../time/days.ts'
import type { Range } from '../time/stated.ts'
import { bridging } from './atoms/tenure.ts'
import { assignmentsOf } from './counted.ts'
import type { Subject } from './subject.ts'
import { compileWhere } from './where.ts'

/** Why two assignments are one stay: the same key, a key that succeeds it, one stated month, or service away between them. */
export type JoinReason = 'SAME_KEY' | 'SUCCESSION' | 'SHARED_MONTH' | 'BRIDGED'

/** One unbroken run of a stay: what an officer calls "ten years in this post". */
export interface StayRun {
  readonly key: readonly string[]
  readonly from: Range
  readonly to: Range
  readonly assignments: readonly string[]
  readonly joined: readonly { readonly assignment: string; readonly reason: JoinReason }[]
}

/** The runs of a person's stays along `per` that began by the day, earliest first. */
export const stayRuns = (person: PersonFacts, per: readonly Dim[], setting: Setting, on: Day): readonly StayRun[] => {
  const ordinary = compileWhere(undefined)
  const held = bridging(ordinary, undefined)
  return staysOf(person.pieces, per, setting)
    .flatMap((stay) => {
      const subject: Subject = { person, stay, setting, own: '' }
      const counts = stay.pieces.filter((piece) => ordinary(piece, subject) !== 'no')
      return [...runs(held(subject).possibly)]
        .filter(([from]) => from <= on)
        .map(([from, to]) =>
          runOf(
            stay,
            counts.filter((p) => p.from.lo < to && from < p.to.hi),
          ),
        )
    })
    .toSorted((a, b) => a.from.lo - b.from.lo)
}

const runOf = (stay: Stay, pieces: readonly Piece[]): StayRun => {
  const oneKey = stay.key.join() === stay.origin.join()
  const ordered = pieces.toSorted((a, b) => a.from.lo - b.from.lo || a.from.hi - b.from.hi)
  const [first, last] = [ordered[0]?.from, ordered.toSorted((a, b) => b.to.hi - a.to.hi)[0]?.to]
  const joined = ordered.flatMap((piece, i) => {
    const before = ordered[i - 1]
    if (before === undefined || before.assignment === piece.assignment) return []
    return [{ assignment: piece.assignment, reason: reasonFor(before, piece, oneKey) }]
  })
  const never: Range = { lo: Infinity, hi: Infinity }
  return {
    key: stay.key,
    from: first ?? never,
    to: last ?? never,
    assignments: assignmentsOf(ordered).map((a) => a.id),
    joined,
  }
}

const reasonFor = (before: Piece, piece: Piece, oneKey: boolean): JoinReason => {
  if (before.to.hi < piece.from.lo) return 'BRIDGED'
  if (before.to.joint !== undefined && before.to.joint === piece.from.joint) return 'SHARED_MONTH'
  return oneKey || before.post === piece.post ? 'SAME_KEY' : 'SUCCESSION'
}
