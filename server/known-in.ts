import { GraphQLError } from 'graphql'
import { KnownProblem, UnavailableProblem } from '../acts/problem.ts'

/** What lies at the bottom of an error of an answer, under whatever the executors wrapped it in. */
export const rootCause = (error: unknown): unknown =>
  error instanceof GraphQLError && error.originalError ? rootCause(error.originalError) : error

/** The refusal on purpose behind an error, a database that cannot do it now included, or `null`. */
export const knownIn = (error: unknown): KnownProblem | null => {
  const cause = rootCause(error)
  return cause instanceof KnownProblem ? cause : UnavailableProblem.of(cause)
}
