import type { Day } from '../../time/day.ts'
import { type Days, daysFrom, intersect, minus, noDays, sameDays, union } from '../../time/days.ts'
import { never, type Truth, truly } from '../../time/truth.ts'
import { type Answer, heldDays } from '../held.ts'
import type { Chart } from '../org.ts'
import type { Divisions, Piece } from '../person.ts'
import { askOn } from './chart-on.ts'
import { type Placed, pinsOfBoth, placed } from './placed.ts'
import type { AskedRelation } from './relation.ts'
import { scopeOf } from './scope.ts'
import { standsTo } from './stands.ts'

/**
 * Days on which the post of `first` stands in the relation to the post of `second`, while both are held (S21 for a blank
 * `reports_to`). With a direction, `first` leads.
 */
export const relationDays = (
  asked: AskedRelation,
  first: Piece,
  second: Piece,
  chart: Chart,
  divisions: Divisions,
): Truth => relationOver(asked, [first], [second], chart, divisions)

/**
 * The same for all the service of two people in two posts. A day that lies in one piece or the next, the file does not say which,
 * is sure when the relation is sure of both (S5).
 */
export const relationOver = (
  asked: AskedRelation,
  firsts: readonly Piece[],
  seconds: readonly Piece[],
  chart: Chart,
  divisions: Divisions,
): Truth => {
  let possibly: Days = noDays
  let doubted: Days = noDays
  let sure: Days = noDays
  for (const first of firsts) {
    for (const second of seconds) {
      const window = intersect(heldAtMost(first), heldAtMost(second))
      if (window.length === 0) continue
      const found = mayStand(asked, first, second)
        ? standingIn(window, asked, placed(first, chart), placed(second, chart), chart, divisions)
        : notStanding(window, first, second, chart)
      possibly = union(possibly, found.possibly)
      doubted = union(doubted, found.doubted)
      const held = intersect(heldAtLeast(first), heldAtLeast(second))
      sure = union(sure, minus(intersect(held, found.possibly), found.doubted))
    }
  }
  if (possibly.length === 0) return never
  const held = intersect(surelyHeld(firsts), surelyHeld(seconds))
  const surely = union(sure, minus(intersect(held, possibly), doubted))
  return sameDays(surely, possibly) ? truly(possibly) : { surely, possibly }
}

const heldAtMost = ({ from, to }: Piece): Days => daysFrom(from.lo, to.hi)
const heldAtLeast = ({ from, to }: Piece): Days => daysFrom(from.hi, to.lo)
const surelyHeld = (pieces: readonly Piece[]): Days => heldDays(pieces, () => 'yes').surely

/** Asked before any day is computed: what the pieces alone rule out. */
export const mayStand = (asked: AskedRelation, first: Piece, second: Piece): boolean => {
  const { relation, organClosure = 'organ' } = asked
  const scope = scopeOf(relation, asked.scope)
  if (scope === 'sameOrgan' && organClosure === 'organ' && first.organ !== second.organ) return false
  if (scope === 'sameLegalPerson' && first.legalPerson !== second.legalPerson) return false
  if (scope === 'sameJurisdiction' && first.place !== second.place) return false
  switch (relation) {
    case 'sameTeam':
      return first.team !== null && first.team === second.team
    case 'sameInternalUnit':
      return first.internalUnit !== null && first.internalUnit === second.internalUnit
    case 'sameUnit':
      return first.organ === second.organ || (first.legalPerson !== null && first.legalPerson === second.legalPerson)
    case 'sameCommission':
      return first.organ === second.organ
    case 'leadsAndSensitive':
    case 'regulates':
      return first.leading !== false
    case 'adjacentLevel':
      return first.leading !== false && second.leading !== false && first.organ !== second.organ
    default:
      return true
  }
}

interface Found {
  readonly possibly: Days
  /** Days on which it is not sure, were both pieces held. */
  readonly doubted: Days
}

const notStanding = (window: Days, first: Piece, second: Piece, chart: Chart): Found => {
  const blurred = [first.from, first.to, second.from, second.to].some(({ joint }) => joint !== undefined)
  const together = !blurred || pinsOfBoth(placed(first, chart), placed(second, chart), window) !== null
  return { possibly: noDays, doubted: together ? window : noDays }
}

/** Walks the window from one change of the organisation to the next, asking in every way the files leave a day open. */
const standingIn = (
  window: Days,
  asked: AskedRelation,
  first: Placed,
  second: Placed,
  chart: Chart,
  divisions: Divisions,
): Found => {
  const pins = pinsOfBoth(first, second, window)
  if (pins === null) return { possibly: noDays, doubted: noDays }
  const [start = Infinity, end = Infinity] = window
  const possibly: Day[] = []
  const doubted: Day[] = []
  for (let day = start; day < end; ) {
    const { answers, until } = askOn<Answer>(
      chart,
      pins,
      day,
      (on) => standsTo(asked, first, second, on, divisions),
      'unknown',
    )
    const stop = Math.min(until, end)
    if (answers.has('yes') || answers.has('unknown')) extend(possibly, day, stop)
    if (answers.has('no') || answers.has('unknown')) extend(doubted, day, stop)
    day = stop
  }
  return { possibly, doubted }
}

const extend = (days: Day[], from: Day, to: Day): void => {
  if (days.at(-1) === from) days[days.length - 1] = to
  else days.push(from, to)
}
