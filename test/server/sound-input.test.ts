import { beforeAll, describe, expect, test, vi } from 'vitest'
import { freshDatabase } from '../support/database.ts'
import { type Asking, graphqlOn } from '../support/graphql.ts'

let graph: Asking
beforeAll(async () => {
  graph = graphqlOn((await freshDatabase()).db)
})

const send = async (query: string, variables: object, accept: string) => {
  const headers = { 'content-type': 'application/json', accept }
  const response = await graph.fetch('/graphql', {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables }),
  })
  return { status: response.status, body: await response.json() }
}

describe('what a caller writes badly', () => {
  test.each([
    ['$on: Date', 'person(code: "R01") { findings(on: $on) { id } }', '2026-02-30', '`2026-02-30` is not a day'],
    ['$on: Date!', 'jurisdiction(code: "411100", on: $on) { name }', null, '$on'],
    ['$on: DateTime', 'person(code: "R01", knownAt: $on) { name }', 'yesterday', '`yesterday` is not an instant'],
  ])('as %s is refused alike however often the document was seen', async (declared, body, on, sentence) => {
    const ask = () => send(`query (${declared}) { ${body} }`, { on }, 'application/graphql-response+json')
    const [first, second, third] = [await ask(), await ask(), await ask()]
    expect(first).toMatchObject({ status: 400, body: { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] } })
    expect(first.body.errors[0].message).toContain(sentence)
    expect([second, third]).toEqual([first, first])
  })

  test('as a well-formed variable is answered, however often the document was seen', async () => {
    const ask = () =>
      graph.ask('query ($on: Date!) { jurisdiction(code: "411100", on: $on) { name } }', { on: '2026-11-22' })
    for (const _ of [1, 2, 3]) expect(await ask()).toEqual({ data: { jurisdiction: { name: '漯河市' } } })
  })

  test.each([
    ['query ($text: String!) { person(code: $text) { name } }', { text: 'R\0' }],
    ['query ($text: String) { people(name: $text) { edges { cursor } } }', { text: '\0' }],
    ['query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ['Jurisdiction:411100', 'Jurisdiction:\0'] }],
    ['{ person(code: "R\\u0000") { name } }', {}],
    ['{ node(id: "Jurisdiction:\\u0000") { id } }', {}],
    [
      '{ units(after: "' +
        Buffer.from(JSON.stringify(['\0', '00000000-0000-0000-0000-000000000000'])).toString('base64url') +
        '") { edges { cursor } } }',
      {},
    ],
    ['query ($text: String!) { person(code: $text) { name } }', { text: 'R\ud800' }],
  ])('with U+0000 or half a character is refused with a sentence: %j', async (query, variables) => {
    for (const _ of [1, 2, 3]) {
      const { errors } = await graph.ask(query, variables)
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
    }
  })

  test.each([
    '',
    ':',
    'x',
    'Foo:1:2',
    'Rule:1:2',
    'Query:1',
    'String:1',
    'Jurisdiction:',
    'Jurisdiction:999999',
    'Jurisdiction:abc',
    '__proto__:1',
  ])('as the global id `%s` names nothing', async (id) => {
    const { data, errors } = await graph.ask('query ($id: ID!) { node(id: $id) { id } }', { id })
    expect({ data, errors }).toEqual({ data: { node: null }, errors: undefined })
    const many = await graph.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: [id, 'Jurisdiction:411100', id],
    })
    expect(many).toEqual({ data: { nodes: [null, { id: 'Jurisdiction:411100' }, null] } })
  })

  test('as a period that ends before it begins is refused', async () => {
    const period = 'from: "2026-12-31", to: "2026-01-01"'
    const { errors } = await graph.ask(`{ jurisdiction(code: "411100") { calendar(${period}) { edges { cursor } } } }`)
    expect(errors).toMatchObject([
      { message: expect.stringContaining('2026-12-31'), extensions: { code: 'BAD_USER_INPUT' } },
    ])
  })
})

test('a scalar in a compiled document makes no noise', async () => {
  const heard = vi.spyOn(console, 'error').mockImplementation(() => {})
  const query = '{ jurisdiction(code: "411100", on: "2026-11-22", knownAt: "2026-11-22T08:00:00Z") { code } }'
  for (const _ of [1, 2, 3]) expect((await graph.ask(query)).data.jurisdiction).toEqual({ code: '411100' })
  expect(heard).not.toHaveBeenCalled()
  heard.mockRestore()
})

test('a day without any policy is told apart from a day on which nobody is due', async () => {
  const { data } = await graph.ask('{ jurisdiction(code: "411100") { policyOnFile findings { edges { cursor } } } }')
  expect(data.jurisdiction).toEqual({ policyOnFile: false, findings: { edges: [] } })
})
