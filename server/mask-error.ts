import { createGraphQLError, maskError as maskBug } from 'graphql-yoga'
import { KnownProblem } from '../acts/problem.ts'

/** Anything but a deliberate error is a bug: the client learns that something went wrong, and nothing of what. */
export const maskError: typeof maskBug = (error, message) => {
  if (error instanceof KnownProblem)
    return createGraphQLError(error.message, { extensions: { code: error.code, argument: error.path } })
  return maskBug(error, message, false)
}
