import type { Day } from '../../policy/time/day.ts'
import { addPeriod } from './calendar.ts'
import type { Held } from './life.ts'

/**
 * Days walked one after the other. Between two `moments` of a life nothing happens, so a step goes from one moment to the
 * next; with every day for a moment the walk is literal. Both must answer the same (hand.test.ts).
 */
export interface Walk {
  /** Whether the day counts. */
  on(day: Day): boolean
  /** Unbroken runs `[first day, day after the last)`, earliest first. */
  readonly runs: readonly (readonly [Day, Day])[]
}

export const covers = (piece: { from: Day; to: Day }, day: Day): boolean => piece.from <= day && day < piece.to

/** Walks all days and notes the runs of those for which `counts` says yes. */
export const walkOf = (moments: readonly Day[], counts: (day: Day) => boolean): Walk => {
  const runs: [Day, Day][] = []
  let since: Day | null = null
  for (const day of moments) {
    const now = counts(day)
    if (now && since === null) since = day
    if (!now && since !== null) {
      runs.push([since, day])
      since = null
    }
  }
  if (since !== null) runs.push([since, Infinity])
  return { runs, on: (day) => runs.some(([from, to]) => from <= day && day < to) }
}

/** The days on which some of the pieces is held. */
export const daysOf = (moments: readonly Day[], pieces: readonly Held[]): Walk =>
  walkOf(moments, (day) => pieces.some((piece) => covers(piece, day)))

/** The same with every hole that is at most `days` long, or on all days of which `over` counts. */
export const bridged = (moments: readonly Day[], walk: Walk, days: number, over: Walk): Walk => {
  const fits = ([end, next]: readonly [Day, Day]): boolean =>
    next - end <= days || moments.every((day) => day < end || day >= next || over.on(day))
  const holes = walk.runs.slice(1).map(([from], i): [Day, Day] => [walk.runs[i]?.[1] ?? from, from])
  const filled = holes.filter(fits)
  return walkOf(moments, (day) => walk.on(day) || filled.some(([end, next]) => end <= day && day < next))
}

/** Whether the day lies in a run that began at least a period before. */
export const hasLasted = (walk: Walk, period: string, day: Day): boolean =>
  walk.runs.some(([from, to]) => from <= day && day < to && addPeriod(from, period) <= day)

/**
 * The first day from which the runs add up to a period (S11): the start of each is moved back by the days of the earlier
 * ones. `null` if they never do.
 */
export const addsUpOn = (walk: Walk, period: string): Day | null => {
  let earlier = 0
  for (const [from, to] of walk.runs) {
    const due = addPeriod(from - earlier, period)
    if (due <= to) return due
    earlier += to - from
  }
  return null
}
