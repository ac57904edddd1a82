import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getNullableType,
  getOperationAST,
  getVariableValues,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql'
import { longestPage } from '../schema/page.ts'

/** What an operation may cost at most: about this many fields in its answer. */
export const highestCost = 100_000
export const deepest = 16
/** Longest document, counted in tokens. */
export const mostTokens = 4_000

/** A page is at least one statement of its own, however short. */
const perPage = 100
/** A move that is checked is laid over the facts of everyone it bears on, who are then judged twice. */
const perMove = 100
/** A certificate looks for officers whom a document would release: as long as judging hundreds. */
const perCertificate = 10_000
/** A list without `first` (a career, the parts of an explanation) is short. */
const perList = 4

export interface Cost {
  readonly fields: number
  readonly depth: number
}

interface Asked {
  readonly schema: GraphQLSchema
  readonly document: DocumentNode
  readonly operationName?: string | null | undefined
  readonly variableValues?: Readonly<Record<string, unknown>> | null | undefined
}

/**
 * How many fields an answer may have, from the operation and its coerced variables: `first: $n` costs what `$n` says,
 * wherever it stands. `null` when the operation cannot run anyway and the executor will say why.
 */
export const costOf = ({ schema, document, operationName, variableValues }: Asked): Cost | null => {
  const operation = getOperationAST(document, operationName)
  const type = operation && schema.getRootType(operation.operation)
  if (!operation || !type) return null
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], { ...variableValues })
  if (coerced === undefined) return null
  return new Costing(schema, document, coerced).of(operation.selectionSet, type)
}

const nothing: Cost = { fields: 0, depth: 0 }

const beside = (a: Cost, b: Cost): Cost => ({ fields: a.fields + b.fields, depth: Math.max(a.depth, b.depth) })

class Costing {
  readonly #fragments = new Map<string, FragmentDefinitionNode>()
  /** A fragment costs the same wherever it is spread, which also keeps nested spreads from exploding. */
  readonly #known = new Map<string, Cost>()
  readonly #schema: GraphQLSchema
  readonly #variables: Readonly<Record<string, unknown>>

  constructor(schema: GraphQLSchema, document: DocumentNode, variables: Readonly<Record<string, unknown>>) {
    this.#schema = schema
    this.#variables = variables
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(definition.name.value, definition)
  }

  of(selections: SelectionSetNode, type: GraphQLCompositeType): Cost {
    let total = nothing
    for (const selection of selections.selections) {
      if (selection.kind === Kind.FIELD) total = beside(total, this.#field(selection, type))
      else if (selection.kind === Kind.FRAGMENT_SPREAD) total = beside(total, this.#spread(selection.name.value))
      else
        total = beside(
          total,
          this.of(selection.selectionSet, this.#narrowed(selection.typeCondition?.name.value, type)),
        )
    }
    return total
  }

  #spread(name: string): Cost {
    const known = this.#known.get(name)
    if (known !== undefined) return known
    const fragment = this.#fragments.get(name)
    const type = fragment && this.#schema.getType(fragment.typeCondition.name.value)
    const cost = fragment && isCompositeType(type) ? this.of(fragment.selectionSet, type) : nothing
    this.#known.set(name, cost)
    return cost
  }

  #field(node: FieldNode, parent: GraphQLCompositeType): Cost {
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined
    if (field === undefined || node.selectionSet === undefined) return { fields: 1, depth: 1 }
    const type = getNamedType(field.type)
    if (!isCompositeType(type) || type.name.startsWith('__')) return { fields: 1, depth: 1 }
    const inside = this.of(node.selectionSet, type)
    const { times, base } = this.#times(field, node, parent)
    return { fields: base + times * inside.fields, depth: inside.depth + 1 }
  }

  #times(field: GraphQLField<unknown, unknown>, node: FieldNode, parent: GraphQLCompositeType) {
    if (field.args.some((arg) => arg.name === 'first')) {
      const { first } = getArgumentValues(field, node, this.#variables)
      return {
        base: perPage,
        times: Math.min(typeof first === 'number' ? Math.max(first, 1) : longestPage, longestPage),
      }
    }
    if (field.args.some((arg) => arg.name === 'moves')) {
      const { moves } = getArgumentValues(field, node, this.#variables)
      const count = Array.isArray(moves) ? Math.max(moves.length, 1) : 1
      return { base: perMove * count, times: count }
    }
    if (field.name === 'checkPlacement') return { base: perMove, times: 1 }
    if (field.name === 'certificate') return { base: perCertificate, times: 1 }
    if (field.args.some((arg) => arg.name === 'ids')) {
      const { ids } = getArgumentValues(field, node, this.#variables)
      return { base: 1, times: Array.isArray(ids) ? ids.length : 1 }
    }
    if (field.args.some((arg) => arg.name === 'last')) {
      const { last } = getArgumentValues(field, node, this.#variables)
      return { base: 1, times: typeof last === 'number' ? Math.min(Math.max(last, 1), longestPage) : perList }
    }
    const list = isListType(getNullableType(field.type)) && !parent.name.endsWith('Connection')
    return { base: 1, times: list ? perList : 1 }
  }

  #narrowed(name: string | undefined, type: GraphQLCompositeType): GraphQLCompositeType {
    const narrowed = name === undefined ? type : this.#schema.getType(name)
    return isCompositeType(narrowed) ? narrowed : type
  }
}
