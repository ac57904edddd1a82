import {
  type AssignmentFacts,
  type Chart,
  cutCareer,
  isChiefPost,
  type Piece,
  type PostVersion,
  parseStated,
  type Range,
  type TeamVersion,
  type UnitVersion,
} from '../../policy/index.ts'

type Dated<V> = Partial<Omit<V, 'from' | 'to'>> & { readonly from?: string; readonly to?: string }

/** An organisation as a test tells it: whatever is not said is plain, and each version ends where the next begins. */
export interface Told {
  readonly posts: Readonly<Record<string, readonly Dated<PostVersion>[]>>
  readonly units: Readonly<Record<string, readonly Dated<UnitVersion>[]>>
  readonly teams?: Readonly<Record<string, readonly Dated<TeamVersion>[]>>
}

const sinceEver: Range = { lo: -Infinity, hi: -Infinity }
const forEver: Range = { lo: Infinity, hi: Infinity }
const stated = (text: string): Range => {
  const range = parseStated(text)
  if (range === null) throw new RangeError(text)
  return range
}

const plainPost: PostVersion = {
  from: sinceEver,
  to: forEver,
  unit: 'bureau',
  level: 'clerk',
  leading: false,
  seats: [],
  duties: [],
  business: [],
  team: null,
  authority: null,
  category: 'civil',
  reportsTo: null,
  quota: 1,
}

const plainUnit: UnitVersion = {
  from: sinceEver,
  to: forEver,
  kind: 'organ',
  parent: null,
  functions: [],
  jurisdiction: '411100',
  legalPerson: null,
  system: null,
  regulatedBy: null,
}

const plainTeam: TeamVersion = { from: sinceEver, to: forEver, kind: 'organ', jurisdiction: '411100' }

const versionsOf = <V extends { readonly from: Range; readonly to: Range }>(
  plain: V,
  told: readonly Dated<V>[] = [],
): readonly V[] =>
  told.map(({ from, to, ...said }, i) => {
    const next = told[i + 1]?.from
    return {
      ...plain,
      ...said,
      from: from === undefined ? sinceEver : stated(from),
      to: to !== undefined ? stated(to) : next === undefined ? forEver : stated(next),
    }
  })

export const chartOf = ({ posts, units, teams = {} }: Told): Chart => {
  const post = new Map(Object.entries(posts).map(([id, told]) => [id, versionsOf(plainPost, told)]))
  const unit = new Map(Object.entries(units).map(([id, told]) => [id, versionsOf(plainUnit, told)]))
  const team = new Map(Object.entries(teams).map(([id, told]) => [id, versionsOf(plainTeam, told)]))
  return {
    post: (id) => post.get(id) ?? [],
    unit: (id) => unit.get(id) ?? [],
    team: (id) => team.get(id) ?? [],
    chiefs: (of) =>
      [...post].flatMap(([id, versions]) => (versions.some((v) => v.unit === of && isChiefPost(v.seats)) ? [id] : [])),
  }
}

/** One assignment, cut by the organisation. */
export const service = (
  chart: Chart,
  post: string,
  from: string,
  to: string | null = null,
  more: Partial<AssignmentFacts> = {},
): readonly Piece[] =>
  cutCareer([{ id: `${post} ${from}`, post, from, to, capacity: 'formal', level: null, ...more }], chart)
