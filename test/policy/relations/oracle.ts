import { type AskedRelation, type Day, divisionsByCode, type OrganClosure, type Seat } from '../../../policy/index.ts'
import { exists, on, type Settled } from './settled.ts'

/**
 * Answers by trying: for one day of a settled organisation, everybody whom an unrecorded superior may be is put in that place, one
 * after the other, and of a post that several hold each of two holders, and the relation is looked up. Slow, and written from the
 * law and S21, not from the engine.
 */
export type Tried = 'all' | 'some' | 'none' | 'cyclic'

const heads = ['chief', 'party_secretary', 'government_head', 'court_president', 'chief_procurator']
const isChief = (seats: readonly Seat[]) => seats.some((seat) => heads.includes(seat))
const isDeputy = (seats: readonly Seat[]) => seats.includes('deputy') && !isChief(seats)

/** The organisation of one day with plain questions. */
class Today {
  constructor(
    readonly org: Settled,
    readonly day: Day,
  ) {}
  post(id: string) {
    return on(this.org.posts[id] ?? [], this.day)
  }
  unit(id: string) {
    return on(this.org.units[id] ?? [], this.day)
  }
  chiefsOf(unit: string): string[] {
    return Object.entries(this.org.posts)
      .filter(([, versions]) => exists(versions, this.day))
      .filter(([id]) => this.post(id)?.unit === unit && isChief(this.post(id)?.seats ?? []))
      .map(([id]) => id)
  }
  /** Posts, or `?unit` for the unrecorded chief of a unit, `?^who` for whoever is above one post (or unrecorded chief) alone. */
  superiors(post: string): string[] {
    const version = this.post(post)
    if (version === undefined) return []
    const { reportsTo } = version
    if (reportsTo !== null && reportsTo !== post)
      return [exists(this.org.posts[reportsTo] ?? [], this.day) ? reportsTo : `?^${post}`]
    return isChief(version.seats) ? this.aboveChief(version.unit, post) : this.orUnknown(version.unit, post)
  }
  orUnknown(unit: string, except: string): string[] {
    const found = this.chiefsOf(unit).filter((id) => id !== except)
    return found.length === 0 ? [`?${unit}`] : found
  }
  aboveChief(unit: string, except: string): string[] {
    const parent = this.unit(unit)?.parent ?? null
    return parent === null ? [`?^${except === '' ? `?${unit}` : except}`] : this.orUnknown(parent, except)
  }
  organ(unit: string): string {
    const version = this.unit(unit)
    return version?.kind === 'internal_unit' && version.parent !== null ? this.organ(version.parent) : unit
  }
  legalPerson(unit: string): string | null {
    const version = this.unit(unit)
    if (version === undefined) return null
    const is = version.legalPerson ?? !['internal_unit', 'dispatched_office'].includes(version.kind)
    return is ? unit : version.parent === null ? null : this.legalPerson(version.parent)
  }
  leadsBySeat(a: string, b: string): boolean {
    const [p, q] = [this.post(a), this.post(b)]
    if (p === undefined || q === undefined) return false
    if (p.unit === q.unit) return isChief(p.seats) && isDeputy(q.seats)
    const high = (seats: readonly Seat[]) => isChief(seats) || isDeputy(seats)
    return high(p.seats) && high(q.seats) && this.unit(q.unit)?.parent === p.unit
  }
}

type Filled = ReadonlyMap<string, string>

const isCyclic = (today: Today, filled: Filled): boolean => {
  const edges = new Map<string, string[]>()
  const edge = (from: string, to: string) => edges.set(from, [...(edges.get(from) ?? []), filled.get(to) ?? to])
  for (const post of Object.keys(today.org.posts)) for (const to of today.superiors(post)) edge(post, to)
  // Whoever heads a unit answers as the chief of that unit does.
  for (const key of unknownsIn(today))
    if (!key.startsWith('?^')) for (const to of today.aboveChief(key.slice(1), '')) edge(filled.get(key) ?? key, to)
  const reaches = (from: string, target: string, seen: Set<string>): boolean =>
    (edges.get(from) ?? []).some((to) => {
      if (to === target) return true
      if (seen.has(to)) return false
      seen.add(to)
      return reaches(to, target, seen)
    })
  return [...edges.keys()].some((start) => reaches(start, start, new Set()))
}

/** Every unrecorded superior of the day, at any height. */
const unknownsIn = (today: Today): Set<string> => {
  const found = new Set<string>()
  const look = (superiors: readonly string[]) => {
    for (const key of superiors) {
      if (!key.startsWith('?') || found.has(key)) continue
      found.add(key)
      if (!key.startsWith('?^')) look(today.aboveChief(key.slice(1), ''))
    }
  }
  for (const post of Object.keys(today.org.posts)) look(today.superiors(post))
  return found
}

function* fillings(keys: readonly string[], posts: readonly string[]): Generator<Filled> {
  const [key, ...rest] = keys
  if (key === undefined) return yield new Map()
  for (const filled of fillings(rest, posts)) {
    const strangers = new Set([...filled.values()].filter((who) => who.startsWith('stranger')))
    for (const who of [...posts, ...strangers, `stranger ${key}`]) yield new Map([...filled, [key, who]])
  }
}

