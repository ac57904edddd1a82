import type { Day } from '../time/day.ts'
import { type Days, daysFrom, noDays, union } from '../time/days.ts'
import { type Truth, truly } from '../time/truth.ts'
import type { Piece } from './person.ts'

/** What a question about one piece answers; `unknown` where the file leaves the attribute blank. */
export type Answer = 'yes' | 'no' | 'unknown'

/** A question every piece can answer. */
export type PieceTest = (piece: Piece) => Answer

export const answer = (yes: boolean): Answer => (yes ? 'yes' : 'no')

/** The weaker of two answers: both must hold. */
export const andAnswer = (a: Answer, b: Answer): Answer =>
  a === 'no' || b === 'no' ? 'no' : a === 'unknown' || b === 'unknown' ? 'unknown' : 'yes'

/** The stronger of two answers: one is enough. */
export const orAnswer = (a: Answer, b: Answer): Answer =>
  a === 'yes' || b === 'yes' ? 'yes' : a === 'unknown' || b === 'unknown' ? 'unknown' : 'no'

/** The days on which some of these pieces that passes the test is held. */
export const heldDays = (pieces: readonly Piece[], test: PieceTest): Truth => heldAs(pieces, test, undefined)

/** The same for a question that is asked about something beside the piece. */
export const heldAs = <A>(pieces: readonly Piece[], test: (piece: Piece, asked: A) => Answer, asked: A): Truth => {
  let possibly: Days = noDays
  let certain = true
  for (const piece of pieces) {
    const is = test(piece, asked)
    if (is === 'no') continue
    if (is === 'unknown' || !isPrecise(piece)) certain = false
    possibly = withRun(possibly, piece.from.lo, piece.to.hi)
  }
  if (certain) return truly(possibly)
  return { possibly, surely: surelyHeld(pieces.filter((piece) => test(piece, asked) === 'yes')) }
}

const isPrecise = ({ from, to }: Piece): boolean => from.lo === from.hi && to.lo === to.hi

const withRun = (days: Days, from: Day, to: Day): Days =>
  days.length === 0 ? daysFrom(from, to) : union(days, daysFrom(from, to))

const surelyHeld = (pieces: readonly Piece[]): Days => {
  let days: Days = noDays
  for (const { from, to } of pieces) days = withRun(days, from.hi, to.lo)
  return withJoints(days, pieces)
}

/**
 * Adds the days around a shared unknown boundary. On them the person is in the ending piece or in the starting one, so what
 * surely holds of both surely holds throughout (S5).
 */
const withJoints = (surely: Days, pieces: readonly Piece[]): Days => {
  let days = surely
  for (const ending of pieces) {
    const { joint, lo, hi } = ending.to
    if (joint === undefined) continue
    for (const starting of pieces) {
      if (starting.from.joint !== joint) continue
      days = union(days, daysFrom(Math.max(lo, ending.from.hi), Math.min(hi, starting.to.lo)))
    }
  }
  return days
}
