import { AmbiguousCodeProblem } from '../acts/problem.ts'
import { told } from './told.ts'

/**
 * The one row a code names. Every office numbers its own, so a code alone may name several: then the caller is asked to
 * say which with `at`, and told what can be said.
 */
export const oneOf = <Row>(rows: readonly Row[], code: string, placeOf: (row: Row) => string): Row | null => {
  if (rows.length > 1) throw told(new AmbiguousCodeProblem(['at'], code, [...new Set(rows.map(placeOf))]))
  return rows[0] ?? null
}
