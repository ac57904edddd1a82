import { buildSchema, parse } from 'graphql'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../db/connect.ts'
import { Admission } from '../../server/admission.ts'
import { costOf, highestCost } from '../../server/cost.ts'
import { freshDatabase } from '../support/database.ts'
import { type Asking, graphqlOn } from '../support/graphql.ts'

describe('a bug', () => {
  const broken: Database = {
    address: () => '',
    hindrance: () => null,
    acquire: () => Promise.reject(new Error('secret table of people')),
    release: () => {},
    close: async () => {},
  }

  test.each([1, 2, 3])('is masked, and logged once with the id of its request (time %i)', async () => {
    const { fetch, log } = graphqlOn(broken)
    const headers = { 'content-type': 'application/json', 'x-request-id': 'a-request' }
    const body = JSON.stringify({ query: '{ person(code: "R01") { name } }' })
    const response = await fetch('/graphql', { method: 'POST', headers, body })
    const text = await response.text()
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }] })
    expect(text).not.toContain('secret')
    expect(response.headers.get('x-request-id')).toBe('a-request')
    const bugs = log.map((line) => JSON.parse(line)).filter(({ level }) => level === 50)
    expect(bugs).toMatchObject([{ id: 'a-request', err: { message: 'secret table of people' } }])
  })
})

describe('an operation that asks for too much', () => {
  let graph: Asking
  beforeAll(async () => {
    graph = graphqlOn((await freshDatabase()).db)
  })
  const codeOf = async (query: string, variables = {}) =>
    (await graph.ask(query, variables)).errors?.[0]?.extensions?.code

  const nested = `query ($n: Int) { units(first: $n) { edges { node { children(first: $n) { edges { node {
    posts(first: $n) { edges { node { code } } } } } } } } } }`

  test('is refused by what its variables say, not by how it is written', async () => {
    expect(await codeOf(nested, { n: 10 })).toBeUndefined()
    expect(await codeOf(nested, { n: 200_000 })).toBe('COST_LIMIT')
    expect(await codeOf(nested)).toBe('COST_LIMIT')
  })

  test('is refused when it is too deep', async () => {
    const deep = `{ unit(code: "U01") ${'{ parent '.repeat(20)} { code } ${'}'.repeat(20)} }`
    expect(await codeOf(deep)).toBe('DEPTH_LIMIT')
  })

  test('is refused when it says one thing a thousand times', async () => {
    const aliases = Array.from({ length: 3000 }, (_, i) => `a${i}: __typename`).join(' ')
    expect((await graph.ask(`{ ${aliases} }`)).errors?.[0]?.message).toContain('tokens')
  })

  test('gets the longest page there is, however much it asks for', async () => {
    const { data } = await graph.ask('{ jurisdictions(first: 100000) { edges { cursor } pageInfo { hasNextPage } } }')
    expect(data.jurisdictions.edges).toHaveLength(200)
    expect(data.jurisdictions.pageInfo.hasNextPage).toBe(true)
  })

  test('a cursor someone made up is refused before it reaches the database', async () => {
    const forged = Buffer.from('["x","not an id"]').toString('base64url')
    expect(await codeOf(`{ people(after: "${forged}") { edges { cursor } } }`)).toBe('BAD_USER_INPUT')
  })

  test('impossible days are refused by name', async () => {
    for (const on of ['2014-02-30', '0001-01-01', 'infinity', '2014-3-1']) {
      const { errors } = await graph.ask('query ($on: Date) { unit(code: "U01", on: $on) { name } }', { on })
      expect(errors?.[0]?.message).toContain(on)
    }
  })
})

describe('what an operation costs', () => {
  const schema = buildSchema(`
    type Query { page(first: Int = 50): PageConnection self: Query list: [Query!]! end(last: Int): [Query!]! }
    type PageConnection { edges: [Edge!]! } type Edge { node: Query }`)
  const fieldsOf = (text: string, variableValues = {}) =>
    costOf({ schema, document: parse(text), variableValues })?.fields

  test('grows with the coerced `first`, its default included', () => {
    const query = (first: string) => `{ page${first} { edges { node { self { __typename } } } } }`
    expect(fieldsOf(query('(first: 1)'))).toBe(104)
    expect(fieldsOf(query('(first: 10)'))).toBe(140)
    expect(fieldsOf(query(''))).toBe(300)
  })

  test('grows with `last`, and never past the longest page', () => {
    const query = (last: string) => `query ($n: Int) { end${last} { __typename } }`
    expect([query(''), query('(last: 40)'), query('(last: 9999)')].map((text) => fieldsOf(text))).toEqual([5, 41, 201])
    expect(fieldsOf(query('(last: $n)'), { n: 7 })).toBe(8)
  })

  test('a bomb of fragments is counted without being unfolded', () => {
    const fragments = Array.from(
      { length: 40 },
      (_, i) => `fragment F${i} on Query { a: self { ...F${i + 1} } b: self { ...F${i + 1} } }`,
    )
    const bomb = `{ ...F0 } ${fragments.join(' ')} fragment F40 on Query { __typename }`
    expect(fieldsOf(bomb)).toBeGreaterThan(highestCost)
  })
})

describe('admission', () => {
  test('lets a few in at once; the next comes in when one leaves', async () => {
    const admission = new Admission(1, 1)
    expect(await admission.enter()).toBeNull()
    const second = admission.enter()
    expect(await admission.enter()).toBe('full')
    admission.leave()
    expect(await second).toBeNull()
  })

  test('whoever goes away while waiting holds no place', async () => {
    const admission = new Admission(1, 8)
    await admission.enter()
    const gone = new AbortController()
    const waiting = admission.enter(gone.signal)
    const behind = admission.enter()
    gone.abort()
    expect(await waiting).toBe('left')
    admission.leave()
    expect(await behind).toBeNull()
    expect(await admission.enter(gone.signal)).toBe('left')
  })
})
