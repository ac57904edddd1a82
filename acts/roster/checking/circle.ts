import type { Day } from '../../../policy/index.ts'
import type { Stretch } from './stretch.ts'

/** A step upwards, and the days on which it leads there. */
export interface Step {
  readonly to: string
  readonly days: Stretch | null
}

interface Climb {
  readonly target: string
  readonly steps: (from: string) => readonly Step[]
}

/**
 * The way from `first` back to `target`, both included, if on some day every step of it surely holds; else `null`.
 * With `target` one step below `first`, such a way closes a circle.
 */
export const wayBack = (target: string, first: Step, steps: Climb['steps']): readonly string[] | null =>
  climb({ target, steps }, first, { start: -Infinity, end: Infinity }, new Set())

interface Window {
  readonly start: Day
  readonly end: Day
}

const within = (window: Window, days: Stretch | null): Window =>
  days === null ? window : { start: Math.max(window.start, days.from.hi), end: Math.min(window.end, days.to.lo) }

const climb = (way: Climb, step: Step, before: Window, passed: Set<string>): readonly string[] | null => {
  const window = within(before, step.days)
  if (window.start >= window.end || passed.has(step.to)) return null
  if (step.to === way.target) return [step.to]
  passed.add(step.to)
  for (const next of way.steps(step.to)) {
    const rest = climb(way, next, window, passed)
    if (rest !== null) return [step.to, ...rest]
  }
  passed.delete(step.to)
  return null
}
