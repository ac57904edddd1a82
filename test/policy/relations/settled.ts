import type { Day, PostVersion, Range, TeamVersion, UnitVersion } from '../../../policy/index.ts'

/** An organisation in which every day is settled: one way in which the blurred one may have been. */
export interface Settled {
  readonly posts: Readonly<Record<string, readonly SettledVersion<PostVersion>[]>>
  readonly units: Readonly<Record<string, readonly SettledVersion<UnitVersion>[]>>
}

export type SettledVersion<V> = Omit<V, 'from' | 'to'> & { readonly from: Day; readonly to: Day }

export interface Versions {
  readonly posts: Readonly<Record<string, readonly PostVersion[]>>
  readonly units: Readonly<Record<string, readonly UnitVersion[]>>
  readonly teams: Readonly<Record<string, readonly TeamVersion[]>>
}

/** Chooses a day of each range; an end that is stated like the next start is that same day. */
export const settle = ({ posts, units }: Versions, choose: (range: Range) => Day): Settled => ({
  posts: settledEach(posts, choose),
  units: settledEach(units, choose),
})

const settledEach = <V extends { readonly from: Range; readonly to: Range }>(
  things: Readonly<Record<string, readonly V[]>>,
  choose: (range: Range) => Day,
): Readonly<Record<string, readonly SettledVersion<V>[]>> =>
  Object.fromEntries(
    Object.entries(things).map(([id, versions]) => {
      const starts = versions.map(({ from }) => choose(from))
      return [
        id,
        versions.map((version, i) => {
          const next = versions[i + 1]
          const sameDay = next !== undefined && next.from.lo === version.to.lo && next.from.hi === version.to.hi
          return { ...version, from: starts[i] ?? 0, to: sameDay ? (starts[i + 1] ?? 0) : choose(version.to) }
        }),
      ]
    }),
  )

/** What a thing is like on a day: its last version that has begun, before the first the first. */
export const on = <V>(versions: readonly SettledVersion<V>[], day: Day): SettledVersion<V> | undefined =>
  versions.filter(({ from }) => from <= day).at(-1) ?? versions[0]

export const exists = <V>(versions: readonly SettledVersion<V>[], day: Day): boolean => {
  const version = versions.filter(({ from }) => from <= day).at(-1)
  return version !== undefined && day < version.to
}
