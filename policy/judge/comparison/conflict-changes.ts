import type { Conflict } from '../pair/conflict.ts'
import type { Change, ChangeKind, Horizon } from './change.ts'
import { type Stands, standingIn } from './standing.ts'

/**
 * Conflicts that hold, surely or possibly, on some day of the horizon, and did not hold before; and those that hold no longer.
 * One that only stands otherwise is no change.
 */
export const conflictChanges = (
  before: readonly Conflict[],
  after: readonly Conflict[],
  horizon: Horizon,
): readonly Change[] => {
  if (before.length === 0 && after.length === 0) return []
  const [then, now] = [heldIn(before, horizon), heldIn(after, horizon)]
  const ends = [...then.values()].filter(({ of }) => !now.has(of.id))
  const begins = [...now.values()].filter(({ of }) => !then.has(of.id))
  return [
    ...ends.map((stands) => changeOf('CONFLICT_ENDS', stands)),
    ...begins.map((stands) => changeOf('CONFLICT_BEGINS', stands)),
  ]
}

const heldIn = (conflicts: readonly Conflict[], horizon: Horizon): ReadonlyMap<string, Stands<Conflict>> => {
  const held = new Map<string, Stands<Conflict>>()
  for (const conflict of conflicts) {
    const stands = standingIn([conflict], horizon)
    if (stands !== null) held.set(conflict.id, stands)
  }
  return held
}

const changeOf = (kind: ChangeKind, { of: conflict, standing }: Stands<Conflict>): Change => {
  const { rule, catalogueId, effect, sides } = conflict
  const [first, second] = sides
  return {
    ...{ kind, rule, catalogueId, effect, person: first.person, other: second.person },
    key: [first.post, second.post],
    before: kind === 'CONFLICT_ENDS' ? standing : null,
    after: kind === 'CONFLICT_BEGINS' ? standing : null,
  }
}
