import { KnownProblem, PolicyProblem, ValidationProblem } from '../acts/problem.ts'
import { complain } from './say.ts'

/** What an act answered; when it refused, everything that is wrong is listed first. */
export const accepted = <T>(outcome: T | KnownProblem): T => {
  if (!(outcome instanceof KnownProblem)) return outcome
  if (outcome instanceof PolicyProblem || outcome instanceof ValidationProblem)
    for (const { path, says, remedy } of outcome.issues) complain(`${path.join('.')}：${says.zh}${remedy.zh}`)
  throw outcome
}
