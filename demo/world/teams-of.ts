import type { RosterWriter, Row } from '../roster-writer.ts'
import type { County, Place } from './place.ts'
import type { Slot, Standing } from './slot.ts'

interface Seat {
  readonly organ: 'W' | 'Z' | 'R' | 'X' | 'F' | 'J'
  readonly suffix: string
  readonly title: string
  readonly seat: string
  readonly standing: Standing
}

const seat = (organ: Seat['organ'], suffix: string, title: string, words: string, standing: Standing = 3): Seat => ({
  ...{ organ, suffix, title, standing },
  seat: words,
})

/** The seats of a county's four teams, of its court and its procuratorate. `县` stands for 县, 区 or 市. */
const seats: readonly Seat[] = [
  seat('W', 'S', '书记', 'chief;party_secretary', 4),
  seat('W', 'F', '副书记', 'deputy'),
  seat('W', 'JW', '常委、纪委书记', 'discipline_secretary'),
  seat('W', 'ZZ', '常委、组织部部长', 'organization_head'),
  seat('W', 'ZF', '常委、政法委书记', 'political_legal_secretary'),
  seat('W', 'XC', '常委、宣传部部长', 'deputy'),
  seat('W', 'TZ', '常委、统战部部长', 'deputy'),
  seat('Z', 'X', '县长', 'chief;government_head', 4),
  seat('Z', 'C', '常务副县长', 'deputy'),
  seat('Z', 'F1', '副县长（分管农业）', 'deputy'),
  seat('Z', 'F2', '副县长（分管教育卫生）', 'deputy'),
  seat('Z', 'GA', '副县长、公安局局长', 'deputy;public_security_head'),
  seat('R', 'Z', '主任', 'chief', 4),
  seat('R', 'F1', '副主任', 'deputy'),
  seat('X', 'Z', '主席', 'chief', 4),
  seat('X', 'F1', '副主席', 'deputy'),
  seat('F', 'Y', '院长', 'chief;court_president'),
  seat('J', 'J', '检察长', 'chief;chief_procurator'),
]

const organs: readonly (readonly [Seat['organ'], string, string, string])[] = [
  ['W', '县委', 'organ', 'party_committee'],
  ['Z', '县人民政府', 'organ', 'government'],
  ['R', '县人大常委会', 'organ', 'peoples_congress'],
  ['X', '县政协', 'organ', 'cppcc'],
  ['F', '县人民法院', 'court', ''],
  ['J', '县人民检察院', 'procuratorate', ''],
]

const terms: readonly (readonly [number, string, string])[] = [
  [11, '2006-10-20', '2011-10-18'],
  [12, '2011-10-18', '2016-10-21'],
  [13, '2016-10-21', '2021-10-15'],
  [14, '2021-10-15', ''],
]

const localWord = (county: County) => county.name.slice(-1)
const localised = (text: string, county: County) => text.replaceAll('县', localWord(county))

/** Units, teams, terms and posts of the leading team of one county. */
export const countyTeams = (to: RosterWriter, place: Place, county: County): Slot[] => {
  const base = `${place.prefix}-${county.code}`
  for (const [organ, name, kind, team] of organs) {
    const code = `${base}${organ}`
    const title = county.name.slice(0, -1) + localised(name, county)
    to.add('units', { code, name: title, kind, jurisdiction: county.code, legal_person: 'yes' })
    if (team === '') continue
    const deputies = county.deputiesAt ?? place.code
    const row: Row = { code: `${code}-T`, name: `${title}班子`, jurisdiction: county.code, kind: team, unit: code }
    to.add('teams', { ...row, authority: deputies })
    for (const [number, from, end] of terms)
      to.add('terms', { team: row.code ?? '', number: String(number), from, to: end })
  }
  to.add('posts', {
    ...postRow(place, county, seat('W', 'FX', '副书记（县长兼）', 'deputy', 4)),
    level: 'division_chief',
  })
  return seats.map((each) => {
    const row = postRow(place, county, each)
    to.add('posts', row)
    const along = each.suffix === 'X' && each.organ === 'Z' ? { along: `${base}W-FX` } : {}
    const post = row.code ?? ''
    return {
      post,
      standing: each.standing,
      group: base,
      quota: 1,
      category: row.category ?? '',
      division: true,
      ...along,
    }
  })
}

const categoryOf = { W: 'civil', Z: 'civil', R: 'civil', X: 'civil', F: 'judge', J: 'procurator' } as const

const postRow = (place: Place, county: County, { organ, suffix, title, seat: words, standing }: Seat): Row => {
  const unit = `${place.prefix}-${county.code}${organ}`
  const first = standing === 4 && (organ === 'W' || organ === 'Z')
  return {
    ...{ code: `${unit}-${suffix}`, unit, title: localised(title, county), leading: 'yes', seat: words, quota: '1' },
    level: standing === 4 ? 'division_chief' : 'division_deputy',
    team: organ === 'F' || organ === 'J' ? '' : `${unit}-T`,
    authority: first ? place.code : (county.deputiesAt ?? place.code),
    category: categoryOf[organ],
  }
}
