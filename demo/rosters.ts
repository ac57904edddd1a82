import { dongcheng, wuyi, yangzhou, yuelu } from './planted/elsewhere.ts'
import { families } from './planted/families.ts'
import { guanlingCounty, guizhou, jiujiang } from './planted/leaders.ts'
import { luohe } from './planted/luohe.ts'
import { lushan } from './planted/lushan.ts'
import { plantRows } from './planted/rows.ts'
import { type Planting, plant } from './planted/story.ts'
import type { Roster } from './roster-writer.ts'
import { places } from './world/place.ts'
import { rosterOf } from './world/roster-of.ts'

export const plantings: readonly Planting[] = [
  ...[luohe, jiujiang, yangzhou, guizhou, guanlingCounty, dongcheng, yuelu, wuyi],
]

export interface WorldOptions {
  /** Staff in all, about; the planted ones come on top. Default 3,000. */
  readonly size?: number
  readonly seed?: string
}

/** The rosters of the synthetic world, one per filing office. The same seed and size give the same text to the byte. */
export const worldRosters = ({ size = 3000, seed = 'cadre' }: WorldOptions = {}): readonly Roster[] =>
  places.map((place) => {
    const writer = rosterOf(place, size, seed)
    for (const planting of plantings) if (planting.at === place.code) plant(writer, planting)
    for (const planting of [...families, lushan]) if (planting.at === place.code) plantRows(writer, planting)
    return writer.roster()
  })
