import type { DivisionCode, Divisions } from '../../../facts/person.ts'
import { divisionOrder } from '../../../facts/vocabulary.ts'
import { mapTexts, type Officer } from './officer.ts'

/**
 * The officer as one whom the jurisdiction manages: in the places the story names, in the jurisdiction itself, and in a place
 * below it.
 */
export const movedHere = (officer: Officer, at: DivisionCode, divisions: Divisions): readonly Officer[] => {
  const managed = unmanaged(officer)
  const inside = [at, ...placesBelow(at, divisions)]
  const moved = inside.map((place) => mapTexts(managed, (text) => (/^\d{6}$/.test(text) ? place : text)) as Officer)
  return distinct([managed, ...moved])
}

/** Codes below a jurisdiction that the tree knows, one for each level, as examples. */
export const placesBelow = (at: DivisionCode, divisions: Divisions): readonly DivisionCode[] => {
  const tries = [
    `${at.slice(0, 2)}0100`,
    `${at.slice(0, 4)}02`,
    `${at.slice(0, 4)}21`,
    `${at.slice(0, 2)}0102`,
    '110000',
    '130100',
  ]
  const known = tries.filter(
    (code) => code !== at && divisions.level(code) !== null && divisions.chain(code).includes(at),
  )
  return divisionOrder.flatMap((level) => known.filter((code) => divisions.level(code) === level).slice(0, 1))
}

/** Without a word on who manages the posts: then the jurisdiction of the policy does. */
const unmanaged = (officer: Officer): Officer =>
  JSON.parse(
    JSON.stringify(officer, (key, value: unknown) =>
      key === 'authority' || key === 'jurisdiction' ? undefined : value,
    ),
  )

const distinct = (officers: readonly Officer[]): readonly Officer[] => [
  ...new Map(officers.map((officer) => [JSON.stringify(officer), officer])).values(),
]
