import { divisions } from '../../db/divisions.ts'
import type { Sitting, Sittings } from '../../db/facts/bulk/sittings.ts'
import type { UnitPlace } from '../../db/queries/conflict-units.ts'
import { grouped } from '../../db/recorded.ts'
import type { Bond } from './bonds.ts'

/** Whether two people, by number, ever sat so near each other that a rule may relate their posts. */
export type Near = (one: number, other: number) => boolean

/**
 * Sittings become small sets of numbers, one for each organ, team … by which a rule may relate them to another; whether two sat
 * near each other on some day is seen at once. Wider than any rule: who leads whom is for the judge.
 */
export const nearness = (sittings: Sittings, units: readonly UnitPlace[], bonds: ReadonlySet<Bond> | null): Near => {
  const keys = bonds === null ? () => anywhere : keysBy(bonds, units)
  const sets = sittings.kinds.map(keys)
  const { first, next, kind, from, to } = sittings
  const setOf = (entry: number) => sets[kind[entry] ?? 0] ?? none
  const overlap = (a: number, b: number) => (from[a] ?? 0) < (to[b] ?? 0) && (from[b] ?? 0) < (to[a] ?? 0)
  return (one, other) => {
    for (let a = first[one] ?? -1; a >= 0; a = next[a] ?? -1) {
      for (let b = first[other] ?? -1; b >= 0; b = next[b] ?? -1) {
        if (overlap(a, b) && meet(setOf(a), setOf(b))) return true
      }
    }
    return false
  }
}

/** Shared by all, where some rule relates posts wherever they are. */
const anywhere: readonly number[] = [0]
const none: readonly number[] = []

const meet = (a: readonly number[], b: readonly number[]): boolean => {
  for (const key of a) if (b.includes(key)) return true
  return false
}

/** Units lie this deep at most; a broken file does not make us climb for ever. */
const deepest = 32

const keysBy = (bonds: ReadonlySet<Bond>, units: readonly UnitPlace[]): ((sitting: Sitting) => readonly number[]) => {
  const versions = grouped(units, ({ unit }) => unit)
  const numbers = new Map<string, number>()
  const numbered = (key: string): number => {
    const known = numbers.get(key) ?? numbers.size
    numbers.set(key, known)
    return known
  }
  const above = (unit: string): ReadonlySet<string> => {
    const reached = new Set([unit])
    let front = [unit]
    for (let depth = 0; front.length > 0 && depth < deepest; depth += 1) {
      front = front.flatMap((id) => (versions.get(id) ?? []).flatMap(({ parent }) => parent ?? []))
      front = front.filter((id) => !reached.has(id))
      for (const id of front) reached.add(id)
    }
    return reached
  }
  const textsFor: Readonly<Record<Bond, (sitting: Sitting) => Iterable<string>>> = {
    organ: ({ organ }) => [`organ ${organ}`],
    organsAbove: ({ organ }) => [...above(organ)].map((unit) => `organ ${unit}`),
    legalPerson: ({ legalPerson }) => (legalPerson === null ? [] : [`legal ${legalPerson}`]),
    internalUnit: ({ internalUnit }) => (internalUnit === null ? [] : [`unit ${internalUnit}`]),
    team: ({ team }) => (team === null ? [] : [`team ${team}`]),
    place: ({ place }) => [`place ${place}`],
    level: (sitting) =>
      mayLead(sitting)
        ? (versions.get(sitting.organ) ?? []).flatMap(({ kind, jurisdiction }) => [
            `level ${kind} ${jurisdiction}`,
            `level ${kind} ${divisions.chain(jurisdiction).at(-2) ?? ''}`,
          ])
        : [],
    regulator: (sitting) => [
      ...(mayLead(sitting) ? [`regulator ${sitting.organ}`] : []),
      ...[...above(sitting.organ)].flatMap((unit) =>
        (versions.get(unit) ?? []).flatMap(({ regulatedBy }) =>
          regulatedBy === null ? [] : [`regulator ${regulatedBy}`],
        ),
      ),
    ],
  }
  return (sitting) => {
    const keys = new Set<number>()
    for (const bond of bonds) for (const text of textsFor[bond](sitting)) keys.add(numbered(text))
    return [...keys]
  }
}

/** A post at the head of the organ; blank: the file does not say. */
const mayLead = ({ leading, internalUnit, team }: Sitting): boolean =>
  leading !== false && (internalUnit === null || team !== null)
