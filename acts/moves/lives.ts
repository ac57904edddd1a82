import type { KnownAt, Ref } from '../../db/facts.ts'
import { personnelOf } from '../../db/queries/people.ts'
import type { Tx } from '../../db/transaction.ts'
import { day, parseStated } from '../../policy/index.ts'
import { Issues } from '../issues.ts'
import type { MoveAsked } from './plan.ts'
import { afterDeath, beforeBirth, type PlaceOf } from './refusals.ts'

/** Nobody moves before they were born or after they died. */
export const checkLives = async (
  tx: Tx,
  asked: readonly MoveAsked[],
  people: readonly Ref[],
  placeOf: PlaceOf,
  knownAt: KnownAt,
): Promise<void> => {
  const issues = new Issues()
  const files = await personnelOf(tx, people, knownAt)
  for (const [place, move] of asked.entries()) {
    const { birth = null, died = null } = files[place] ?? {}
    const [born, dead] = [parseStated(birth ?? '?'), parseStated(died ?? '?')]
    const on = day(move.on)
    const early = born !== null && on < born.lo ? beforeBirth(birth ?? '') : null
    const late = dead !== null && on > dead.hi ? afterDeath(died ?? '') : null
    const wrong = early ?? late
    if (wrong !== null) issues.add(placeOf(place, 'on'), move.on, wrong.says, wrong.remedy)
  }
  issues.refuseIfAny()
}
