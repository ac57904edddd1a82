import type { Day } from '../time/day.ts'
import { type Days, daysFrom, noDays, union } from '../time/days.ts'
import type { Truth } from '../time/truth.ts'
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
export const heldDays = (pieces: readonly Piece[], test: PieceTest): Truth => {
  const sure: Piece[] = []
  const maybe: Piece[] = []
  for (const piece of pieces) {
    const is = test(piece)
    if (is !== 'no') maybe.push(piece)
    if (is === 'yes') sure.push(piece)
  }
  const possibly = daysOfPieces(maybe, possiblyHeld)
  if (sure.length === maybe.length && maybe.every(isPrecise)) return { surely: possibly, possibly }
  return { possibly, surely: withJoints(daysOfPieces(sure, surelyHeld), sure) }
}

const isPrecise = ({ from, to }: Piece): boolean => from.lo === from.hi && to.lo === to.hi
const possiblyHeld = ({ from, to }: Piece): readonly [Day, Day] => [from.lo, to.hi]
const surelyHeld = ({ from, to }: Piece): readonly [Day, Day] => [from.hi, to.lo]

const daysOfPieces = (pieces: readonly Piece[], held: (piece: Piece) => readonly [Day, Day]): Days => {
  let days: Days = noDays
  for (const piece of pieces) days = union(days, daysFrom(...held(piece)))
  return days
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
