import { type Bench, benchFor, type PolicyAsked } from '../acts/bench.ts'
import { type ExplainedFinding, explainedFindings } from '../acts/explain.ts'
import { day, type Finding, type PersonFacts } from '../policy/index.ts'
import { inGroups, type Loader } from './loading.ts'
import type { RowKey } from './row-loader.ts'

/** A person before the judge. */
export interface Hearing {
  readonly bench: Bench
  readonly person: PersonFacts
}

/** Who is heard, on what is known at the moment; `policy` absent: by the policy of the record. */
export interface HearingKey extends RowKey {
  readonly policy?: PolicyAsked
}

const policyKey = (policy?: PolicyAsked): string =>
  policy === undefined ? '' : `${policy.policyAt ?? 'now'} ${policy.shadow ?? ''}`

const cacheKey = ({ root, id, at, policy }: HearingKey) => `${root}:${id}@${at.knownAt ?? ''} ${policyKey(policy)}`

/** Everyone whose reasons are asked for in one operation comes before one bench. */
export const hearingLoader: Loader<HearingKey, Hearing | null> = {
  cacheKey,
  batch: inGroups(
    ({ at, policy }) => `${at.knownAt ?? ''} ${policyKey(policy)}`,
    async (keys, { read }) => {
      const [first] = keys
      if (first === undefined) return []
      const moment = { knownAt: first.at.knownAt, ...(first.policy && { policy: first.policy }) }
      const bench = await read((tx) => benchFor(tx, keys, moment))
      const byId = new Map(bench.people.map((person) => [person.id, person]))
      return keys.map(({ id }) => {
        const person = byId.get(id)
        return person === undefined ? null : { bench, person }
      })
    },
  ),
}

/** All that the judge says of a person, on whatever day. */
export const heardLoader: Loader<HearingKey, readonly Finding[]> = {
  cacheKey,
  batch: (keys, { load }) =>
    Promise.all(
      keys.map(async (key) => {
        const hearing = await load(hearingLoader, key)
        return hearing === null ? [] : hearing.bench.judge.findings(hearing.person)
      }),
    ),
}

/** The findings of a person on a day, explained; worked out once for all that is asked of them. */
export const explainedLoader: Loader<HearingKey, readonly ExplainedFinding[]> = {
  cacheKey: (key) => `${key.at.on} ${cacheKey(key)}`,
  batch: (keys, { load, language }) =>
    Promise.all(
      keys.map(async (key) => {
        const hearing = await load(hearingLoader, key)
        return hearing === null ? [] : explainedFindings(hearing.bench, hearing.person, day(key.at.on), language)
      }),
    ),
}
