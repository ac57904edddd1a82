import { between, both, either, negated, never, type Truth } from '../time/truth.ts'
import { heldDays, type PieceTest } from './held.ts'
import { homeService } from './home-service.ts'
import type { DivisionCode, Divisions, PersonFacts, Piece } from './person.ts'
import { divisionOrder } from './vocabulary.ts'

/**
 * Days on which the jurisdiction is on the chain that judges this person: at or above the authority of the day, which is the
 * highest among the posts held, unless a dated row says otherwise (S12).
 */
export const chainDays = (person: PersonFacts, jurisdiction: DivisionCode, divisions: Divisions): Truth => {
  const stated = statedDays(person, (code) => divisions.chain(code).includes(jurisdiction))
  const byPosts = chainByPosts(person.pieces, jurisdiction, divisions)
  if (person.authorities.length === 0) return byPosts
  return either(stated, both(byPosts, negated(statedDays(person, () => true))))
}

const statedDays = (person: PersonFacts, test: (code: DivisionCode) => boolean): Truth =>
  person.authorities.reduce(
    (days, row) => (test(row.jurisdiction) ? either(days, between(row.from, row.to)) : days),
    never,
  )

const chainByPosts = (pieces: readonly Piece[], jurisdiction: DivisionCode, divisions: Divisions): Truth => {
  const { service, doubtful } = homeService(pieces)
  const asked =
    (test: (piece: Piece) => boolean): PieceTest =>
    (piece) =>
      test(piece) ? (doubtful.has(piece) ? 'unknown' : 'yes') : 'no'
  const under = new Set(service.filter((p) => divisions.chain(p.authority).includes(jurisdiction)))
  if (under.size === 0) return never
  const within = heldDays(
    service,
    asked((p) => under.has(p)),
  )
  if (under.size === service.length) return within
  const rank = (code: DivisionCode) => divisionOrder.indexOf(divisions.level(code) ?? 'county')
  let days = both(
    within,
    negated(
      heldDays(
        service,
        asked((p) => !under.has(p)),
      ),
    ),
  )
  for (const level of new Set([...under].map((p) => rank(p.authority)))) {
    const here = heldDays(
      service,
      asked((p) => under.has(p) && rank(p.authority) === level),
    )
    const higher = heldDays(
      service,
      asked((p) => rank(p.authority) < level),
    )
    days = either(days, both(here, negated(higher)))
  }
  return days
}
