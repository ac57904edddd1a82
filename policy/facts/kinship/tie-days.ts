import { meets, noDays, runAt } from '../../time/days.ts'
import { addYears } from '../../time/period.ts'
import type { Range } from '../../time/stated.ts'
import { between, both, either, type Holds, negated, never, type Truth } from '../../time/truth.ts'
import type { KinEdge, KinGraph } from './kin-edge.ts'
import { type Tie, tiesOf } from './ties.ts'

/** The days of one tie: while it stands, and the days on which only a trace of it is left. */
export interface TieDays {
  readonly stands: Truth
  /** Of a marriage that death ended: from that day on. */
  readonly widowed: Truth
  /** Of a parent by birth: while another’s adoption has severed it. */
  readonly severed: Truth
}

const ever: Range = { lo: -Infinity, hi: -Infinity }
const open: Range = { lo: Infinity, hi: Infinity }
const majority = 18

const asFiled = (days: Truth, { verified }: KinEdge): Truth => (verified ? days : { ...days, surely: noDays })

/** Days of a tie as both its ends have it on file. */
export const daysOfTie = (tie: Tie, graph: KinGraph): TieDays => {
  let days: TieDays = { stands: never, widowed: never, severed: never }
  for (const edge of tie.edges) {
    const more = tie.step === 'S' ? marriage(edge, tie, graph) : descent(edge, tie, graph)
    days = {
      stands: either(days.stands, more.stands),
      widowed: either(days.widowed, more.widowed),
      severed: either(days.severed, more.severed),
    }
  }
  return days
}

const earlier = (a: Range, b: Range): Range => ({ lo: Math.min(a.lo, b.lo), hi: Math.min(a.hi, b.hi) })

/** From the wedding until the divorce, or the death of either. */
const marriage = (edge: KinEdge, tie: Tie, graph: KinGraph): TieDays => {
  const death = [tie.from, tie.to].map((id) => graph.relative(id).died ?? open).reduce(earlier)
  const end = edge.to ?? open
  const byDeath = edge.endedBy === 'death' || (edge.to === null && death.lo < Infinity)
  const until = earlier(end, death)
  return {
    stands: asFiled(between(edge.from ?? ever, until), edge),
    widowed: byDeath ? asFiled(between(until, open), edge) : never,
    severed: never,
  }
}

/** A parent’s death ends nothing; adoption by another severs the tie of birth (Civil Code 1111). */
const descent = (edge: KinEdge, tie: Tie, graph: KinGraph): TieDays => {
  const [parent, child] = tie.step === 'P' ? [tie.to, tie.from] : [tie.from, tie.to]
  const born = graph.relative(child).birth
  const until = edge.to === null || edge.endedBy === 'death' ? open : edge.to
  const byBirth = edge.kind === null || edge.kind === 'birth'
  const from = (byBirth && born !== null && Number.isFinite(born.lo) ? born : edge.from) ?? ever
  const days = asFiled(between(from, until), edge)
  if (!byBirth) return { stands: days, widowed: never, severed: never }
  const adopted = adoptedAway({ parent, child, edge }, graph)
  return { stands: both(days, negated(adopted)), widowed: never, severed: both(days, adopted) }
}

interface BirthTie {
  readonly parent: string
  readonly child: string
  readonly edge: KinEdge
}

/** Days on which someone else’s adoption severs this tie. A parent married to the adopter that day keeps it for good (Civil Code 1103). */
const adoptedAway = ({ parent, child, edge }: BirthTie, graph: KinGraph): Truth => {
  let days = never
  for (const tie of tiesOf(graph, child)) {
    if (tie.step !== 'P' || tie.to === parent) continue
    for (const adoption of tie.edges) {
      if (adoption.kind !== 'adoptive') continue
      const married = tiesOf(graph, parent).find((other) => other.step === 'S' && other.to === tie.to)
      const spared = married === undefined ? 'NO' : wedOn(daysOfTie(married, graph).stands, adoption.from)
      if (spared === 'YES') continue
      const severing = asFiled(severance(adoption, graph.relative(child).birth, edge), adoption)
      days = either(days, spared === 'NO' ? severing : { ...severing, surely: noDays })
    }
  }
  return days
}

/** Whether they were married on the day of the adoption; of a day nobody stated it may have been any. */
const wedOn = ({ surely, possibly }: Truth, day: Range | null): Holds => {
  const { lo, hi } = day ?? { lo: -Infinity, hi: Infinity }
  const run = runAt(surely, lo)
  if (run !== null && (day === null || hi < run[1])) return 'YES'
  return meets(possibly, lo, hi + 1) ? 'UNDETERMINED' : 'NO'
}

/**
 * An adoption severs while it stands. Dissolved, it leaves a grown-up’s ties of birth severed, until they are declared anew;
 * a minor’s revive (Civil Code 1117). Annulled, it ends for both. The adopter’s death ends nothing.
 */
const severance = ({ from, to, endedBy }: KinEdge, birth: Range | null, ofBirth: KinEdge): Truth => {
  const start = from ?? ever
  if (to === null || endedBy === 'death') return between(start, open)
  const whileAdopted = between(start, to)
  if (endedBy === 'annulled') return whileAdopted
  const grown = birth === null ? null : { lo: addYears(birth.lo, majority), hi: addYears(birth.hi, majority) }
  if (grown !== null && to.hi < grown.lo) return whileAdopted
  const ofGrownUp = untilAnew(start, to, ofBirth.from)
  if (grown !== null && grown.hi <= to.lo) return ofGrownUp
  return { surely: whileAdopted.surely, possibly: ofGrownUp.possibly }
}

/** Until the first day of a row of birth that was declared when the adoption was over; an earlier row says nothing of it. */
const untilAnew = (start: Range, dissolved: Range, declared: Range | null): Truth => {
  const forGood = between(start, open)
  if (declared === null || declared.hi < dissolved.lo) return forGood
  if (declared.lo >= dissolved.hi) return between(start, declared)
  return { surely: between(start, dissolved).surely, possibly: forGood.possibly }
}
