import { expect, test } from 'vitest'
import {
  type AssignmentFacts,
  cutCareer,
  dayTextOrNull,
  type Org,
  type Piece,
  type PostVersion,
  parseStated,
  type UnitVersion,
} from '../../policy/index.ts'

const ever = { lo: -Infinity, hi: -Infinity }
const never = { lo: Infinity, hi: Infinity }
const stated = (text: string) => parseStated(text) ?? never

const post = (from: string | null, more: Partial<PostVersion> = {}): PostVersion => ({
  from: from === null ? ever : stated(from),
  to: never,
  unit: 'section',
  level: 'section_deputy',
  leading: true,
  seats: [],
  duties: [],
  business: [],
  team: null,
  authority: null,
  category: 'civil',
  reportsTo: null,
  quota: 1,
  ...more,
})

const unit = (from: string | null, more: Partial<UnitVersion> = {}): UnitVersion => ({
  from: from === null ? ever : stated(from),
  to: never,
  kind: 'organ',
  parent: null,
  functions: [],
  jurisdiction: '411100',
  legalPerson: null,
  system: null,
  regulatedBy: null,
  ...more,
})

const section = [unit(null, { kind: 'internal_unit', parent: 'bureau' })]

const org = (posts: readonly PostVersion[], units: Readonly<Record<string, readonly UnitVersion[]>> = {}): Org => ({
  post: () => posts,
  unit: (id) => units[id] ?? (id === 'section' ? section : [unit(null)]),
  team: () => [],
})

const held = (from: string, to: string | null, more: Partial<AssignmentFacts> = {}): AssignmentFacts => ({
  id: `since ${from}`,
  post: 'head',
  from,
  to,
  capacity: 'formal',
  level: null,
  ...more,
})

const days = ({ from, to }: Piece) => [from.lo, from.hi, to.lo, to.hi].map(dayTextOrNull)

test('S16: an assignment is cut where a new row of its post begins, and each piece has the attributes of its days', () => {
  const pieces = cutCareer(
    [held('2010-01-01', null)],
    org([post(null), post('2015-06-01', { duties: ['land'], level: 'section_chief' })]),
  )
  expect(pieces.map((p) => [p.level, p.duties, ...days(p)])).toEqual([
    ['section_deputy', [], '2010-01-01', '2010-01-01', '2015-06-01', '2015-06-01'],
    ['section_chief', ['land'], '2015-06-01', '2015-06-01', null, null],
  ])
})

test('S16: a change of the organ above cuts too, and moves the organ and the authority with it', () => {
  const units = {
    section: [
      unit(null, { kind: 'internal_unit', parent: 'bureau' }),
      unit('2018-01-01', { kind: 'internal_unit', parent: 'office', jurisdiction: '411121' }),
    ],
  }
  const pieces = cutCareer([held('2010-01-01', '2020-01-01')], org([post(null)], units))
  expect(pieces.map((p) => [p.organ, p.internalUnit, p.authority])).toEqual([
    ['bureau', 'section', '411100'],
    ['office', 'section', '411121'],
  ])
})

test('a reform known only to the month is one unknown day between two pieces', () => {
  const [before, after] = cutCareer([held('2010-01-01', null)], org([post(null), post('2015-06', { leading: false })]))
  expect(before?.to.joint).toBeDefined()
  expect(before?.to).toEqual(after?.from)
  expect([before?.leading, after?.leading]).toEqual([true, false])
})

test('S2: the level of the assignment stands before that of the post', () => {
  expect(cutCareer([held('2010-01-01', null, { level: 'section_chief' })], org([post(null)]))[0]?.level).toBe(
    'section_chief',
  )
})

test('S5: an end and the next start in one month are one day; two posts taken together share it', () => {
  const career = [
    held('2010-01-01', '2014-03'),
    held('2014-03', null),
    held('2014-03', null, { id: 'beside', post: 'member' }),
  ]
  const joints = cutCareer(career, org([post(null)])).map((p) => [p.from.joint, p.to.joint])
  expect(joints[0]?.[1]).toBeDefined()
  expect([joints[1]?.[0], joints[2]?.[0]]).toEqual([joints[0]?.[1], joints[0]?.[1]])
})

test('S5: a post held within one month has two unknown days of its own', () => {
  const career = [
    held('2010-01-01', '2014-03'),
    held('2014-03', '2014-03', { id: 'short' }),
    held('2014-03', null, { id: 'long' }),
  ]
  const [first, short, long] = cutCareer(career, org([post(null)]))
  expect(first?.to.joint).toBe(short?.from.joint)
  expect(short?.to.joint).toBe(long?.from.joint)
  expect(short?.to.joint).not.toBe(short?.from.joint)
})

test('S5: a month and a year overlap in the month', () => {
  const [first, second] = cutCareer([held('2010-01-01', '2014'), held('2014-03', null)], org([post(null)]))
  expect([first, second].map((p) => (p === undefined ? [] : days(p)))).toEqual([
    ['2010-01-01', '2010-01-01', '2014-03-01', '2014-03-31'],
    ['2014-03-01', '2014-03-31', null, null],
  ])
})

test('S6: an unknown start lies between the neighbouring known starts, an unknown end before the next', () => {
  const career = [held('2010-01-01', '?'), held('?', '2016-01-01'), held('2018-05', null)]
  expect(cutCareer(career, org([post(null)])).map(days)).toEqual([
    ['2010-01-01', '2010-01-01', '2010-01-01', '2018-05-31'],
    ['2010-01-01', '2016-01-01', '2016-01-01', '2016-01-01'],
    ['2018-05-01', '2018-05-31', null, null],
  ])
})
