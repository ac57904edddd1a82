import type { DivisionCode } from '../../../policy/index.ts'
import type { CodeReference } from '../reading/column.ts'
import { related } from './division-book.ts'
import { Scattered } from './scattered.ts'

/** Something found by its code: the places are the jurisdictions that number it. */
export interface Numbered {
  readonly id: string
  readonly code: string
  readonly places: readonly DivisionCode[]
}

export type Found<E> =
  | { readonly is: 'one'; readonly one: E }
  | { readonly is: 'many'; readonly many: readonly E[] }
  | { readonly is: 'none' }

const distinct = <E extends Numbered>(entries: readonly E[]): Found<E> => {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const [first] = byId.values()
  if (first === undefined) return { is: 'none' }
  return byId.size === 1 ? { is: 'one', one: first } : { is: 'many', many: [...byId.values()] }
}

const byCode = <E extends Numbered>(entries: readonly E[]) => new Scattered(entries, ({ code }) => code)

/** Codes that exist, to guess a mistyped one from: told only when someone guesses. */
export const codesOf = (filed: readonly Numbered[], known: readonly string[]): Iterable<string> => ({
  [Symbol.iterator]: () => new Set([...filed.map(({ code }) => code), ...known]).values(),
})

interface Shelves<E> {
  readonly filed: readonly E[]
  readonly stored: readonly E[]
  /** The jurisdiction that files the roster. */
  readonly at: DivisionCode
}

/**
 * Finds what a code means: a row of the file first, then what is stored. Every office numbers its own, so a bare code is
 * looked for in the row's own jurisdiction, then in the filing one, then above and below it, and must be the only one there.
 */
export class CodeBook<E extends Numbered> {
  readonly #filed: Scattered<E>
  readonly #stored: Scattered<E>
  readonly #office: DivisionCode

  constructor(shelves: Shelves<E>) {
    this.#office = shelves.at
    this.#filed = byCode(shelves.filed)
    this.#stored = byCode(shelves.stored)
  }

  find({ at, code }: CodeReference, near: DivisionCode | null = null): Found<E> {
    const filed = this.#filed.get(code)
    const stored = this.#stored.get(code)
    const in_ = (entries: readonly E[], place: DivisionCode) =>
      distinct(entries.filter((entry) => entry.places.includes(place)))
    if (at !== null) {
      const here = in_(filed, at)
      return here.is === 'none' ? in_(stored, at) : here
    }
    const inFile = distinct(filed)
    if (inFile.is === 'one') return inFile
    if (inFile.is === 'many') {
      const own = near === null ? inFile : in_(filed, near)
      return own.is === 'one' ? own : inFile
    }
    for (const place of near === null ? [this.#office] : [near, this.#office]) {
      const here = in_(stored, place)
      if (here.is !== 'none') return here
    }
    return distinct(stored.filter(({ places }) => places.some((place) => related(place, this.#office))))
  }
}
