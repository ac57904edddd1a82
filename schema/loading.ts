import DataLoader from 'dataloader'
import type { Tx } from '../db/transaction.ts'
import type { Language } from './language.ts'

/** What a batch has at hand beside its keys. */
export interface Batching {
  readonly read: <T>(query: (tx: Tx) => Promise<T>) => Promise<T>
  readonly language: Language
  readonly load: Load
  readonly give: Give
}

/** A kind of batch: how to read many at once, and what makes two keys the same. Defined once, run per operation. */
export interface Loader<Key, Value> {
  readonly batch: (keys: readonly Key[], at: Batching) => Promise<readonly (Value | Error)[]>
  readonly cacheKey: (key: Key) => string
}

export type Load = <Key, Value>(loader: Loader<Key, Value>, key: Key) => Promise<Value>

/** A row that another row names: at once where it was read already. Its absence is a broken store. */
export type LoadNamed = <Key, Value>(loader: Loader<Key, Value | null>, key: Key) => Value | Promise<Value>

/** Gives a loader what was read beside something else, so that nobody reads it again. */
export type Give = <Key, Value>(loader: Loader<Key, Value>, key: Key, value: Value) => void

/** The batches of one operation. `forget` drops what was read, after an act has changed it. */
export interface Loading {
  readonly load: Load
  readonly named: LoadNamed
  readonly give: Give
  readonly forget: () => void
}

/** One kind of batch within one operation: whatever is asked again is answered by what was read, or is being read. */
class OpenLoader<Key, Value> {
  readonly #cacheKey: Loader<Key, Value>['cacheKey']
  readonly #batches: DataLoader<Key, Value>
  readonly #asked = new Map<string, Promise<Value>>()
  readonly #read = new Map<string, Value>()

  constructor({ batch, cacheKey }: Loader<Key, Value>, at: Batching) {
    this.#cacheKey = cacheKey
    this.#batches = new DataLoader((keys) => batch(keys, at), { cache: false })
  }

  give(key: Key, value: Value): void {
    this.#read.set(this.#cacheKey(key), value)
  }

  load(key: Key): Promise<Value> {
    return this.#load(this.#cacheKey(key), key)
  }

  named(key: Key): NonNullable<Value> | Promise<NonNullable<Value>> {
    const name = this.#cacheKey(key)
    const read = this.#read.get(name)
    return read ?? this.#load(name, key).then((row) => row ?? broken(name))
  }

  #load(name: string, key: Key): Promise<Value> {
    const asked = this.#asked.get(name)
    if (asked !== undefined) return asked
    const read = this.#read.get(name)
    const asking = read === undefined ? this.#batches.load(key) : Promise.resolve(read)
    this.#asked.set(name, asking)
    return asking
  }
}

const broken = (name: string): never => {
  throw new Error(`\`${name}\` is named by another row and is not there.`)
}

export const loading = (read: Batching['read'], language: Language): Loading => {
  // The value type of an entry is that of its key, which a Map cannot say.
  const open = new Map<unknown, unknown>()
  const opened = <Key, Value>(loader: Loader<Key, Value>): OpenLoader<Key, Value> => {
    const known = open.get(loader) as OpenLoader<Key, Value> | undefined
    if (known !== undefined) return known
    const fresh = new OpenLoader(loader, { read, language, load, give })
    open.set(loader, fresh)
    return fresh
  }
  const load: Load = (loader, key) => opened(loader).load(key)
  const named: LoadNamed = (loader, key) => opened(loader).named(key)
  const give: Give = (loader, key, value) => opened(loader).give(key, value)
  return { load, named, give, forget: () => open.clear() }
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
