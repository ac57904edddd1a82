import { divisions } from '../../db/divisions.ts'
import { NotFoundProblem, type ProblemPath } from '../problem.ts'

/** Refuses a code that no division has today: nothing is, or may be, installed there. */
export const refuseUnknownPlace = (code: string, path: ProblemPath): void => {
  if (divisions.level(code) === null) throw new NotFoundProblem(path, code, { zh: '辖区', en: 'jurisdiction' }, useCode)
}

const useCode = { zh: '改用现行 GB/T 2260 代码。', en: 'Use a GB/T 2260 code in use.' }
