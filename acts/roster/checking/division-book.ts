import { formerDivisionOf } from '../../../db/division-history.ts'
import { allDivisions, divisionOf, divisions } from '../../../db/divisions.ts'
import type { DivisionCode } from '../../../policy/index.ts'
import { nearest } from '../reading/suggest.ts'

export const isDivision = (code: DivisionCode): boolean => divisionOf(code) !== null

/** Whether someone may come from there: a code of today, or one that was in use. */
export const isHome = (code: DivisionCode): boolean => isDivision(code) || formerDivisionOf(code) !== null

/** Whether one of the two lies on the other's chain. */
export const related = (a: DivisionCode, b: DivisionCode): boolean =>
  a === b || divisions.chain(a).includes(b) || divisions.chain(b).includes(a)

/** Divisions whose code comes near a mistyped one, with their names. */
export const nearestDivisions = (code: DivisionCode): readonly string[] =>
  nearest(
    code,
    allDivisions.map((division) => division.code),
  ).map((found) => `${found} ${divisionOf(found)?.name ?? ''}`)
