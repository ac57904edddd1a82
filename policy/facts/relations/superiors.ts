import { isChiefPost, type PostVersion } from '../org.ts'
import type { Seat } from '../vocabulary.ts'
import type { ChartOn } from './chart-on.ts'

/** A post as its superiors are found from it. */
export interface Standing {
  readonly post: string
  readonly unit: string
  readonly seats: readonly Seat[]
  readonly reportsTo: string | null
}

/**
 * Whom a post answers to (S21): a post of the graph, or the chief of a unit of whom nothing is on file. Above the chief of a unit
 * that lies in no other there is somebody too, of whom the file says nothing.
 */
export type Superior =
  | { readonly known: true; readonly post: string }
  | { readonly known: false; readonly unit: string; readonly above: boolean }

export const keyOf = (superior: Superior): string =>
  superior.known ? superior.post : `${superior.above ? 'above' : 'chief of'} ${superior.unit}`

/** Whom the post directly answers to on the day: what it states, else the chief of its unit, and for a chief that of the parent unit. */
export const superiorsOf = ({ post, unit, seats, reportsTo }: Standing, chart: ChartOn): readonly Superior[] => {
  if (reportsTo !== null && reportsTo !== post) return [{ known: true, post: reportsTo }]
  return isChiefPost(seats) ? aboveChief(unit, post, chart) : chiefOf(unit, post, chart)
}

const chiefOf = (unit: string, except: string | null, chart: ChartOn): readonly Superior[] => {
  const heads = chart.heads(unit, ({ seats }) => isChiefPost(seats)).filter((head) => head !== except)
  return heads.length === 0
    ? [{ known: false, unit, above: false }]
    : heads.map((post): Superior => ({ known: true, post }))
}

const aboveChief = (unit: string, except: string | null, chart: ChartOn): readonly Superior[] => {
  const parent = chart.unit(unit)?.parent ?? null
  return parent === null ? [{ known: false, unit, above: true }] : chiefOf(parent, except, chart)
}

/** Whom a superior answers to in turn; of a chief not on file what every chief of that unit does. */
const next = (superior: Superior, chart: ChartOn): readonly Superior[] => {
  if (!superior.known) return superior.above ? [] : aboveChief(superior.unit, null, chart)
  const version = chart.post(superior.post)
  return version === null ? [] : superiorsOf(standingOf(superior.post, version), chart)
}

const standingOf = (post: string, { unit, seats, reportsTo }: PostVersion): Standing => ({
  post,
  unit,
  seats,
  reportsTo,
})

/** Everyone at any height above these superiors, themselves left out. */
export const upwards = (from: readonly Superior[], chart: ChartOn): ReadonlySet<string> => {
  const reached = new Set<string>()
  const queue = [...from]
  for (let superior = queue.pop(); superior !== undefined; superior = queue.pop()) {
    for (const higher of next(superior, chart)) {
      if (reached.has(keyOf(higher))) continue
      reached.add(keyOf(higher))
      queue.push(higher)
    }
  }
  return reached
}
