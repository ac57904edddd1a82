import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { costOf, deepest, highestCost, mostTokens } from '../cost.ts'

const refusal = (code: string, message: string) =>
  new GraphQLError(message, { extensions: { code, http: { spec: true, status: 400 } } })

/** Refuses, before anything runs, an operation whose answer would be too large or too deep. */
export const useCostLimit = (): Plugin => ({
  onParse({ parseFn, setParseFn }) {
    setParseFn((source, options) => parseFn(source, { ...options, maxTokens: mostTokens }))
  },
  onExecute({ args, setResultAndStopExecution }) {
    const cost = costOf(args)
    if (cost === null) return
    const errors = []
    if (cost.fields > highestCost)
      errors.push(
        refusal(
          'COST_LIMIT',
          `This operation may answer with ${cost.fields} fields; at most ${highestCost} are served. Ask for shorter pages (\`first\`) or fewer nested lists.`,
        ),
      )
    if (cost.depth > deepest)
      errors.push(refusal('DEPTH_LIMIT', `This operation is ${cost.depth} levels deep; at most ${deepest} are served.`))
    if (errors.length > 0) setResultAndStopExecution({ errors })
  },
})
