import { divisions } from '../db/divisions.ts'
import type { DivisionCode, Installation, PersonFacts } from '../policy/index.ts'

/** Of all that is installed in the country, what may ever have judged these people, or whatever these places manage. */
export const governing = (
  installations: readonly Installation[],
  people: Iterable<PersonFacts>,
  places: Iterable<DivisionCode> = [],
): readonly Installation[] => {
  const chains = chainsOf(people, places)
  return installations.filter(({ jurisdiction }) => chains.has(jurisdiction))
}

/** Jurisdictions on a chain by which these people may ever have been judged, or whatever these places manage. */
export const chainsOf = (
  people: Iterable<PersonFacts>,
  places: Iterable<DivisionCode> = [],
): ReadonlySet<DivisionCode> => {
  const authorities = new Set(places)
  for (const { pieces, authorities: stated } of people) {
    for (const { authority } of pieces) authorities.add(authority)
    for (const { jurisdiction } of stated) authorities.add(jurisdiction)
  }
  return new Set([...authorities].flatMap((code) => divisions.chain(code)))
}
