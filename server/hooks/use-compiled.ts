import { useGraphQlJit } from '@envelop/graphql-jit'
import { type DocumentNode, getOperationAST, Kind, OperationTypeNode } from 'graphql'

/**
 * Compiles a document the second time it is seen; compiling one that never comes back would only block the loop.
 *
 * The compiled form is kept per document and not per operation name, so a document of several operations, or one asked
 * for by a name it does not have, is executed plainly.
 */
export const useCompiled = () => {
  const seen = new WeakSet<DocumentNode>()
  return useGraphQlJit(
    {},
    {
      enableIf: ({ document, operationName }) => {
        const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
        const operation = getOperationAST(document, operationName)
        if (operations.length !== 1 || operation?.operation !== OperationTypeNode.QUERY) return false
        if (seen.has(document)) return true
        seen.add(document)
        return false
      },
    },
  )
}
