import { bridge } from '../time/days.ts'
import { between, both, either, negated, never, type Truth } from '../time/truth.ts'
import { answer, heldDays, type PieceTest } from './held.ts'
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

/** A secondment or loan leaves the home relation as it is (CSL art 72): it decides nothing and bridges the home posts. */
const isAway = ({ capacity }: Piece): boolean => capacity === 'secondment' || capacity === 'loan'

const chainByPosts = (pieces: readonly Piece[], jurisdiction: DivisionCode, divisions: Divisions): Truth => {
  const home = pieces.filter((piece) => !isAway(piece))
  const under = new Set(home.filter((p) => divisions.chain(p.authority).includes(jurisdiction)))
  if (under.size === 0) return never
  const within = athome(pieces, (p) => answer(!isAway(p)))
  if (under.size === home.length) return within
  const elsewhere = athome(pieces, (p) => answer(!isAway(p) && !under.has(p)))
  const rank = (code: DivisionCode) => divisionOrder.indexOf(divisions.level(code) ?? 'county')
  let days = both(within, negated(elsewhere))
  for (const level of new Set(home.map((p) => rank(p.authority)))) {
    const here = athome(pieces, (p) => answer(under.has(p) && rank(p.authority) === level))
    const higher = athome(pieces, (p) => answer(!isAway(p) && rank(p.authority) < level))
    days = either(days, both(here, negated(higher)))
  }
  return days
}

/** Days held at home, with the days away that lie between them. */
const athome = (pieces: readonly Piece[], test: PieceTest): Truth => {
  const held = heldDays(pieces, test)
  if (!pieces.some(isAway)) return held
  const covered = heldDays(pieces, (p) => (isAway(p) ? 'yes' : test(p)))
  const possibly = bridge(held.possibly, 0, covered.possibly)
  return held.surely === held.possibly && covered.surely === covered.possibly
    ? { surely: possibly, possibly }
    : { possibly, surely: bridge(held.surely, 0, covered.surely) }
}
