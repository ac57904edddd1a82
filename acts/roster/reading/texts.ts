/** More different texts than these are codes and names, of which few come again. */
const most = 100_000

/** Longer pieces of a text are kept by the language as a view of all of it. */
const longestCopied = 12

/**
 * Texts of a sheet, equal ones once. Each is a copy of its own: a piece cut out of what was read would keep all of that in
 * memory.
 */
export class Texts {
  readonly #known = new Map<string, string>()

  one(text: string): string {
    const known = this.#known.get(text)
    if (known !== undefined) return known
    const own = text.length > longestCopied ? Buffer.from(text, 'utf16le').toString('utf16le') : text
    if (this.#known.size < most) this.#known.set(own, own)
    return own
  }
}
