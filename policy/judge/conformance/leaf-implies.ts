import type { Dim } from '../../facts/vocabulary.ts'
import type { Bridge, Lasting } from '../../law/condition.ts'
import { fraction } from '../../law/fraction.ts'
import type { Resolved } from '../resolve.ts'
import { filterImplies } from './filter-implies.ts'
import type { Clause, Leaf, Literal, Reading } from './literal.ts'
import { isNoLonger } from './span-of-time.ts'

/** Whether a literal holds on every day on which the clause does. */
export const clauseImplies = (clause: Clause, literal: Literal): boolean =>
  clause.some((known) => literalImplies(known, literal))

/** Whether no day can fulfil the clause. */
export const isContradictory = (clause: Clause): boolean =>
  clause.some((one, i) => isEmpty(one) || clause.some((other, k) => i !== k && excludes(one, other)))

/** Whether the second surely (possibly) holds wherever the first surely (possibly) does. */
const literalImplies = (one: Literal, other: Literal): boolean => {
  if (one.holds !== other.holds) return false
  return one.holds
    ? leafImplies(one.leaf, one.reading, other.leaf, other.reading)
    : leafImplies(other.leaf, other.reading, one.leaf, one.reading)
}

const excludes = (one: Literal, other: Literal): boolean => {
  if (one.holds && !other.holds) return leafImplies(one.leaf, one.reading, other.leaf, other.reading)
  if (!one.holds || !other.holds) return false
  const [a, b] = [one.leaf, other.leaf]
  if ('age' in a && 'age' in b) return (a.age.atLeast ?? -Infinity) > (b.age.atMost ?? Infinity)
  return (
    'person' in a &&
    'person' in b &&
    attributes(a, b).some(([x, y]) => x !== undefined && y !== undefined && apart(x, y))
  )
}

/** Words that nobody can have: an empty list. */
const isEmpty = ({ leaf, holds }: Literal): boolean => {
  const asked = 'held' in leaf ? leaf.held : 'takes' in leaf ? leaf.takes : 'leaves' in leaf ? leaf.leaves : null
  if (holds && asked !== null) return Object.values(asked).some((list) => Array.isArray(list) && list.length === 0)
  if (holds && 'state' in leaf) return leaf.state.values?.length === 0
  return holds && 'person' in leaf && Object.values(leaf.person).some((of) => 'in' in of && of.in.length === 0)
}

const leafImplies = (a: Leaf, of: Reading, b: Leaf, by: Reading): boolean => {
  const stayHolds = by.per.every((dim) => of.per.includes(dim))
  if ('lasting' in a && 'lasting' in b)
    return followsAlong(a.lasting, of.per, b.lasting, by.per) && lastsAsLong(a.lasting, of, b.lasting, by)
  if ('lasting' in a && 'accumulated' in b) return sumsUp(a.lasting, of, b.accumulated, by)
  if ('accumulated' in a && 'accumulated' in b)
    return (
      filterImplies(a.accumulated.where, of, b.accumulated.where, by) &&
      isNoLonger(b.accumulated.atLeast, a.accumulated.atLeast)
    )
  if ('held' in a && 'held' in b) return stayHolds && filterImplies(a.held, of, b.held, by)
  if ('terms' in a && 'terms' in b)
    return (
      stayHolds &&
      filterImplies(a.terms.where, of, b.terms.where, by) &&
      a.terms.atLeast >= b.terms.atLeast &&
      isNoLonger(b.terms.countsFrom, a.terms.countsFrom)
    )
  if ('native' in a && 'native' in b)
    return (
      (a.native.place !== 'post' || stayHolds) &&
      a.native.place === b.native.place &&
      isWithin(a.native.basis, b.native.basis)
    )
  return ofPerson(a, b) || ofOthers(a, of, b, by)
}

const ofPerson = (a: Leaf, b: Leaf): boolean => {
  if ('age' in a && 'age' in b)
    return (
      (b.age.atLeast === undefined || (a.age.atLeast ?? -Infinity) >= b.age.atLeast) &&
      (b.age.atMost === undefined || (a.age.atMost ?? Infinity) <= b.age.atMost)
    )
  if ('toRetirement' in a && 'toRetirement' in b) return isNoLonger(a.toRetirement.under, b.toRetirement.under)
  if ('person' in a && 'person' in b)
    return attributes(a, b).every(([x, y]) => y === undefined || (x !== undefined && isAmong(x, y)))
  if ('state' in a && 'state' in b) {
    const { kind, values, influence } = b.state
    if (a.state.kind !== kind || (values !== undefined && !isWithin(a.state.values, values))) return false
    if (influence === undefined || a.state.influence === undefined) return influence === a.state.influence
    return Object.entries(a.state.influence).every(([value, span]) => {
      const longer = influence[value]
      return longer !== undefined && isNoLonger(span, longer)
    })
  }
  if ('dossier' in a && 'dossier' in b) {
    const { kind, result, validFor, workdays = 0 } = b.dossier
    const longEnough =
      validFor === undefined || (a.dossier.validFor !== undefined && isNoLonger(a.dossier.validFor, validFor))
    return (
      a.dossier.kind === kind &&
      (result === undefined || a.dossier.result === result) &&
      (a.dossier.workdays ?? 0) === workdays &&
      longEnough
    )
  }
  if ('happened' in a && 'happened' in b)
    return (
      a.happened.event === b.happened.event &&
      a.happened.kind === b.happened.kind &&
      a.happened.times >= b.happened.times &&
      isNoLonger(a.happened.within, b.happened.within)
    )
  return false
}

