import { type Answer, heldAs, heldDays, orAnswer } from '../../facts/held.ts'
import type { Piece } from '../../facts/person.ts'
import { type Stay, staysOf, wholeCareer } from '../../facts/stays.ts'
import type { Capacity, Dim } from '../../facts/vocabulary.ts'
import type { Bridge, Lasting, Where } from '../../law/condition.ts'
import { accumulated, bridge, lasting } from '../../time/days.ts'
import { period, shortestDays } from '../../time/period.ts'
import { either, isCertain, lift, never, type Truth } from '../../time/truth.ts'
import type { Atom, Evidence } from '../node.ts'
import type { Resolved } from '../resolve.ts'
import type { Subject } from '../subject.ts'
import { compileWhere, type WhereTest } from '../where.ts'

/** Service away from the home post: it bridges the home stay and counts (S3). */
const away: readonly Capacity[] = ['secondment', 'loan']

/** T1: days the subject's pieces satisfy `where`. */
export const heldAtom = (where: Resolved<Where>): Atom => {
  const test = compileWhere(where)
  return {
    mayHold: (subject) => subject.stay.pieces.some((piece) => test(piece, subject) !== 'no'),
    truth: (subject) => heldAs(subject.stay.pieces, test, subject),
    evidence: (subject) => counting(subject, test),
  }
}

/** T2: N years unbroken in the subject's stay, or along a dimension of the whole career. */
export const lastingAtom = ({ along, where, atLeast, bridge: holes }: Resolved<Lasting>): Atom => {
  const test = compileWhere(where)
  const span = period(atLeast)
  const enough = shortestDays(span)
  const bridged = bridging(test, holes)
  const lasted = (subject: Subject): Truth =>
    reaches(subject.stay, enough) ? lift(bridged(subject), (d) => lasting(d, span)) : never
  return {
    mayHold: ({ stay }) => along !== undefined || reaches(stay, enough),
    truth: (subject) =>
      along === undefined ? lasted(subject) : staysAlong(subject, along).map(lasted).reduce(either, never),
    evidence: (subject) => {
      const stays = along === undefined ? [subject] : staysAlong(subject, along)
      const pieces = stays.flatMap((s) => counting(s, test).pieces)
      return { pieces, states: [], held: stays.map(bridged).reduce(either, never) }
    },
  }
}

/** Whether so many days lie between the first and the last on which some piece of a stay may be held: no run of it is longer. */
const reaches = ({ pieces }: Stay, days: number): boolean => {
  let first = Infinity
  let last = -Infinity
  for (const { from, to } of pieces) {
    if (from.lo < first) first = from.lo
    if (to.hi > last) last = to.hi
  }
  return last - first >= days
}

/** T3: N years in sum, over the whole career. */
export const accumulatedAtom = ({ where, atLeast }: { where: Resolved<Where>; atLeast: string }): Atom => {
  const test = compileWhere(where)
  const span = period(atLeast)
  const bridged = bridging(test, undefined)
  return {
    truth: (subject) => lift(bridged(career(subject)), (d) => accumulated(d, span)),
    evidence: (subject) => {
      const whole = career(subject)
      return { ...counting(whole, test), held: bridged(whole) }
    },
  }
}

/** The subject's days under `test`, with the holes that do not break a stay. */
export const bridging = (test: WhereTest, holes: Resolved<Bridge> | undefined): ((subject: Subject) => Truth) => {
  const { days = 0, over = away } = holes ?? {}
  const isOver = (piece: Piece): Answer => (over.includes(piece.capacity) ? 'yes' : 'no')
  return (subject) => {
    const { stay, person } = subject
    const held = heldAs(stay.pieces, test, subject)
    if (held.possibly.length <= 2 && isCertain(held)) return held
    const elsewhere = person.pieces.filter((piece) => isOver(piece) === 'yes')
    if (elsewhere.length === 0) return lift(held, (d) => bridge(d, days, []))
    const inStay = new Set(stay.pieces)
    const covered = heldDays([...new Set([...stay.pieces, ...elsewhere])], (piece) =>
      orAnswer(isOver(piece), inStay.has(piece) ? test(piece, subject) : 'no'),
    )
    const possibly = bridge(held.possibly, days, covered.possibly)
    return isCertain(held) && isCertain(covered)
      ? { surely: possibly, possibly }
      : { possibly, surely: bridge(held.surely, days, covered.surely) }
  }
}

/** The same person as one subject of the whole career. */
export const career = (subject: Subject): Subject =>
  subject.stay.pieces === subject.person.pieces ? subject : { ...subject, stay: wholeCareer(subject.person.pieces) }

const staysAlong = (subject: Subject, along: Dim): readonly Subject[] =>
  staysOf(subject.person.pieces, [along], subject.setting).map((stay) => ({ ...subject, stay }))

/** The pieces that count or may count. */
export const counting = (subject: Subject, test: WhereTest): Evidence => ({
  pieces: subject.stay.pieces.filter((piece) => test(piece, subject) !== 'no'),
  states: [],
})
