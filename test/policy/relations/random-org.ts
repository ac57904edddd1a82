import fc from 'fast-check'
import {
  type Chart,
  type Day,
  day,
  isChiefPost,
  type PostVersion,
  parseStated,
  type Range,
  type StatedText,
  type UnitVersion,
} from '../../../policy/index.ts'
import type { Versions } from './settled.ts'

const sinceEver: Range = { lo: -Infinity, hi: -Infinity }
const forEver: Range = { lo: Infinity, hi: Infinity }

/** A small county in the first half of 2015: a city’s bureau, its office and section, what it sends out, and a county’s bureau. */
export const unitIds = ['bureau', 'office', 'section', 'resident', 'branch'] as const
export const postIds = ['p0', 'p1', 'p2', 'p3', 'p4'] as const
export const window: readonly [Day, Day] = [day('2015-01-01'), day('2015-07-01')]

/** One change of each thing at most two: in a month of its own, to the day or not. */
const changeDay = (month: string) =>
  fc.constantFrom<StatedText>(`2015-0${month}`, `2015-0${month}-01`, `2015-0${month}-11`, `2015-0${month}-28`)

const postSaid = fc.record({
  unit: fc.constantFrom(...unitIds),
  seats: fc.constantFrom<PostVersion['seats']>([], [], [], ['chief'], ['deputy'], ['chief', 'deputy']),
  reportsTo: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(...postIds) },
  ),
  team: fc.constantFrom(null, null, 'team'),
  quota: fc.constantFrom(1, 1, 3),
  leading: fc.constantFrom(true, false),
  duties: fc.constantFrom<PostVersion['duties']>([], ['finance']),
})

const plainPost = { level: null, business: [], authority: null, category: null } as const

/** What one post rests on changes in months of its own: where a day and a month overlap a career is cut by the earlier of the two. */
const dated = <S extends object, V>(
  said: fc.Arbitrary<S>,
  plain: V,
  [one, other]: readonly [string, string] = ['2', '4'],
) =>
  fc
    .tuple(
      said,
      fc.option(fc.tuple(changeDay(one), said)),
      other === '' ? fc.constant(null) : fc.option(fc.tuple(changeDay(other), said)),
      fc.option(changeDay('6')),
    )
    .map(([first, second, third, end]) => {
      const starts = [null, second?.[0] ?? null, third?.[0] ?? null]
      const states = [first, second?.[1], third?.[1]]
      const told = states.flatMap((state, i) => (state === undefined ? [] : [{ state, from: starts[i] ?? null }]))
      return told.map(({ state, from }, i) => {
        const next = told[i + 1]?.from ?? (i === told.length - 1 ? (end ?? null) : null)
        return { ...plain, ...state, from: stated(from) ?? sinceEver, to: stated(next) ?? forEver }
      })
    })

const stated = (text: StatedText | null): Range | null => (text === null ? null : parseStated(text))

const inside = (...parents: readonly string[]) => fc.record({ parent: fc.constantFrom(...parents) })
const unitPlain = { functions: [], legalPerson: null, system: null, regulatedBy: null }
const unit = (kind: UnitVersion['kind'], jurisdiction: string) => ({ ...unitPlain, kind, jurisdiction })

const withoutEnd = <V extends { readonly to: Range }>(versions: readonly V[]): readonly V[] =>
  versions.map((version, i) => (i === versions.length - 1 ? { ...version, to: forEver } : version))

export const organisations: fc.Arbitrary<Versions> = fc.record({
  posts: fc.record(Object.fromEntries(postIds.map((id) => [id, dated(postSaid, plainPost)]))),
  units: fc.record({
    bureau: fc.constant([{ ...unit('organ', '411100'), parent: null, from: sinceEver, to: forEver }]),
    branch: dated(fc.record({ parent: fc.constantFrom(null, 'bureau') }), unit('organ', '411121'), ['3', '']).map(
      withoutEnd,
    ),
    office: dated(inside('bureau', 'branch'), unit('internal_unit', '411100'), ['1', '']).map(withoutEnd),
    section: dated(inside('office', 'bureau', 'branch'), unit('internal_unit', '411100'), ['5', '']).map(withoutEnd),
    resident: dated(inside('bureau', 'office', 'branch'), unit('dispatched_office', '411100'), ['5', '']).map(
      withoutEnd,
    ),
  }),
  teams: fc.constant({ team: [{ from: sinceEver, to: forEver, kind: 'organ' as const, jurisdiction: '411100' }] }),
})

export const chartOfVersions = ({ posts, units, teams }: Versions): Chart => ({
  post: (id) => posts[id] ?? [],
  unit: (id) => units[id] ?? [],
  team: (id) => teams[id] ?? [],
  chiefs: (of) =>
    Object.entries(posts).flatMap(([id, versions]) =>
      versions.some((v) => v.unit === of && isChiefPost(v.seats)) ? [id] : [],
    ),
})
