/** Items by a key that hardly any two share: what stands alone is kept without a list of its own. */
export class Scattered<T extends object> {
  readonly #items = new Map<string, T | T[]>()

  constructor(items: Iterable<T>, key: (item: T) => string) {
    for (const item of items) {
      const at = key(item)
      const before = this.#items.get(at)
      if (before === undefined) this.#items.set(at, item)
      else if (Array.isArray(before)) before.push(item)
      else this.#items.set(at, [before, item])
    }
  }

  get(key: string): readonly T[] {
    const found = this.#items.get(key)
    if (found === undefined) return []
    return Array.isArray(found) ? found : [found]
  }

  has(key: string): boolean {
    return this.#items.has(key)
  }

  keys(): Iterable<string> {
    return this.#items.keys()
  }
}
