import type { Day } from './day.ts'

/** Monday is 0; 1970-01-01 was a Thursday. */
const weekday = (d: Day): number => (((d + 3) % 7) + 7) % 7

/** Days from Monday to Friday. The yearly holiday decrees are not in the graph, so only weekends are left out. */
export const isWorkday = (d: Day): boolean => weekday(d) < 5

/** The day on which `count` whole working days after `d` have passed. */
export const addWorkdays = (d: Day, count: number): Day => {
  let day = d
  for (let left = count; left > 0 && Number.isFinite(day); ) {
    day += 1
    if (isWorkday(day)) left -= 1
  }
  return day
}
