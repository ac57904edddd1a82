import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { OperationContext } from '../context.ts'

/**
 * Ends the operation's transaction before its answer leaves. An answer whose transaction failed does not leave, unless it
 * tells of errors already: then those are why.
 */
export const useTransaction = (): Plugin<OperationContext> => ({
  onExecute({ executeFn, setExecuteFn }) {
    setExecuteFn(async (args) => {
      try {
        const result = await executeFn(args)
        const failed = 'errors' in result && result.errors !== undefined
        await (failed ? args.contextValue.end().catch(() => {}) : args.contextValue.end())
        return result
      } catch (error) {
        await args.contextValue.end().catch(() => {})
        return { errors: [new GraphQLError('The operation failed.', { originalError: causeOf(error) })] }
      }
    })
  },
  onSubscribe({ args }) {
    args.contextValue.separate()
  },
})

const causeOf = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)))
