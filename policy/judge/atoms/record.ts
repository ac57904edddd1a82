import type { DossierRecord, PersonFacts, State } from '../../facts/person.ts'
import type { DossierHas, StateIs } from '../../law/condition.ts'
import { addWorkdays } from '../../time/calendar.ts'
import { daysFrom, sameDays } from '../../time/days.ts'
import { addPeriod, period } from '../../time/period.ts'
import { exactly, type Range } from '../../time/stated.ts'
import { between, some, type Truth, truly, withinOf } from '../../time/truth.ts'
import type { Atom } from '../node.ts'
import type { Resolved } from '../resolve.ts'

/** A case filed without a word on its stage is a formal one (roster, states). */
const statedValue = ({ kind, value }: State): string | null => value ?? (kind === 'case_filed' ? 'filed' : null)

/** P4: days such a state holds, or the days of its influence under the law's table. No row means no. */
export const stateAtom = ({ kind, values, influence }: Resolved<StateIs>): Atom => {
  const matches = (state: State) =>
    state.kind === kind && (values === undefined || values.includes(statedValue(state) ?? ''))
  return {
    mayHold: ({ person }) => person.states.some(matches),
    truth: ({ person }) =>
      some(
        person.states
          .filter(matches)
          .map((state) => (influence === undefined ? heldFor(state, person, matches) : influenced(state, influence))),
      ),
    evidence: ({ person }) => ({ pieces: [], states: person.states.filter(matches) }),
  }
}

/**
 * An appraisal still open holds until the next one; any other row for its own days. A next one that matches too goes on from
 * there, so that its day, even unknown, ends nothing.
 */
const heldFor = (state: State, person: PersonFacts, matches: (state: State) => boolean): Truth => {
  if (state.kind !== 'appraisal' || !isOpen(state)) return between(state.from, state.to)
  const { lo, hi } = state.from
  const ending = person.states.filter((o) => o.kind === 'appraisal' && o !== state && !(matches(o) && isOpen(o)))
  const endOf = (other: State): Range => (matches(other) ? other.to : other.from)
  const latest = ending.filter(({ from }) => from.lo > hi).map((other) => endOf(other).hi)
  const earliest = ending.filter(({ from }) => from.hi > lo).map((other) => Math.max(endOf(other).lo, lo + 1))
  const possibly = daysFrom(lo, Math.min(...latest))
  const surely = daysFrom(hi, Math.min(...earliest))
  return sameDays(surely, possibly) ? truly(possibly) : { surely, possibly }
}

const isOpen = ({ to }: State): boolean => to.lo === Infinity

const influenced = (state: State, table: Readonly<Record<string, string>>): Truth => {
  const span = Object.hasOwn(table, state.value ?? '') ? table[state.value ?? ''] : undefined
  return span === undefined ? some([]) : withinOf(state.from, period(span))
}

/** P6: days from a record, after whole working days, while it is valid. */
export const dossierAtom = ({ kind, result, validFor, workdays = 0 }: Resolved<DossierHas>): Atom => {
  const matches = (record: DossierRecord) => record.kind === kind && (result === undefined || record.result === result)
  const end = (record: DossierRecord, start: Range): Range => {
    const until = record.until ?? Infinity
    if (validFor === undefined) return exactly(until)
    const span = period(validFor)
    return { lo: Math.min(until, addPeriod(start.lo, span)), hi: Math.min(until, addPeriod(start.hi, span)) }
  }
  return {
    mayHold: ({ person }) => person.dossier.some(matches),
    truth: ({ person }) =>
      some(
        person.dossier.filter(matches).map((record) => {
          const start = { lo: addWorkdays(record.on.lo, workdays), hi: addWorkdays(record.on.hi, workdays) }
          return between(start, end(record, start))
        }),
      ),
    evidence: () => ({ pieces: [], states: [] }),
  }
}
