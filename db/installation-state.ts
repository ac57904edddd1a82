import type { DayText } from '../policy/index.ts'
import type { InstallationRow } from './queries/evaluation-policy.ts'

/** How an installation stands on a day, as it is shown: by the passage of time alone. */
export type ShownState = 'PROPOSED' | 'SCHEDULED' | 'ACTIVE' | 'SUPERSEDED' | 'WITHDRAWN' | 'SUSPENDED'

type Standing = Pick<InstallationRow, 'state' | 'effectiveFrom' | 'effectiveTo'>

const shownAs = { superseded: 'SUPERSEDED', withdrawn: 'WITHDRAWN', suspended: 'SUSPENDED' } as const

/** One that will end on a day ahead is at work until then, whatever was decided about it. */
export const shownState = ({ state, effectiveFrom, effectiveTo }: Standing, today: DayText): ShownState => {
  if (state === 'proposed') return 'PROPOSED'
  const over = effectiveTo !== null && (effectiveTo <= today || effectiveTo <= effectiveFrom)
  if (over && state !== 'active') return shownAs[state]
  return effectiveFrom > today ? 'SCHEDULED' : 'ACTIVE'
}

/** Whether it counts on some day from this one on, or would if it were approved. */
export const isAhead = ({ effectiveFrom, effectiveTo }: Standing, from: DayText): boolean =>
  effectiveTo === null || (effectiveTo > from && effectiveTo > effectiveFrom)
