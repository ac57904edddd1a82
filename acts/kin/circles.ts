import type { DeclaredTie, Descent } from './tie.ts'

/** A descent that makes someone their own ancestor: the way from the child up to the child again. */
export interface Circle<T extends DeclaredTie> {
  readonly descent: Descent<T>
  readonly way: readonly string[]
}

type Ways = ReadonlyMap<string, ReadonlySet<string>>

/**
 * Circles that go through one of the written descents, whether over others written or over what is on file. Everyone
 * without a parent or without a child among those left stands in no circle: few are left, and only they are searched.
 */
export const circlesIn = <T extends DeclaredTie>(
  written: readonly Descent<T>[],
  onFile: readonly Descent[],
): readonly Circle<T>[] => {
  const all = [...written, ...onFile]
  const left = entangled(all)
  if (left.size === 0) return []
  const parents = waysOf(all.filter(({ child, parent }) => left.has(child) && left.has(parent)))
  return written.flatMap((descent) => {
    const way = left.has(descent.child) ? wayUp(parents, descent.parent, descent.child) : null
    return way === null ? [] : [{ descent, way: [descent.child, ...way] }]
  })
}

const waysOf = (descents: readonly Descent[]): Ways => {
  const ways = new Map<string, Set<string>>()
  for (const { child, parent } of descents) ways.set(child, (ways.get(child) ?? new Set()).add(parent))
  return ways
}

/** Whoever has both an ancestor and a descendant left when those without are taken away, again and again. */
const entangled = (descents: readonly Descent[]): ReadonlySet<string> => {
  const up = waysOf(descents)
  const down = waysOf(descents.map(({ tie, child, parent }) => ({ tie, child: parent, parent: child })))
  const left = new Set([...up.keys(), ...down.keys()])
  for (const [ahead, behind] of [
    [up, down],
    [down, up],
  ] as const) {
    const degree = new Map([...left].map((id) => [id, [...(ahead.get(id) ?? [])].filter((to) => left.has(to)).length]))
    const bare = [...degree].flatMap(([id, count]) => (count === 0 ? [id] : []))
    for (let id = bare.pop(); id !== undefined; id = bare.pop()) {
      left.delete(id)
      for (const next of behind.get(id) ?? []) {
        const count = (degree.get(next) ?? 0) - 1
        degree.set(next, count)
        if (count === 0) bare.push(next)
      }
    }
  }
  return left
}

/** The shortest way up from one to another, both included. */
const wayUp = (parents: Ways, first: string, target: string): readonly string[] | null => {
  const cameFrom = new Map<string, string | null>([[first, null]])
  const waiting = [first]
  for (const id of waiting) {
    if (id === target) return traced(cameFrom, id)
    for (const parent of parents.get(id) ?? []) {
      if (cameFrom.has(parent)) continue
      cameFrom.set(parent, id)
      waiting.push(parent)
    }
  }
  return null
}

const traced = (cameFrom: ReadonlyMap<string, string | null>, last: string): readonly string[] => {
  const way: string[] = []
  for (let id: string | null = last; id !== null; id = cameFrom.get(id) ?? null) way.push(id)
  return way.reverse()
}
