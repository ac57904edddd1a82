import DataLoader from 'dataloader'
import type { Tx } from '../db/transaction.ts'
import type { Language } from './language.ts'

/** What a batch has at hand beside its keys. */
export interface Batching {
  readonly read: <T>(query: (tx: Tx) => Promise<T>) => Promise<T>
  readonly language: Language
  readonly load: Load
}

/** A kind of batch: how to read many at once, and what makes two keys the same. Defined once, run per operation. */
export interface Loader<Key, Value> {
  readonly batch: (keys: readonly Key[], at: Batching) => Promise<readonly (Value | Error)[]>
  readonly cacheKey: (key: Key) => string
}

export type Load = <Key, Value>(loader: Loader<Key, Value>, key: Key) => Promise<Value>

/** The batches of one operation. `forget` drops what was read, after an act has changed it. */
export interface Loading {
  readonly load: Load
  readonly forget: () => void
}

export const loading = (read: Batching['read'], language: Language): Loading => {
  // One DataLoader per kind; the value type of an entry is that of its key, which a Map cannot say.
  const open = new Map<Loader<never, unknown>, DataLoader<unknown, unknown, string>>()
  const load = <Key, Value>(loader: Loader<Key, Value>, key: Key): Promise<Value> => {
    let batch = open.get(loader) as DataLoader<Key, Value, string> | undefined
    if (batch === undefined) {
      batch = new DataLoader<Key, Value, string>((keys) => loader.batch(keys, { read, language, load }), {
        cacheKeyFn: loader.cacheKey,
      })
      open.set(loader, batch as unknown as DataLoader<unknown, unknown, string>)
    }
    return batch.load(key)
  }
  return { load, forget: () => open.clear() }
}

/** Batches keys that speak of the same moment together: one read per moment, in practice one. */
export const inGroups =
  <Key, Value>(
    groupOf: (key: Key) => string,
    read: (keys: readonly Key[], at: Batching) => Promise<readonly Value[]>,
  ) =>
  async (keys: readonly Key[], at: Batching): Promise<readonly Value[]> => {
    const groups = new Map<string, { readonly keys: Key[]; readonly places: number[] }>()
    for (const [place, key] of keys.entries()) {
      const name = groupOf(key)
      const group = groups.get(name) ?? { keys: [], places: [] }
      groups.set(name, group)
      group.keys.push(key)
      group.places.push(place)
    }
    const out = new Array<Value>(keys.length)
    for (const group of groups.values()) {
      const values = await read(group.keys, at)
      for (const [i, place] of group.places.entries()) out[place] = values[i] as Value
    }
    return out
  }
