import { Random } from '../random.ts'
import { RosterWriter } from '../roster-writer.ts'
import { Careers } from './careers.ts'
import { kinOf } from './kin-of.ts'
import { organsOf } from './organs-of.ts'
import { PeopleWriter } from './people-of.ts'
import type { Place } from './place.ts'
import { secondmentsOf } from './secondments-of.ts'
import type { Slot } from './slot.ts'
import { countyTeams } from './teams-of.ts'

const seatsOfCounty = 18

/** Every county has its seats; in a smaller world only those of the first counties are filled. */
const slotsOf = (to: RosterWriter, place: Place, staff: number): Slot[] => {
  const teams = place.counties.flatMap((county) => {
    const slots = countyTeams(to, place, county)
    return county.planted === true ? [] : [slots]
  })
  const filled = teams.slice(0, Math.max(1, Math.round(staff / 36)))
  return [...filled.flat(), ...organsOf(to, place, Math.max(0, staff - filled.length * seatsOfCounty))]
}

/** The made-up people of one place, in a world of `size` staff in all. The same seed and size give the same text. */
export const rosterOf = (place: Place, size: number, seed: string): RosterWriter => {
  const random = new Random(`${seed}/${place.code}`)
  const to = new RosterWriter(place.code)
  const slots = slotsOf(to, place, Math.round((place.share * size) / 3000))
  new PeopleWriter(to, place, random).write(new Careers(slots, random).live())
  secondmentsOf(to, random)
  kinOf(to, random)
  return to
}
