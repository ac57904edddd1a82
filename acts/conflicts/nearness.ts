import { divisions } from '../../db/divisions.ts'
import type { Sitting, Sittings } from '../../db/facts/bulk/sittings.ts'
import type { UnitPlace } from '../../db/queries/conflict-units.ts'
import { grouped } from '../../db/recorded.ts'
import type { Bond } from './bonds.ts'

/** Whether two people, by number, ever sat so near each other that a rule may relate their posts. */
export type Near = (one: number, other: number) => boolean

/** Where a sitting is, and what it must come upon in the other’s: the same for most bonds, the level above or the regulator for some. */
interface Spot {
  readonly at: readonly number[]
  readonly seeks: readonly number[]
}

/**
 * Sittings become small sets of numbers, one for each organ, team … by which a rule may relate them to another; whether two sat
 * near each other on some day is seen at once. Wider than any rule: who leads whom is for the judge.
 */
export const nearness = (sittings: Sittings, units: readonly UnitPlace[], bonds: ReadonlySet<Bond> | null): Near => {
  const spotOf = bonds === null ? () => anywhere : spotsBy(bonds, units)
  const spots = sittings.kinds.map(spotOf)
  const { first, next, kind, from, to } = sittings
  const at = (entry: number) => spots[kind[entry] ?? 0] ?? nowhere
  const overlap = (a: number, b: number) => (from[a] ?? 0) < (to[b] ?? 0) && (from[b] ?? 0) < (to[a] ?? 0)
  return (one, other) => {
    for (let a = first[one] ?? -1; a >= 0; a = next[a] ?? -1) {
      for (let b = first[other] ?? -1; b >= 0; b = next[b] ?? -1) {
        if (overlap(a, b) && meet(at(a), at(b))) return true
      }
    }
    return false
  }
}

/** Shared by all, where some rule relates posts wherever they are. */
const anywhere: Spot = { at: [0], seeks: [0] }
const nowhere: Spot = { at: [], seeks: [] }

const meet = (a: Spot, b: Spot): boolean => share(a.at, b.seeks) || share(a.seeks, b.at)

const share = (a: readonly number[], b: readonly number[]): boolean => {
  for (const key of a) if (b.includes(key)) return true
  return false
}

/** Units lie this deep at most; a broken file does not make us climb for ever. */
const deepest = 32

const spotsBy = (bonds: ReadonlySet<Bond>, units: readonly UnitPlace[]): ((sitting: Sitting) => Spot) => {
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
  const alike = (texts: Iterable<string>): Sought => ({ at: texts, seeks: texts })
  const textsFor: Readonly<Record<Bond, (sitting: Sitting) => Sought>> = {
    organ: ({ organ }) => alike([`organ ${organ}`]),
    organsAbove: ({ organ }) => alike([...above(organ)].map((unit) => `organ ${unit}`)),
    legalPerson: ({ legalPerson }) => alike(legalPerson === null ? [] : [`legal ${legalPerson}`]),
    internalUnit: ({ internalUnit }) => alike(internalUnit === null ? [] : [`unit ${internalUnit}`]),
    team: ({ team }) => alike(team === null ? [] : [`team ${team}`]),
    place: ({ place }) => alike([`place ${place}`]),
    level: (sitting) => {
      const organs = mayLead(sitting) ? (versions.get(sitting.organ) ?? []) : []
      return {
        at: organs.map(({ kind, jurisdiction }) => `level ${kind} ${jurisdiction}`),
        seeks: organs.map(({ kind, jurisdiction }) => `level ${kind} ${divisions.chain(jurisdiction).at(-2) ?? ''}`),
      }
    },
    regulator: (sitting) => ({
      at: mayLead(sitting) ? [`regulator ${sitting.organ}`] : [],
      seeks: [...above(sitting.organ)].flatMap((unit) =>
        (versions.get(unit) ?? []).flatMap(({ regulatedBy }) =>
          regulatedBy === null ? [] : [`regulator ${regulatedBy}`],
        ),
      ),
    }),
  }
  return (sitting) => {
    const [at, seeks] = [new Set<number>(), new Set<number>()]
    for (const bond of bonds) {
      const texts = textsFor[bond](sitting)
      for (const text of texts.at) at.add(numbered(text))
      for (const text of texts.seeks) seeks.add(numbered(text))
    }
    return { at: [...at], seeks: [...seeks] }
  }
}

interface Sought {
  readonly at: Iterable<string>
  readonly seeks: Iterable<string>
}

/** A post at the head of the organ; blank: the file does not say. */
const mayLead = ({ leading, internalUnit, team }: Sitting): boolean =>
  leading !== false && (internalUnit === null || team !== null)