export const tryAll = (asked: AskedRelation, first: string, second: string, org: Settled, day: Day): Tried => {
  const today = new Today(org, day)
  // Others than these are somebody apart: whoever they are, the answer is the same.
  const keys = [...new Set([...today.superiors(first), ...today.superiors(second)])].filter((key) =>
    key.startsWith('?'),
  )
  let [yes, no] = [0, 0]
  for (const filled of fillings(keys, Object.keys(org.posts))) {
    if (isCyclic(today, filled) || contradictsSeats([first, second], today, filled)) continue
    for (const [holderOverFirst, holderOverSecond] of holders) {
      const over = { [first]: holderOverFirst, [second]: holderOverSecond }
      if (stands(asked, first, second, today, { filled, over })) yes += 1
      else no += 1
    }
  }
  return yes + no === 0 ? 'cyclic' : no === 0 ? 'all' : yes === 0 ? 'none' : 'some'
}

/** Which of two holders of a post that several hold the one and the other answer to; the two asked about are holder 1 of theirs. */
const holders = [
  [1, 1],
  [1, 2],
  [2, 1],
  [2, 2],
] as const

interface Tale {
  readonly filled: Filled
  readonly over: Readonly<Record<string, 1 | 2>>
}

/** An unrecorded superior is not somebody whom the seat of the one below already leads. */
const contradictsSeats = (posts: readonly string[], today: Today, filled: Filled): boolean =>
  posts.some((post) =>
    today.superiors(post).some((key) => {
      const who = filled.get(key)
      return who !== undefined && today.leadsBySeat(post, who)
    }),
  )

const stands = (asked: AskedRelation, a: string, b: string, today: Today, { filled, over }: Tale): boolean => {
  const [p, q] = [today.post(a), today.post(b)]
  if (p === undefined || q === undefined) return false
  const closure = asked.organClosure ?? 'organ'
  const [organA, organB] = [today.organ(p.unit), today.organ(q.unit)]
  const [legalA, legalB] = [today.legalPerson(p.unit), today.legalPerson(q.unit)]
  const internal = today.unit(p.unit)?.kind === 'internal_unit'
  const leading = (post: string, version: typeof p) =>
    version.leading === true &&
    (today.unit(today.post(post)?.unit ?? '')?.kind !== 'internal_unit' || version.team !== null)
  const elsewhere = ['sameUnit', 'sameInternalUnit', 'sameCommission', 'adjacentLevel', 'regulates']
  const scope = asked.scope ?? (elsewhere.includes(asked.relation) ? 'any' : 'sameOrgan')
  const within = {
    any: true,
    sameJurisdiction: today.unit(p.unit)?.jurisdiction === today.unit(q.unit)?.jurisdiction,
    sameInternalUnit: internal && p.unit === q.unit,
    sameLegalPerson: legalA !== null && legalA === legalB,
    sameOrgan: Object.keys(today.org.units).some((organ) =>
      [organA, organB].every((one) => reaches(organ, one, closure, today)),
    ),
  }[scope]
  if ((asked.relation !== 'leadsAndSensitive' || scope !== 'sameOrgan') && !within) return false
  const above = (post: string) => today.superiors(post).map((key) => filled.get(key) ?? key)
  const several = (post: string) => (today.post(post)?.quota ?? 1) > 1
  /** People: the holder of a post, or the one holder meant of a post of several. */
  const leaders = (post: string) =>
    today.superiors(post).map((key) => {
      const who = filled.get(key) ?? key
      return several(who) ? `${who} ${who === key ? over[post] : 1}` : who
    })
  const person = (post: string) => (several(post) ? `${post} 1` : post)
  switch (asked.relation) {
    case 'sameLeader': {
      if (leaders(a).some((leader) => leaders(b).includes(leader))) return true
      const teams = (post: string) => above(post).map((leader) => today.post(leader)?.team ?? null)
      return asked.leaderScope === 'team' && teams(a).some((team) => team !== null && teams(b).includes(team))
    }
    case 'directSuperior':
      if (leaders(a).includes(person(b))) return false
      return leaders(b).includes(person(a)) || today.leadsBySeat(a, b)
    case 'leadsAndSensitive':
      return leading(a, p) && q.duties.includes('finance') && reaches(organA, organB, closure, today)
    case 'sameTeam':
      return p.team !== null && p.team === q.team
    case 'sameUnit':
      return organA === organB || (legalA !== null && legalA === legalB)
    case 'sameInternalUnit':
      return internal && p.unit === q.unit
    case 'chiefAndDeputy':
      return p.unit === q.unit && ((isChief(p.seats) && isDeputy(q.seats)) || (isDeputy(p.seats) && isChief(q.seats)))
    case 'adjacentLevel': {
      const [upper, lower] = [today.unit(organA), today.unit(organB)]
      const chain = divisionsByCode.chain(lower?.jurisdiction ?? '')
      return upper?.kind === lower?.kind && chain.at(-2) === upper?.jurisdiction && leading(a, p) && leading(b, q)
    }
    default:
      return false
  }
}

/** Whether the organ, or an office it sends out, or a unit below it, is this one. */
const reaches = (organ: string, one: string, closure: OrganClosure, today: Today): boolean => {
  if (today.unit(organ)?.kind === 'internal_unit') return false
  if (organ === one) return true
  if (closure === 'organ') return false
  const version = today.unit(one)
  if (version === undefined || version.parent === null) return false
  if (closure === 'withDispatched' && version.kind !== 'dispatched_office') return false
  return reaches(organ, today.organ(version.parent), closure, today)
}
