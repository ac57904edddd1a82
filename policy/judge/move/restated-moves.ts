import { effectOrder } from '../../law/rule.ts'
import type { MoveFinding } from './move.ts'

/** Where a rule says a superior one again about the same moves and no more weakly, only the one that says it again is shown. */
export const withoutRestated = (
  found: readonly MoveFinding[],
  restates: ReadonlyMap<string, readonly string[]>,
): readonly MoveFinding[] =>
  found.filter(
    (superior) =>
      !found.some(
        (lower) =>
          lower !== superior &&
          (restates.get(lower.rule) ?? []).includes(superior.rule) &&
          lower.status === superior.status &&
          effectOrder.indexOf(lower.effect) <= effectOrder.indexOf(superior.effect) &&
          lower.people.join() === superior.people.join(),
      ),
  )
