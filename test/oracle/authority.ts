import type { Divisions } from '../../policy/facts/person.ts'
import { divisionOrder } from '../../policy/facts/vocabulary.ts'
import type { Day } from '../../policy/time/day.ts'
import type { Held, Life } from './life.ts'
import { bridged, covers, daysOf } from './walk.ts'

const awayFromHome: readonly string[] = ['secondment', 'loan']

/**
 * Who manages the person on a day: a dated row if there is one, else the highest authority among the posts held (S12).
 * A host post does not count; a hole in home service that lies inside days away belongs to the post left (decision 3).
 */
export const authoritiesOf = (life: Life, moments: readonly Day[], divisions: Divisions): ((day: Day) => string[]) => {
  const away = daysOf(
    moments,
    life.pieces.filter((piece) => awayFromHome.includes(piece.capacity)),
  )
  const home = life.pieces.filter((piece) => !awayFromHome.includes(piece.capacity))
  const service = daysOf(moments, home)
  const filled = bridged(moments, service, 0, away)
  const held = (day: Day): Held[] => home.filter((piece) => covers(piece, day))
  const heldOrLeft = (day: Day): Held[] => {
    if (service.on(day) || !filled.on(day)) return held(day)
    const left = Math.max(...service.runs.map(([, end]) => end).filter((end) => end <= day))
    return held(left - 1)
  }
  const rank = ({ authority }: Held) => divisionOrder.indexOf(divisions.level(authority) ?? 'county')
  return (day) => {
    const rows = life.authorities.filter((row) => covers(row, day))
    if (rows.length > 0) return rows.map((row) => row.jurisdiction)
    const pieces = heldOrLeft(day)
    const highest = Math.min(...pieces.map(rank))
    return pieces.filter((piece) => rank(piece) === highest).map(({ authority }) => authority)
  }
}
