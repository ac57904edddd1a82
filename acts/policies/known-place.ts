import { formerDivisionOf } from '../../db/division-history.ts'
import { divisions } from '../../db/divisions.ts'
import { formerRemedy } from '../former-division.ts'
import { NotFoundProblem, type ProblemPath } from '../problem.ts'

/** Refuses a code that no division has today: nothing is, or may be, installed there. */
export const refuseUnknownPlace = (code: string, path: ProblemPath): void => {
  if (divisions.level(code) !== null) return
  const former = formerDivisionOf(code)
  const remedy = former === null ? useCode : formerRemedy(former)
  throw new NotFoundProblem(path, code, { zh: '辖区', en: 'jurisdiction' }, remedy)
}

const useCode = { zh: '改用现行 GB/T 2260 代码。', en: 'Use a GB/T 2260 code in use.' }
