import { sound } from './sound.ts'

/** One hostile document: what is wrong with it, how it is made, and the problem that must come back, where. */
export interface Hostile {
  readonly name: string
  readonly make: () => unknown
  readonly expects: { readonly code: string; readonly path: string }
}

/** A value with one place changed, and the places on the way there made where they are not; `undefined` takes it away. */
export const put = (value: unknown, path: readonly string[], to: unknown): unknown => {
  const [key, ...rest] = path
  if (key === undefined) return to
  if (Array.isArray(value)) return value.map((item, i) => (String(i) === key ? put(item, rest, to) : item))
  const own = new Map(Object.entries(Object(value)))
  if (rest.length === 0 && to === undefined) own.delete(key)
  else own.set(key, put(own.get(key), rest, to))
  return Object.fromEntries(own)
}

const stepsOf = (path: string): readonly string[] => (path === '' ? [] : path.split('/'))

/** The sound document with one place spoilt; the problem lies there unless told otherwise. */
export const spoilt = (name: string, path: string, to: unknown, code: string, at: string = path): Hostile => ({
  name,
  make: () => put(JSON.parse(JSON.stringify(sound)), stepsOf(path), typeof to === 'function' ? to() : to),
  expects: { code, path: at },
})

export const many = <T>(count: number, item: (i: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, i) => item(i))

/** An object of so many entries. */
export const wide = (count: number, key: (i: number) => string, value: (i: number) => unknown): unknown =>
  Object.fromEntries(many(count, (i) => [key(i), value(i)]))
