import { factsOfStretch } from '../../db/facts/bulk.ts'
import { wholeSetting } from '../../db/facts.ts'
import { comparer, type Horizon, type TwoPolicies } from '../../policy/index.ts'
import type { Opening } from '../crew/judge-all.ts'
import { type FoundChange, foundChange } from './found-change.ts'

/** Two policies, and the days on which they are compared. */
export interface Comparison {
  readonly policies: TwoPolicies
  readonly horizon: Horizon
}

/** What came of a stretch of people. */
export interface Compared {
  readonly people: number
  readonly changes: readonly FoundChange[]
}

/** The policies are compiled once, in the setting of everyone; a stretch is read once and judged under both. */
export const stretchComparer: Opening<Comparison, Compared> = async (tx, { policies, horizon }) => {
  const compare = comparer(policies, await wholeSetting(tx), horizon)
  return async (inTx, stretch) => {
    const changes: FoundChange[] = []
    let people = 0
    for (const person of await factsOfStretch(inTx, stretch)) {
      people += 1
      for (const change of compare(person)) changes.push(foundChange(change, person, horizon, stretch))
    }
    return { people, changes }
  }
}
