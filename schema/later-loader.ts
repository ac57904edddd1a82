import type { LaterFact } from '../acts/replays/later/later-fact.ts'
import { laterFacts } from '../acts/replays/later/later-facts.ts'
import { type LaterPolicy, laterPolicies } from '../acts/replays/later-policies.ts'
import { inGroups, type Loader } from './loading.ts'
import type { RowKey } from './row-loader.ts'

interface LaterKey extends RowKey {
  /** Whether whoever asks may read the family class. */
  readonly seesFamily: boolean
}

/** What was recorded of a person later than the moment: one read for everyone asked about. */
export const laterFactsLoader: Loader<LaterKey, readonly LaterFact[]> = {
  cacheKey: ({ root, id, at, seesFamily }) => `${root}:${id}@${at.knownAt ?? ''} ${seesFamily}`,
  batch: inGroups(
    ({ at, seesFamily }) => `${at.knownAt ?? ''} ${seesFamily}`,
    async (keys, { read }) => {
      const [first] = keys
      if (first === undefined) return []
      const { at, seesFamily } = first
      const facts = await read((tx) => laterFacts(tx, keys, at.knownAt, { seesFamily }))
      return keys.map(({ id }) => facts.get(id) ?? [])
    },
  ),
}

/** What was recorded of policies later than a moment; the key is that moment. */
export const laterPoliciesLoader: Loader<string, readonly LaterPolicy[]> = {
  cacheKey: (instant) => instant,
  batch: (instants, { read }) => Promise.all(instants.map((instant) => read((tx) => laterPolicies(tx, instant)))),
}
