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
const contract = read('../contract/rotation.graphql')

const operations = parse(contract).definitions.flatMap((definition) =>
  definition.kind === 'OperationDefinition' ? [definition] : [],
)

const alone = (operation: OperationDefinitionNode): DocumentNode => ({
  kind: Kind.DOCUMENT,
  definitions: [operation],
})

describe('the contract that frontends rely on', () => {
  test('has four operations', () => {
    expect(operations.map(({ name }) => name?.value)).toEqual(['WhoIsDue', 'Explain', 'Calendar', 'Policy'])
  })

  test.each(operations.map((operation) => [operation.name?.value ?? '', operation] as const))(
    '%s can be asked of the schema as it stands',
    (_name, operation) => {
      expect(validate(schema, alone(operation))).toEqual([])
    },
  )

  test('is kept here word for word', () => {
    const original = new URL('../../../shared/contract/rotation.graphql', import.meta.url)
    if (existsSync(original)) expect(contract).toBe(readFileSync(original, 'utf8'))
  })
})

describe('the contract of kinship, conflicts and checks', () => {
  const avoidance = read('../contract/avoidance.graphql')
  const { definitions } = parse(avoidance)
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)

  /** The operation with the fragments it spreads. */
  const document = (name: string): DocumentNode => {
    const operation = definitions.filter(
      (definition) => definition.kind === Kind.OPERATION_DEFINITION && definition.name?.value === name,
    )
    const spread = fragments.filter((fragment) => operation.some((o) => print(o).includes(`...${fragment.name.value}`)))
    return { kind: Kind.DOCUMENT, definitions: [...operation, ...spread] }
  }

  test.each(['Kin', 'Conflicts'])('%s can be asked of the schema as it stands', (name) => {
    expect(document(name).definitions).not.toEqual([])
    expect(validate(schema, document(name))).toEqual([])
  })

  test('is kept here word for word', () => {
    const original = new URL('../../../shared/contract/avoidance.graphql', import.meta.url)
    if (existsSync(original)) expect(avoidance).toBe(readFileSync(original, 'utf8'))
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
    expect(operations.flatMap((operation) => validate(without, alone(operation)))).not.toEqual([])
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
