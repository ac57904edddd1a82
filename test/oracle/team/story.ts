import type { CareerLine, CasePerson } from '../../../policy/index.ts'
import { dayOfText } from '../calendar.ts'
import type { Dice } from '../random.ts'

/** A day the file gives to the day or to the month, and one that all who share it mean. */
export interface Stated {
  readonly text: string
  readonly lo: number
  readonly hi: number
}

export interface Service {
  readonly team: 'committee' | 'government'
  readonly from: Stated
  /** `null`: still so. */
  readonly to: Stated | null
  readonly capacity: 'formal' | 'concurrent' | 'secondment'
}

/** Where someone is from: the county, elsewhere, the city the county lies in, or not on file. */
export type Origin = 'home' | 'away' | 'city' | 'blank'

export interface Soul {
  readonly born: Origin
  readonly grown: Origin
  readonly service: readonly Service[]
}

export const home = '411121'
const codes = { home, away: '410122', city: '411100' }

const lengths: Readonly<Record<number, number>> = { 1: 31, 2: 29, 3: 31, 4: 30, 5: 31, 6: 30 }

const stated = (dice: Dice, month: number, blurred: boolean): Stated => {
  const text = `2020-0${month}`
  const first = dayOfText(`${text}-01`)
  const length = lengths[month] ?? 30
  if (blurred) return { text, lo: first, hi: first + length - 1 }
  const at = dice.int(1, length)
  return { text: `${text}-${String(at).padStart(2, '0')}`, lo: first + at - 1, hi: first + at - 1 }
}

/** One or two services, perhaps begun and ended in one month: after one another, from one day to the next, or side by side. */
const serviceOf = (dice: Dice, blur: number): Service[] => {
  const some = () => ({
    team: dice.pick(['committee', 'committee', 'government'] as const),
    capacity: dice.pick(['formal', 'formal', 'formal', 'concurrent', 'secondment'] as const),
  })
  const start = dice.int(1, 3)
  const from = stated(dice, start, dice.chance(blur))
  if (dice.chance(0.3)) return [{ ...some(), from, to: null }]
  const end = dice.int(from.lo < from.hi ? start : start + 1, 5)
  const to = stated(dice, end, end === start || dice.chance(blur))
  const one = { ...some(), from, to }
  if (dice.chance(0.4)) return [one]
  if (dice.chance(0.6)) return [one, { ...some(), from: to, to: null }]
  return [one, { ...some(), from: stated(dice, start + 1 >= end ? end + 1 : start + 1, false), to: null }]
}

const originOf = (dice: Dice, blur: number): Origin =>
  dice.chance(blur) ? dice.pick(['city', 'blank'] as const) : dice.pick(['home', 'away', 'away'] as const)

export const soulsOf = (dice: Dice, blur: number): readonly Soul[] =>
  Array.from({ length: dice.int(1, 6) }, () => ({
    born: originOf(dice, blur),
    grown: originOf(dice, blur),
    service: serviceOf(dice, blur),
  }))

/** The same person as a file tells of them. */
export const onFile = ({ born, grown, service }: Soul): CasePerson => ({
  person: {
    ...(born === 'blank' ? {} : { birthPlace: codes[born] }),
    growthPlaces: grown === 'blank' ? [] : [codes[grown]],
  },
  career: service.map(
    ({ team, from, to, capacity }, i): CareerLine => ({
      post: `post ${i}`,
      from: from.text,
      ...(to === null ? {} : { to: to.text }),
      capacity,
      team,
      teamKind: team === 'committee' ? 'party_committee' : 'government',
      place: home,
      authority: '411100',
    }),
  ),
})
