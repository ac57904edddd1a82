import { heldAs } from '../../facts/held.ts'
import type { Term } from '../../facts/person.ts'
import type { Where } from '../../law/condition.ts'
import { type Days, daysFrom, intersect, noDays, runs, union } from '../../time/days.ts'
import { addPeriod, type Period, period } from '../../time/period.ts'
import { either, lift, never, type Truth } from '../../time/truth.ts'
import type { Atom } from '../node.ts'
import type { Resolved } from '../resolve.ts'
import type { Subject } from '../subject.ts'
import { compileWhere } from '../where.ts'
import { bridging, counting } from './tenure.ts'

interface TermsArgs {
  readonly where: Resolved<Where>
  readonly atLeast: number
  readonly countsFrom: string
}

/** Length of a term where no term rows tell it (任期规定 art 3). */
const statedTerm: Period = { months: 60, days: 0 }

/** T4: days from the end of the n-th consecutive team term of which the stay covers at least `countsFrom` (S10). */
export const termsAtom = ({ where, atLeast, countsFrom }: TermsArgs): Atom => {
  const test = compileWhere(where)
  const served = period(countsFrom)
  const truth = (subject: Subject): Truth => {
    const pieces = subject.stay.pieces.filter((piece) => test(piece, subject) !== 'no')
    let days = never
    for (const team of new Set(pieces.map((piece) => piece.team))) {
      const inTeam: Subject = { ...subject, stay: { ...subject.stay, pieces: pieces.filter((p) => p.team === team) } }
      const terms = team === null ? [] : subject.setting.terms(team)
      const held = bridging(test, undefined)(inTeam)
      const after = terms.length === 0 ? withoutRows(atLeast) : nthTermEnds(terms, atLeast, served)
      days = either(days, lift(held, after))
    }
    return days
  }
  return {
    truth,
    evidence: (subject) => ({
      ...counting(subject, test),
      held: heldAs(subject.stay.pieces, test, subject),
      assumedTerms: subject.stay.pieces.some((p) => p.team === null || subject.setting.terms(p.team).length === 0),
    }),
  }
}

const nthTermEnds =
  (terms: readonly Term[], n: number, served: Period) =>
  (held: Days): Days => {
    const ordered = terms.toSorted((a, b) => a.number - b.number)
    let row = 0
    let last = Number.NaN
    for (const term of ordered) {
      row = coversEnough(held, term, served) ? (term.number === last + 1 ? row + 1 : 1) : 0
      last = term.number
      if (row >= n) return daysFrom(term.to)
    }
    return noDays
  }

const coversEnough = (held: Days, term: Term, served: Period): boolean => {
  for (const [from, to] of runs(intersect(held, daysFrom(term.from, term.to)))) {
    if (addPeriod(from, served) <= to) return true
  }
  return false
}

const withoutRows =
  (n: number) =>
  (held: Days): Days => {
    let days: Days = noDays
    for (const [from, to] of runs(held)) {
      const end = addPeriod(from, { months: statedTerm.months * n, days: 0 })
      if (end <= to) days = union(days, daysFrom(end))
    }
    return days
  }
