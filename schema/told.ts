import { GraphQLError } from 'graphql'
import { KnownProblem } from '../acts/problem.ts'

/** Wrapped, because a problem has a `path` of its own, which an executor would take for the place of the field. */
export const told = (problem: KnownProblem): GraphQLError =>
  new GraphQLError(problem.message, { originalError: problem })

/** What a question is answered; what it is refused for is told. */
export const orTold = async <Answer>(answer: () => Answer | Promise<Answer>): Promise<Answer> => {
  try {
    return await answer()
  } catch (error) {
    throw error instanceof KnownProblem ? told(error) : error
  }
}
