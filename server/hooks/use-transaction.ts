import type { Plugin } from 'graphql-yoga'
import type { OperationContext } from '../context.ts'

/** Ends the operation's transaction before its answer leaves, whether or not it went well. */
export const useTransaction = (): Plugin<OperationContext> => ({
  onExecute({ executeFn, setExecuteFn }) {
    setExecuteFn(async (args) => {
      try {
        return await executeFn(args)
      } finally {
        await args.contextValue.end()
      }
    })
  },
  onSubscribe({ args }) {
    args.contextValue.separate()
  },
})
