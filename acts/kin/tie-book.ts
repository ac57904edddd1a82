import type { DeclaredTie } from './tie.ts'

/** Ties under a key, in the order they came. */
export class TieBook {
  readonly #pages = new Map<string, DeclaredTie[]>()

  put(key: string, tie: DeclaredTie): void {
    const page = this.#pages.get(key)
    if (page === undefined) this.#pages.set(key, [tie])
    else page.push(tie)
  }

  at(key: string): readonly DeclaredTie[] {
    return this.#pages.get(key) ?? []
  }
}
