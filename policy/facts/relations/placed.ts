import type { Days } from '../../time/days.ts'
import { type Chart, type PostVersion, type UnitVersion, versionAt } from '../org.ts'
import type { Piece } from '../person.ts'
import { type Pins, postPin, unitPin } from './chart-on.ts'
import type { Standing } from './superiors.ts'

/** A post as one piece of service holds it: the attributes are the piece’s, whom it reports to the chart’s. */
export interface Placed extends Standing {
  readonly piece: Piece
  /** What is known of its post and units in these days, because the service was cut where they change. */
  readonly pins: Pins
}

const deepest = 32

export const placed = (piece: Piece, chart: Chart): Placed => {
  const unit = piece.internalUnit ?? piece.organ
  const on = piece.from.lo
  const pins = new Map<string, PostVersion | UnitVersion>()
  const post = versionAt(chart.post(piece.post), on)
  if (post !== null) pins.set(postPin(piece.post), post)
  let above: string | null = unit
  for (let depth = 0; above !== null && depth < deepest; depth += 1) {
    const version: UnitVersion | null = versionAt(chart.unit(above), on)
    if (version === null) break
    pins.set(unitPin(above), version)
    above = version.parent
  }
  return { post: piece.post, unit, seats: piece.seats, reportsTo: post?.reportsTo ?? null, piece, pins }
}

/**
 * What is known of both on the days of the window. `null` where they could not both be so: the files leave open on which day of
 * the window a thing changed, and one of the two served before the change, the other after it.
 */
export const pinsOfBoth = (a: Placed, b: Placed, [start = 0, end = 0]: Days): Pins | null => {
  const pins = new Map([...a.pins, ...b.pins])
  for (const [thing, version] of a.pins) {
    const other = b.pins.get(thing)
    if (other === undefined || other === version) continue
    const { from } = other.from.lo > version.from.lo ? other : version
    if (from.lo <= start && end <= from.hi) return null
    pins.delete(thing)
  }
  return pins
}
