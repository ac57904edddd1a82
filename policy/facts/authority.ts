import { between, both, either, negated, never, type Truth } from '../time/truth.ts'
import { heldDays } from './held.ts'
import type { HomeService } from './home-service.ts'
import type { DivisionCode, Divisions, PersonFacts, Piece } from './person.ts'
import { divisionOrder } from './vocabulary.ts'

/** Whether whoever a jurisdiction manages is judged under the policy of this one: it is on the other's chain. */
export type Governs = (authority: DivisionCode) => boolean

/** Remembers its answers: a country has few authorities and many posts. */
export const governing = (jurisdiction: DivisionCode, divisions: Divisions): Governs => {
  const known = new Map<DivisionCode, boolean>()
  let last: DivisionCode | null = null
  let governs = false
  return (authority) => {
    if (authority === last) return governs
    last = authority
    governs = known.get(authority) ?? divisions.chain(authority).includes(jurisdiction)
    known.set(authority, governs)
    return governs
  }
}

/** Asked before any day is computed: someone who never served below a jurisdiction is nobody of its policy. */
export const mayBeOnChain = ({ pieces, authorities }: PersonFacts, governs: Governs): boolean => {
  for (const piece of pieces) if (governs(piece.authority)) return true
  return authorities.some((row) => governs(row.jurisdiction))
}

/**
 * Days on which the jurisdiction is on the chain that judges this person: at or above the authority of the day, which is the
 * highest among the posts held, unless a dated row says otherwise (S12).
 */
export const chainDays = (
  { authorities }: PersonFacts,
  home: HomeService,
  governs: Governs,
  divisions: Divisions,
): Truth => {
  const byPosts = chainByPosts(home, governs, divisions)
  if (authorities.length === 0) return byPosts
  const stated = authorities.filter((row) => governs(row.jurisdiction))
  return either(statedDays(stated), both(byPosts, negated(statedDays(authorities))))
}

const statedDays = (rows: PersonFacts['authorities']): Truth =>
  rows.reduce((days, row) => either(days, between(row.from, row.to)), never)

/**
 * Some post below the jurisdiction is held, and at no level does one outside outrank them all. Asked level by level: a post
 * given up on an unknown day for one of no higher authority leaves no doubt where another post has the say either way.
 */
const chainByPosts = (
  { service, doubtful, days: served }: HomeService,
  governs: Governs,
  divisions: Divisions,
): Truth => {
  const outside = service.filter((piece) => !governs(piece.authority))
  if (outside.length === 0) return served
  if (outside.length === service.length) return never
  const rank = ({ authority }: Piece) => divisionOrder.indexOf(divisions.level(authority) ?? 'county')
  const held = (of: (piece: Piece) => boolean) =>
    heldDays(service, (piece) => (of(piece) ? (doubtful.has(piece) ? 'unknown' : 'yes') : 'no'))
  const isOutside = new Set(outside)
  let days = held((piece) => !isOutside.has(piece))
  for (const level of new Set(outside.map(rank))) {
    const others = held((piece) => isOutside.has(piece) && rank(piece) <= level)
    const own = held((piece) => !isOutside.has(piece) && rank(piece) <= level)
    days = both(days, either(own, negated(others)))
  }
  return days
}
