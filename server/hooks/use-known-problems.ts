import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { AmbiguousCodeProblem, UnavailableProblem, ValidationProblem } from '../../acts/problem.ts'
import type { Context } from '../../schema/context.ts'
import { knownIn } from '../known-in.ts'

/** Refusals on purpose reach the client of a query as errors with their code and remedy, in the reader's language. */
export const useKnownProblems = (): Plugin<Context> => ({
  onExecute: ({ args }) => ({
    onExecuteDone({ result, setResult }) {
      if (!('errors' in result) || !result.errors?.some(isKnown)) return
      const { language } = args.contextValue
      setResult({ ...result, errors: result.errors.map((error) => said(error, language)) })
    },
  }),
})

const isKnown = (error: GraphQLError) => knownIn(error) !== null

const said = (error: GraphQLError, language: Context['language']): GraphQLError => {
  const problem = knownIn(error)
  if (problem === null) return error
  return new GraphQLError(problem.says[language], {
    ...(error.nodes && { nodes: error.nodes }),
    ...(error.path && { path: error.path }),
    extensions: {
      code: problem.code,
      argument: problem.path,
      remedy: problem.remedy[language],
      ...(problem instanceof AmbiguousCodeProblem && { candidates: problem.candidates }),
      ...(problem instanceof ValidationProblem && {
        issues: problem.issues.map(({ path, value, says, remedy }) => ({
          path,
          value,
          message: says[language],
          remedy: remedy[language],
        })),
      }),
      ...(problem instanceof UnavailableProblem && { http: { status: 503, headers: { 'retry-after': '1' } } }),
    },
  })
}
