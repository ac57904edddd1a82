import type { Row } from '../roster-writer.ts'
import type { RowPlanting } from './rows.ts'

const home = '360483'
const from = (place: string) => ({ native_place: place, birth_place: place, growth_places: place })
const member = (code: string, name: string, birth: string, place: string, sex = 'M'): Row => ({
  ...{ code, name, sex, birth, ethnicity: '01', category: 'civil', ...from(place) },
})
const holds = (person: string, seat: string, since: string, to = ''): Row => ({
  ...{ person, post: `JJ-${home}${seat}`, from: since, to, capacity: 'formal' },
})

/** Two on the party committee of Lushan are natives, of six: a third, since the head of publicity came. One of them is its secretary. */
export const lushan: RowPlanting = {
  at: '360400',
  units: [],
  posts: [],
  people: [
    member('JJ-T01', '匡书记', '1974-03-18', home),
    member('JJ-T02', '向副', '1975-09-02', '360102'),
    member('JJ-T03', '辛纪', '1976-01-25', '360302'),
    member('JJ-T04', '丛组', '1977-07-14', '361102', 'F'),
    member('JJ-T05', '晏宣', '1979-11-30', home, 'F'),
    member('JJ-T06', '巩统', '1978-05-05', '360102'),
    member('JJ-T07', '年前', '1972-12-12', '360102'),
    member('JJ-T11', '郁市长', '1976-06-06', '360102'),
    member('JJ-T12', '桑常', '1978-02-22', '360302'),
    member('JJ-T13', '匡农', '1981-10-08', home),
  ],
  assignments: [
    holds('JJ-T01', 'W-S', '2021-09-10'),
    holds('JJ-T02', 'W-F', '2021-09-10'),
    holds('JJ-T03', 'W-JW', '2021-09-10'),
    holds('JJ-T04', 'W-ZZ', '2021-09-10'),
    holds('JJ-T07', 'W-XC', '2021-09-10', '2024-06-01'),
    holds('JJ-T05', 'W-XC', '2024-06-01'),
    holds('JJ-T06', 'W-TZ', '2021-09-10'),
    holds('JJ-T11', 'Z-X', '2021-09-10'),
    holds('JJ-T12', 'Z-C', '2021-09-10'),
    holds('JJ-T13', 'Z-F1', '2021-09-10'),
  ],
  kin: [],
}
