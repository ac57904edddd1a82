import { type Bench, benchFor, type ExplainedFinding, explainedFindings } from '../acts/explain.ts'
import { day, type PersonFacts } from '../policy/index.ts'
import { momentOf } from './as-of.ts'
import { inGroups, type Loader } from './loading.ts'
import type { RowKey } from './row-loader.ts'

/** A person before the judge. */
export interface Hearing {
  readonly bench: Bench
  readonly person: PersonFacts
}

const cacheKey = ({ root, id, at }: RowKey) => `${root}:${id}@${momentOf(at)}`

/** Everyone whose reasons are asked for in one operation comes before one bench. */
export const hearingLoader: Loader<RowKey, Hearing | null> = {
  cacheKey: ({ root, id, at }) => `${root}:${id}@${at.knownAt ?? ''}`,
  batch: inGroups(
    ({ at }) => at.knownAt ?? '',
    async (keys, { read }) => {
      const bench = await read((tx) => benchFor(tx, keys, keys[0]?.at.knownAt ?? null))
      const byId = new Map(bench.people.map((person) => [person.id, person]))
      return keys.map(({ id }) => {
        const person = byId.get(id)
        return person === undefined ? null : { bench, person }
      })
    },
  ),
}

/** The findings of a person on a day, explained; worked out once for all that is asked of them. */
export const explainedLoader: Loader<RowKey, readonly ExplainedFinding[]> = {
  cacheKey,
  batch: (keys, { load, language }) =>
    Promise.all(
      keys.map(async (key) => {
        const hearing = await load(hearingLoader, key)
        return hearing === null ? [] : explainedFindings(hearing.bench, hearing.person, day(key.at.on), language)
      }),
    ),
}
