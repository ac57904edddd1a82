import type { Dice } from '../random.ts'
import type { Origin, Soul, Stated } from './story.ts'

/** A rule about a team, in the oracle's own words. */
export type Asked =
  | { readonly of: 'natives' | 'others' | 'all'; readonly n: number; readonly least: boolean }
  | {
      readonly of: 'natives' | 'others'
      readonly p: number
      readonly q: number
      readonly least: boolean
      readonly seats?: number
    }
  | { readonly every: readonly Asked[] }
  | { readonly some: readonly Asked[] }
  | { readonly no: Asked }

/** A person of whom everything is known. */
interface Known {
  readonly native: boolean
  readonly service: readonly { readonly team: string; readonly from: number; readonly to: number }[]
}

/** One way in which everything the file leaves open may have been. */
export const completion = (souls: readonly Soul[], dice: Dice): readonly Known[] =>
  souls.map(({ born, grown, service }) => {
    const chosen = new Map<Stated, number>()
    const dayOf = (day: Stated): number => {
      const known = chosen.get(day) ?? dice.pick([day.lo, day.hi, dice.int(day.lo, day.hi)])
      chosen.set(day, known)
      return known
    }
    const isHome = (origin: Origin) => origin === 'home' || (origin !== 'away' && dice.chance(0.5))
    const places = [isHome(born), isHome(grown)]
    return {
      native: places.includes(true),
      service: service
        .filter(({ capacity }) => capacity !== 'secondment')
        .map(({ team, from, to }) => ({
          ...{ team, from: dayOf(from), to: to === null ? Number.MAX_SAFE_INTEGER : dayOf(to) },
        })),
    }
  })

/** Whether those who serve in these teams on the day are not as asked; nobody there, nothing failed. */
export const failsOn = (people: readonly Known[], teams: readonly string[], asked: Asked, day: number): boolean => {
  const there = people.filter(({ service }) =>
    service.some((s) => teams.includes(s.team) && s.from <= day && day < s.to),
  )
  return there.length > 0 && !isSo(there, asked)
}

const isSo = (there: readonly Known[], asked: Asked): boolean => {
  if ('every' in asked) return asked.every.every((one) => isSo(there, one))
  if ('some' in asked) return asked.some.some((one) => isSo(there, one))
  if ('no' in asked) return !isSo(there, asked.no)
  const natives = there.filter(({ native }) => native).length
  const hits = asked.of === 'all' ? there.length : asked.of === 'natives' ? natives : there.length - natives
  if ('n' in asked) return asked.least ? hits >= asked.n : hits <= asked.n
  const whole = asked.seats ?? there.length
  return asked.least ? hits * asked.q >= whole * asked.p : hits * asked.q <= whole * asked.p
}
