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

/** Whom a post answers to (S21): a post of the graph, or somebody of whom nothing is on file. */
export type Superior = { readonly known: true; readonly post: string } | UnknownSuperior

/**
 * Somebody of whom the file says nothing: the one chief of a unit, the same for all below; or whoever one single post answers to,
 * being the chief of a unit that lies in no other, or naming a superior that is not there on the day (S16): two such posts may
 * answer to one person or to two.
 */
export interface UnknownSuperior {
  readonly known: false
  readonly key: string
  readonly unit: string
  /** The unit of which this is the chief. */
  readonly chiefOf: string | null
  /** The post that is named but not there. */
  readonly gone: string | null
}

export const keyOf = (superior: Superior): string => (superior.known ? superior.post : superior.key)

/** Whom the post directly answers to on the day: what it states, else the chief of its unit, and for a chief that of the parent unit. */
export const superiorsOf = ({ post, unit, seats, reportsTo }: Standing, chart: ChartOn): readonly Superior[] => {
  if (reportsTo === null || reportsTo === post)
    return isChiefPost(seats) ? aboveChief(unit, post, chart) : chiefOf(unit, post, chart)
  return [chart.isGone(reportsTo) ? above(post, unit, reportsTo) : { known: true, post: reportsTo }]
}

const above = (who: string, unit: string, gone: string | null): UnknownSuperior => ({
  ...{ known: false, key: `above ${who}`, unit, chiefOf: null, gone },
})

const chiefKey = (unit: string): string => `chief of ${unit}`

const chiefOf = (unit: string, except: string | null, chart: ChartOn): readonly Superior[] => {
  const heads = chart.heads(unit, ({ seats }) => isChiefPost(seats)).filter((head) => head !== except)
  return heads.length === 0
    ? [{ known: false, key: chiefKey(unit), unit, chiefOf: unit, gone: null }]
    : heads.map((post): Superior => ({ known: true, post }))
}

/** `chief`: the chief’s post; `null` where nothing is on file of it. */
const aboveChief = (unit: string, chief: string | null, chart: ChartOn): readonly Superior[] => {
  const parent = chart.unit(unit)?.parent ?? null
  return parent === null ? [above(chief ?? chiefKey(unit), unit, null)] : chiefOf(parent, chief, chart)
}

/** Whom a superior answers to in turn; of a chief not on file what every chief of that unit does. */
const next = (superior: Superior, chart: ChartOn): readonly Superior[] => {
  if (!superior.known) return superior.chiefOf === null ? [] : aboveChief(superior.chiefOf, null, chart)
  const version = chart.post(superior.post)
  return version === null ? [] : superiorsOf(standingOf(superior.post, version), chart)
}

export const standingOf = (post: string, { unit, seats, reportsTo }: PostVersion): Standing => ({
  post,
  unit,
  seats,
  reportsTo,
})

/** A post that several may hold at once (分管领导，一职多人): whoever reports to it reports to one of them, the file does not say which. */
export const isShared = (post: string, chart: ChartOn): boolean => (chart.post(post)?.quota ?? 1) > 1

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
