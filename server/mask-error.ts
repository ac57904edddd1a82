import { createGraphQLError, maskError as maskBug } from 'graphql-yoga'
import { knownIn } from './known-in.ts'

/** Anything but a deliberate error is a bug: the client learns that something went wrong, and nothing of what. */
export const maskError: typeof maskBug = (error, message) => {
  const problem = knownIn(error)
  if (problem === null) return maskBug(error, message, false)
  return createGraphQLError(problem.message, { extensions: { code: problem.code, argument: problem.path } })
}
