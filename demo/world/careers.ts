import { dayText, lastMonth, type Month, monthOf, monthText, yearText } from '../month.ts'
import type { Random } from '../random.ts'
import type { Slot, Standing } from './slot.ts'

/** A decision on someone's post: its month, and how exactly the file states its day. */
export interface Moment {
  readonly month: Month
  readonly text: string
}

/** Time in one post, as lived; `promoted` when it began with a rise. */
export interface Stint {
  readonly slot: Slot
  readonly from: Moment
  readonly promoted: boolean
  /** Some are left where they are for a decade and more: three times out of four nobody thinks of them. */
  readonly settled: boolean
  to: Moment | null
}

/** Someone of the synthetic world and the posts they went through, oldest first. */
export interface Cadre {
  readonly sex: 'M' | 'F'
  readonly birth: Month
  readonly birthDay: number
  /** Month of entry when hired inside the told period. */
  readonly hired: Month | null
  readonly stints: Stint[]
}

interface Seat {
  readonly slot: Slot
  holder: Cadre | null
  /** Month it was last left; whoever follows comes in a later one. */
  left: Month
}

const firstMonth = monthOf(2002, 1)
const reformMonth = monthOf(2019, 3)
const agesAtStart: readonly (readonly [number, number])[] = [
  [24, 46],
  [31, 50],
  [36, 52],
  [40, 54],
  [44, 55],
]
/** Chance of an exchange, by standing, in each of the months in which a place moves people. */
const exchanged: readonly number[] = [0.03, 0.03, 0.03, 0.04, 0.05]

/** The month the statutory age is reached, by the law of that month (tables of 2024 from 2025-01 on). */
export const retirementMonth = (cadre: Cadre, division: boolean): Month => {
  const original = cadre.birth + (cadre.sex === 'M' || division ? 720 : 660)
  const late = original - monthOf(2024, 12)
  return late <= 0 ? original : original + Math.min(36, Math.ceil(late / 4))
}

/** Lets a place live from 2002 to now, month by month: retirements, exchanges, promotions into what falls vacant. */
export class Careers {
  readonly #random: Random
  readonly #seats: readonly Seat[]
  readonly people: Cadre[] = []

  constructor(slots: readonly Slot[], random: Random) {
    this.#random = random
    this.#seats = slots.flatMap((slot) =>
      Array.from({ length: slot.quota }, (): Seat => ({ slot, holder: null, left: firstMonth })),
    )
  }

  live(): readonly Cadre[] {
    for (const seat of this.#seats) this.#found(seat)
    for (let month = firstMonth + 1; month <= lastMonth; month += 1) {
      if (Math.abs(month - reformMonth) <= 1) continue
      this.#retire(month)
      this.#fill(month)
      if (this.#random.chance(0.2)) this.#exchange(month)
    }
    return this.people
  }

  #found(seat: Seat): void {
    const [youngest, oldest] = agesAtStart[seat.slot.standing] ?? [24, 50]
    const cadre = this.#person(firstMonth - this.#random.between(12 * youngest, 12 * oldest), null)
    const served = this.#random.between(1, Math.min(100, firstMonth - cadre.birth - 22 * 12))
    this.#seat(cadre, seat, this.#moment(firstMonth - Math.max(1, served)), false)
  }

  #person(birth: Month, hired: Month | null): Cadre {
    const sex = this.#random.chance(0.34) ? 'F' : 'M'
    const cadre: Cadre = {
      sex,
      birth,
      birthDay: this.#random.between(1, 28),
      hired,
      stints: [],
    }
    this.people.push(cadre)
    return cadre
  }

  #moment(month: Month): Moment {
    const draw = this.#random.next()
    if (draw < 0.3) return { month, text: dayText(month, this.#random.between(1, 28)) }
    return { month, text: month < firstMonth && draw > 0.95 ? yearText(month) : monthText(month) }
  }

  #seat(cadre: Cadre, seat: Seat, from: Moment, promoted: boolean): void {
    const last = cadre.stints.at(-1)
    if (last?.to === null) last.to = from
    cadre.stints.push({ slot: seat.slot, from, to: null, promoted, settled: this.#random.chance(0.3) })
    seat.holder = cadre
  }

  #retire(month: Month): void {
    for (const seat of this.#seats) {
      const { holder } = seat
      const last = holder?.stints.at(-1)
      if (!holder || !last || month < retirementMonth(holder, seat.slot.division)) continue
      last.to = { month, text: dayText(month, holder.birthDay) }
      this.#vacate(seat, month)
    }
  }

  #vacate(seat: Seat, month: Month): void {
    seat.holder = null
    seat.left = month
  }

  #fill(month: Month): void {
    const vacant = this.#seats.filter((seat) => seat.holder === null && seat.left < month)
    vacant.sort((a, b) => b.slot.standing - a.slot.standing)
    for (const seat of vacant) if (this.#random.chance(0.4)) this.#fillOne(seat, month)
  }

  #fillOne(seat: Seat, month: Month): void {
    const from = seat.slot.standing === 0 ? null : this.#candidate(seat.slot, month)
    if (from?.holder) {
      this.#seat(from.holder, seat, this.#moment(month), true)
      this.#vacate(from, month)
      return
    }
    // Nobody below: a graduate for a staff post, someone from elsewhere for a leading one.
    const age = seat.slot.standing === 0 ? this.#random.between(22, 28) : this.#random.between(38, 48)
    const cadre = this.#person(month - 12 * age - this.#random.between(0, 11), seat.slot.standing === 0 ? month : null)
    this.#seat(cadre, seat, this.#moment(month), false)
  }

  /** Whom to promote: someone under 47 from one step below, of the same group three times out of four. */
  #candidate(slot: Slot, month: Month): Seat | null {
    const below = (slot.standing - 1) as Standing
    const ready = this.#seats.filter(({ slot: s, holder }) => {
      if (holder === null || s.standing !== below || month - holder.birth > 47 * 12) return false
      return this.#movable(holder, month - 24)
    })
    const own = ready.filter((seat) => seat.slot.group === slot.group)
    const pool = own.length > 0 && this.#random.chance(0.75) ? own : ready
    return pool[this.#random.between(0, pool.length - 1)] ?? null
  }

  #movable(cadre: Cadre, since: Month): boolean {
    const last = cadre.stints.at(-1)
    return last !== undefined && last.from.month <= since && (!last.settled || this.#random.chance(0.25))
  }

  /** A round of exchange: those moved pass their posts on in a ring, all by one decision. */
  #exchange(month: Month): void {
    for (const standing of [0, 1, 2, 3, 4] as const) {
      const moved = this.#seats.filter(({ slot, holder }) => {
        if (holder === null || slot.standing !== standing || !this.#random.chance(exchanged[standing] ?? 0))
          return false
        return this.#movable(holder, month - 18)
      })
      const ring = moved.map((seat) => seat.holder)
      const decision = this.#moment(month)
      if (moved.length < 2) continue
      moved.forEach((seat, i) => {
        const next = ring[(i + 1) % ring.length]
        // Staff who draw another place at their own post simply stay in it.
        if (next && next.stints.at(-1)?.slot === seat.slot) seat.holder = next
        else if (next) this.#seat(next, seat, decision, false)
      })
    }
  }
}
