import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  visit,
} from 'graphql'
import type { Plugin } from 'graphql-yoga'

interface Asked {
  readonly schema: GraphQLSchema
  readonly document: DocumentNode
  readonly operationName?: string | null | undefined
  readonly variableValues?: Readonly<Record<string, unknown>> | null | undefined
}

/** The database holds every character but U+0000, and no half of one. */
const noText = /\0|\p{Surrogate}/u

const http = { spec: true, status: 400 }

/**
 * Refuses, before anything runs, variables that are not what the operation declares, and texts no record can hold; in the
 * same words whether the operation is executed plainly or in its compiled form.
 */
export const useSoundInput = (): Plugin => ({
  onExecute({ args, setResultAndStopExecution }) {
    const errors = problemsOf(args)
    if (errors.length > 0) setResultAndStopExecution({ errors })
  },
  onSubscribe({ args, setResultAndStopExecution }) {
    const errors = problemsOf(args)
    if (errors.length > 0) setResultAndStopExecution({ errors })
  },
})

const problemsOf = ({ schema, document, operationName, variableValues }: Asked): GraphQLError[] => {
  if (holdsNoText(variableValues) || isWrittenWithNoText(document)) return [noTextRefused()]
  const declared = getOperationAST(document, operationName)?.variableDefinitions ?? []
  return (getVariableValues(schema, declared, { ...variableValues }).errors ?? []).map(refused)
}

const noTextRefused = () =>
  new GraphQLError(
    'A text holds the character U+0000, or half a character, which no record can; take it out. 文字中含有 U+0000 字符或不完整的字符，请删去。',
    {
      extensions: { code: 'BAD_USER_INPUT', http },
    },
  )

const refused = ({ message, nodes, originalError, extensions }: GraphQLError): GraphQLError =>
  new GraphQLError(message, {
    ...(nodes && { nodes }),
    ...(originalError instanceof GraphQLError && { originalError }),
    extensions: { ...extensions, code: 'BAD_USER_INPUT', http },
  })

const holdsNoText = (value: unknown): boolean => {
  if (typeof value === 'string') return noText.test(value)
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsNoText)
}

/** Documents come back, parsed once: each is looked through once. */
const written = new WeakMap<DocumentNode, boolean>()

const isWrittenWithNoText = (document: DocumentNode): boolean => {
  const known = written.get(document)
  if (known !== undefined) return known
  let found = false
  visit(document, {
    [Kind.STRING]: ({ value }) => {
      found ||= noText.test(value)
    },
  })
  written.set(document, found)
  return found
}
