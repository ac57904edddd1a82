import { never, type Truth } from '../../time/truth.ts'
import type { Chart } from '../org.ts'
import type { Divisions, Piece } from '../person.ts'
import type { AskedRelation } from './relation.ts'

/**
 * Days on which the post of `first` stands in the relation to the post of `second`, while both are held (S21 for a blank
 * `reports_to`). With a direction, `first` leads.
 */
export const relationDays = (
  _asked: AskedRelation,
  _first: Piece,
  _second: Piece,
  _chart: Chart,
  _divisions: Divisions,
): Truth => never
