import { existsSync, readFileSync } from 'node:fs'
import {
  buildSchema,
  type DocumentNode,
  findBreakingChanges,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  validate,
} from 'graphql'
import { describe, expect, test } from 'vitest'
import { printed } from '../../schema/print.ts'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

const committed = read('../../schema/schema.graphql')
const schema = buildSchema(committed)
/** What frontends rely on, file by file: the operations that the schema must answer. */
const kept = [
  ['rotation', ['WhoIsDue', 'Explain', 'Calendar', 'Policy']],
  ['avoidance', ['Kin', 'Conflicts', 'CheckPlacement', 'CheckMoves']],
  ['policy', ['StartPreview', 'Preview', 'Certificate', 'Propose', 'Approve', 'Withdraw']],
] as const

const operationsOf = (text: string, wanted: readonly string[]): readonly OperationDefinitionNode[] =>
  parse(text).definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION && wanted.includes(definition.name?.value ?? '') ? [definition] : [],
  )

const contracts = kept.map(([name, wanted]) => {
  const text = read(`../contract/${name}.graphql`)
  const fragments = parse(text).definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)
  return { name, wanted, text, fragments, operations: operationsOf(text, wanted) }
})

/** An operation with the fragments it spreads. */
const documents: readonly (readonly [string, DocumentNode])[] = contracts.flatMap(({ operations, fragments }) =>
  operations.map((operation) => {
    const spread = print(operation)
    const own = fragments.filter((each) => 'name' in each && spread.includes(`...${each.name?.value}`))
    return [operation.name?.value ?? '', { kind: Kind.DOCUMENT, definitions: [operation, ...own] }] as const
  }),
)

describe('the contract that frontends rely on', () => {
  test.each(contracts)('$name has its operations', ({ wanted, operations }) => {
    expect(operations.map(({ name }) => name?.value)).toEqual([...wanted])
  })

  test.each(documents)('%s can be asked of the schema as it stands', (_name, document) => {
    expect(validate(schema, document)).toEqual([])
  })

  test.each(contracts)('$name is kept here word for word', ({ name, text }) => {
    const original = new URL(`../../../shared/contract/${name}.graphql`, import.meta.url)
    if (existsSync(original)) expect(text).toBe(readFileSync(original, 'utf8'))
  })
})

describe('schema.graphql', () => {
  test('is what the code says: print it with `npm run schema:print`', () => {
    expect(committed).toBe(printed())
  })

  test('keeps every published field, argument and word', () => {
    const published = buildSchema(read('../contract/published.graphql'))
    expect(findBreakingChanges(published, schema).map(({ description }) => description)).toEqual([])
  })

  test('a published field taken away would be noticed', () => {
    const without = buildSchema(committed.replace('  statusSince: Date\n', '  statusBegan: Date\n'))
    const told = findBreakingChanges(schema, without).map(({ description }) => description)
    expect(told).toEqual(['Finding.statusSince was removed.'])
    expect(documents.flatMap(([, document]) => validate(without, document))).not.toEqual([])
  })

  test('describes every type, field, argument and word in English and Chinese', () => {
    expect(describedIn(schema).filter(([, text]) => !/\p{Script=Han}/u.test(text) || !/[a-z]{2}/i.test(text))).toEqual(
      [],
    )
  })
})

/** Everything of ours that a reader meets, with its description. */
const describedIn = (all: GraphQLSchema): (readonly [string, string])[] =>
  Object.values(all.getTypeMap())
    .filter(({ name }) => !/^(__|String$|Int$|Float$|Boolean$|ID$)/.test(name))
    .flatMap((type) => [[type.name, type.description ?? ''] as const, ...membersOf(type)])

const membersOf = (type: GraphQLNamedType): (readonly [string, string])[] => {
  if (isEnumType(type))
    return type.getValues().map(({ name, description }) => [`${type.name}.${name}`, description ?? ''])
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map(({ name, description }) => [`${type.name}.${name}`, description ?? ''])
  if (!isObjectType(type) && !isInterfaceType(type)) return []
  return Object.values(type.getFields()).flatMap((field) => [
    [`${type.name}.${field.name}`, field.description ?? ''] as const,
    ...field.args.map((arg) => [`${type.name}.${field.name}(${arg.name})`, arg.description ?? ''] as const),
  ])
}
