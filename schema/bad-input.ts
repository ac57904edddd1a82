import { GraphQLError } from 'graphql'

/** Refuses what a caller wrote, with a sentence that says what to write instead. */
export const refuse = (message: string): never => {
  throw new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })
}
