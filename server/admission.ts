/** Nobody in the queue any more, or no room in it. */
export type Refused = 'left' | 'full'

/**
 * Lets a few in at a time; the others wait in line. Whoever leaves the line gives up the place at once, so no slot is
 * ever held for a caller who is gone.
 */
export class Admission {
  #inside = 0
  readonly #line = new Set<() => void>()
  readonly #atOnce: number
  readonly #longest: number

  constructor(atOnce: number, longest: number) {
    this.#atOnce = atOnce
    this.#longest = longest
  }

  /** Resolves to `null` once inside: then `leave` must be called exactly once. */
  async enter(signal?: AbortSignal): Promise<Refused | null> {
    if (signal?.aborted) return 'left'
    if (this.#inside < this.#atOnce) {
      this.#inside += 1
      return null
    }
    if (this.#line.size >= this.#longest) return 'full'
    return new Promise((resolve) => {
      const admit = () => {
        signal?.removeEventListener('abort', giveUp)
        resolve(null)
      }
      const giveUp = () => {
        this.#line.delete(admit)
        resolve('left')
      }
      this.#line.add(admit)
      signal?.addEventListener('abort', giveUp, { once: true })
    })
  }

  /** The slot passes to the first in line, or stands free. */
  leave(): void {
    const [next] = this.#line
    if (next === undefined) this.#inside -= 1
    else {
      this.#line.delete(next)
      next()
    }
  }
}
