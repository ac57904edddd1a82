/** A seeded stream of choices: the same seed tells the same stories (mulberry32). */
export interface Dice {
  /** A whole number from `lo` to `hi`, both included. */
  int(lo: number, hi: number): number
  chance(p: number): boolean
  pick<T>(from: readonly T[]): T
  /** Between `lo` and `hi` different elements, in their order. */
  some<T>(from: readonly T[], lo: number, hi: number): T[]
}

export const diceOf = (seed: number): Dice => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (lo: number, hi: number) => lo + Math.floor(next() * (hi - lo + 1))
  const pick = <T>(from: readonly T[]): T => {
    const chosen = from[int(0, from.length - 1)]
    if (chosen === undefined) throw new RangeError('There is nothing to choose from.')
    return chosen
  }
  const some = <T>(from: readonly T[], lo: number, hi: number): T[] => {
    const left = from.map((value, at) => ({ value, at }))
    const taken = []
    for (let n = Math.min(int(lo, hi), from.length); n > 0; n -= 1)
      taken.push(...left.splice(int(0, left.length - 1), 1))
    return taken.sort((a, b) => a.at - b.at).map(({ value }) => value)
  }
  return { int, chance: (p) => next() < p, pick, some }
}