const ofOthers = (a: Leaf, of: Reading, b: Leaf, by: Reading): boolean => {
  if ('takes' in a && 'takes' in b) return filterImplies(a.takes, of, b.takes, by)
  if ('leaves' in a && 'leaves' in b) return filterImplies(a.leaves, of, b.leaves, by)
  if ('crosses' in a && 'crosses' in b) return a.crosses.dim === b.crosses.dim
  if (('rises' in a && 'rises' in b) || ('departs' in a && 'departs' in b)) return true
  if ('kin' in a && 'kin' in b) return isWithin(a.kin.classes, b.kin.classes)
  if ('posts' in a && 'posts' in b) {
    const [x, y] = [a.posts, b.posts]
    return (
      x.relation === y.relation &&
      (x.scope ?? 'sameOrgan') === (y.scope ?? 'sameOrgan') &&
      (x.organClosure ?? 'organ') === (y.organClosure ?? 'organ') &&
      (x.leaderScope ?? 'person') === (y.leaderScope ?? 'person') &&
      x.seats?.join() === y.seats?.join() &&
      (y.duties === undefined || isWithin(x.duties, y.duties))
    )
  }
  return ofTeam(a, of, b, by)
}

const ofTeam = (a: Leaf, of: Reading, b: Leaf, by: Reading): boolean => {
  const [x, y] =
    'share' in a && 'share' in b ? [a.share, b.share] : 'count' in a && 'count' in b ? [a.count, b.count] : []
  if (x === undefined || y === undefined) return false
  const [who, whose] = [JSON.stringify(x.who ?? null), JSON.stringify(y.who ?? null)]
  // A name may mean something else in the other document, and `own` in the other place.
  const alike = !who.includes('"ref"') && (of.own === by.own || !/"own(?:OrBelow)?"/.test(who))
  if (who !== whose || !alike || over(x) !== over(y)) return false
  return (
    (y.atLeast === undefined || (x.atLeast !== undefined && amount(x.atLeast) >= amount(y.atLeast))) &&
    (y.atMost === undefined || (x.atMost !== undefined && amount(x.atMost) <= amount(y.atMost)))
  )
}

const over = (of: object): string => ('over' in of && of.over === 'seats' ? 'seats' : 'members')

const amount = (limit: number | string): number => {
  if (typeof limit === 'number') return limit
  const { p, q } = fraction(limit)
  return p / q
}

/** Whether the stay (or the run of the whole career) that one tenure is counted in lies in one of the other's. */
const followsAlong = (a: Resolved<Lasting>, per: readonly Dim[], b: Resolved<Lasting>, by: readonly Dim[]): boolean => {
  if (a.along !== undefined) return b.along === a.along || (b.along === undefined && by.length === 0)
  return b.along === undefined ? by.every((dim) => per.includes(dim)) : per.includes(b.along)
}

const lastsAsLong = (a: Resolved<Lasting>, of: Reading, b: Resolved<Lasting>, by: Reading): boolean =>
  filterImplies(a.where ?? {}, of, b.where ?? {}, by) && isNoLonger(b.atLeast, a.atLeast) && bridges(a.bridge, b.bridge)

const bridges = (a: Resolved<Bridge> | undefined, b: Resolved<Bridge> | undefined): boolean =>
  (a?.days ?? 0) <= (b?.days ?? 0) && isWithin(a?.over ?? away, b?.over ?? away)

const away = ['secondment', 'loan'] as const

/** What lasted unbroken adds up, unless holes that do not count were bridged. */
const sumsUp = (
  a: Resolved<Lasting>,
  of: Reading,
  b: Extract<Leaf, { accumulated: unknown }>['accumulated'],
  by: Reading,
): boolean =>
  filterImplies(a.where ?? {}, of, b.where, by) && isNoLonger(b.atLeast, a.atLeast) && bridges(a.bridge, undefined)

type OneOf = NonNullable<Extract<Leaf, { person: unknown }>['person']['sex']>
type OfPerson = Extract<Leaf, { person: unknown }>

const attributes = ({ person: a }: OfPerson, { person: b }: OfPerson) =>
  (['sex', 'ethnicity', 'category', 'party', 'education'] as const).map((name) => [a[name], b[name]] as const)

const isAmong = (a: OneOf, b: OneOf): boolean => {
  if ('in' in a) return a.in.every((word) => ('in' in b ? b.in.includes(word) : !b.notIn.includes(word)))
  return 'notIn' in b && isWithin(b.notIn, a.notIn)
}

const apart = (a: OneOf, b: OneOf): boolean => {
  if ('in' in a) return a.in.every((word) => ('in' in b ? !b.in.includes(word) : b.notIn.includes(word)))
  return 'in' in b && isWithin(b.in, a.notIn)
}

const isWithin = (some: readonly string[] | undefined, all: readonly string[] | undefined): boolean =>
  some !== undefined && all !== undefined && some.every((word) => all.includes(word))
