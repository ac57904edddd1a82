import { beforeAll, describe, expect, test } from 'vitest'
import { importRoster } from '../../acts/roster/import-roster.ts'
import { textSource } from '../../acts/roster/reading/source.ts'
import type { Database } from '../../db/connect.ts'
import { transaction } from '../../db/transaction.ts'
import { counting } from '../support/counting.ts'
import { freshDatabase } from '../support/database.ts'
import { type Asking, graphqlOn } from '../support/graphql.ts'
import { addAssignment, addPerson, addPost, addUnit } from '../support/small-graph.ts'
import { city, loadWorld, today } from '../support/world.ts'

let db: Database
let graph: Asking

beforeAll(async () => {
  ;({ db } = await freshDatabase())
  await loadWorld(db)
  graph = graphqlOn(db)
})

const answer = async (query: string, variables: object = {}) => {
  const { data, errors } = await graph.ask(query, variables)
  expect(errors).toBeUndefined()
  return data
}

describe('the division tree', () => {
  test('leads from the nation down, each with its parent and children', async () => {
    const { jurisdiction } = await answer(
      `{ jurisdiction(code: "${city}") { name kind parent { code } ancestors { name level } children { code name } } }`,
    )
    expect(jurisdiction).toMatchObject({ name: '漯河市', kind: '地级市', parent: { code: '410000' } })
    expect(jurisdiction.ancestors.map(({ level }: { level: string }) => level)).toEqual(['NATION', 'PROVINCE'])
    expect(jurisdiction.children).toContainEqual({ code: '411121', name: '舞阳县' })
  })

  test('leads to the units that lie there, page after page', async () => {
    const page = '{ edges { node { code } } pageInfo { hasNextPage endCursor } }'
    const pageAfter = async (after: string | null) =>
      (
        await answer(
          `query ($after: String) { jurisdiction(code: "${city}") { units(first: 4, after: $after) ${page} } }`,
          { after },
        )
      ).jurisdiction.units
    const first = await pageAfter(null)
    const second = await pageAfter(first.pageInfo.endCursor)
    const { units } = await answer(`{ units(jurisdiction: "${city}", first: 8) { edges { node { code } } } }`)
    expect([...first.edges, ...second.edges]).toEqual(units.edges)
    expect(units.edges).toHaveLength(8)
    const empty = await answer('{ jurisdiction(code: "411102") { units { edges { node { code } } } } }')
    expect(empty.jurisdiction.units.edges).toEqual([])
  })

  test('is searched by part of a name', async () => {
    const { jurisdictions } = await answer('{ jurisdictions(name: "漯河") { edges { node { code } } } }')
    expect(jurisdictions.edges).toEqual([{ node: { code: city } }])
  })

  test('a code that is none names nothing', async () => {
    expect(await answer('{ jurisdiction(code: "999999") { name } }')).toEqual({ jurisdiction: null })
  })
})

describe('units, posts and people', () => {
  test('a unit leads to its internal units, their posts, and who holds them', async () => {
    const { unit } = await answer(`{ unit(code: "U02", at: "${city}") { name kind parent { code } children(first: 2) {
      edges { node { code posts { edges { node { code title level incumbents { from person { code } } } } } } }
      pageInfo { hasNextPage } } } }`)
    expect(unit).toMatchObject({ name: '第U02局', kind: 'ORGAN', parent: null })
    expect(unit.children.pageInfo.hasNextPage).toBe(true)
    const [section] = unit.children.edges
    expect(section.node.posts.edges[0].node).toMatchObject({
      code: 'P-U02-01',
      level: 'SECTION_CHIEF',
      incumbents: [{ person: { code: 'R11' } }],
    })
  })

  test('on a day before anyone came a post stands empty, and its holders are still told', async () => {
    const { post } = await answer(
      '{ post(code: "P-U01-01") { before: incumbents(on: "2001-01-01") { id } holders { person { code } from } } }',
    )
    expect(post.before).toEqual([])
    expect(post.holders).toEqual([{ person: { code: 'R01' }, from: '2012-05-01' }])
  })

  test('people are found by the beginning of a code or a name, and by unit', async () => {
    const codes = (data: { people: { edges: readonly { node: { code: string } }[] } }) =>
      data.people.edges.map(({ node }) => node.code)
    const page = '{ edges { node { code } } }'
    expect(codes(await answer(`{ people(code: "R1", first: 3) ${page} }`))).toEqual(['R10', 'R11', 'R12'])
    expect(codes(await answer(`{ people(name: "张07") ${page} }`))).toEqual(['R07'])
    const { unit } = await answer('{ unit(code: "U01-04") { id } }')
    expect(codes(await answer(`{ people(unit: "${unit.id}") ${page} }`))).toEqual(['R04'])
    expect(codes(await answer(`{ people(unit: "Unit:1:none") ${page} }`))).toEqual([])
  })

  test('posts and units are found by place, words and level', async () => {
    const { posts, units } = await answer(`{
      posts(title: "调研", level: SECTION_CHIEF) { edges { node { code authority { code } unit { code } quota } } }
      units(jurisdiction: "${city}", kind: ORGAN, name: "U03") { edges { node { code } } } }`)
    expect(posts.edges).toEqual([
      { node: { code: 'P-SPARE', authority: { code: city }, unit: { code: 'U01' }, quota: 1 } },
    ])
    expect(units.edges).toEqual([{ node: { code: 'U03' } }])
  })

  test('whatever has a global id is read again by it', async () => {
    const { person } = await answer(
      '{ person(code: "R03") { id holds { id post { id unit { id } } } states { id kind } } }',
    )
    const [held] = person.holds
    const ids = [person.id, held.id, held.post.id, held.post.unit.id, person.states[0].id, `Jurisdiction:${city}`]
    const { nodes } = await answer('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', { ids })
    expect(nodes.map(({ id }: { id: string }) => id)).toEqual(ids)
    expect(person.id).toMatch(/^Person:410000:[0-9a-f-]{36}$/)
    expect(await answer('{ node(id: "Person:410000:nobody") { id } }')).toEqual({ node: null })
  })

  test('a finding is looked at by its id on the day nearest to today that it has', async () => {
    const { person } = await answer(`{ person(code: "R03") { findings(on: "${today}") { id } } }`)
    const { node } = await answer(
      `{ node(id: "${person.findings[0].id}") { ... on Finding { id on person { code } } } }`,
    )
    expect(node).toMatchObject({
      id: person.findings[0].id,
      person: { code: 'R03' },
      on: expect.stringMatching(/^\d{4}/),
    })
  })

  test('the end of a career can be asked for alone', async () => {
    const { person } = await answer(
      '{ person(code: "R02") { assignments { id } one: assignments(last: 1) { id } all: assignments(last: 99) { id } none: assignments(last: 0) { id } } }',
    )
    expect(person.assignments.length).toBeGreaterThan(0)
    expect(person).toMatchObject({ one: person.assignments.slice(-1), all: person.assignments, none: [] })
    const { errors } = await graph.ask('{ person(code: "R02") { assignments(last: -1) { id } } }')
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
  })

  test('one career seen on two days at once shows each post as it was on each', async () => {
    const code = await transaction(db, { mode: 'write' }, async (tx) => {
      const unit = await addUnit(tx)
      const post = await addPost(tx, { unit, level: 'clerk', to: '2015-01-01' })
      await addPost(tx, { unit, id: post, level: 'section_chief', from: '2015-01-01' })
      const person = await addPerson(tx)
      await addAssignment(tx, { person, post, from: '2010-01-01' })
      return person
    })
    const seen = (on: string) => `person(code: "${code}", on: "${on}") { assignments { post { level } } }`
    for (const _ of [1, 2, 3]) {
      const { before, after } = await answer(`{ before: ${seen('2014-12-31')} after: ${seen('2015-01-01')} }`)
      expect(before.assignments).toEqual([{ post: { level: 'CLERK' } }])
      expect(after.assignments).toEqual([{ post: { level: 'SECTION_CHIEF' } }])
    }
  })

  test('what a page has read is not read again: the staff of a city takes seven statements', async () => {
    const { db: counted, statements } = counting(db)
    const query = `{ jurisdiction(code: "${city}") { units(first: 20) { edges { node { posts(first: 5) { edges { node {
      unit { code } incumbents { person { code assignments(last: 5) { post { title unit { name } } } } } } } } } } } } }`
    expect((await graphqlOn(counted).ask(query)).errors).toBeUndefined()
    expect(statements.filter((statement) => !/^(begin|commit)/.test(statement.trim()))).toHaveLength(7)
  })

  test('nested pages cost as many statements for few as for many', async () => {
    const statementsFor = async (first: number) => {
      const { db: counted, statements } = counting(db)
      const query = `query ($first: Int!) { units(jurisdiction: "${city}", kind: ORGAN, first: $first) { edges { node {
        children(first: $first) { edges { node { posts(first: 3) { edges { node {
          unit { code } incumbents { person { code assignments { post { title } } } } } } } } } } } } } }`
      expect((await graphqlOn(counted).ask(query, { first })).errors).toBeUndefined()
      return statements.length
    }
    expect(await statementsFor(6)).toBe(await statementsFor(2))
  })
})

describe('a code that two offices use', () => {
  beforeAll(async () => {
    const roster = {
      units: 'code,name,kind,jurisdiction\nU01,舞阳县一局,organ,411121',
      posts: 'code,unit,title\nP-SPARE,U01,科员',
      people: 'code,name,sex,birth,category\nR01,李一,M,1985-01,civil',
    }
    const report = await importRoster(db, textSource(roster), { at: '411121', by: 'test' })
    expect(report.problems).toEqual([])
  })

  test('is told with the offices to choose from, in the language of the reader', async () => {
    const { data, errors } = await graph.ask('{ person(code: "R01") { name } }', {}, { 'accept-language': 'en' })
    expect(data).toEqual({ person: null })
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining('`R01`'),
        path: ['person'],
        extensions: { code: 'AMBIGUOUS_CODE', candidates: ['411100', '411121'], remedy: 'Say which one with `at`.' },
      },
    ])
  })

  test('is clear once it is said which', async () => {
    const { person, unit } = await answer(
      `{ person(code: "R01", at: "411121") { name } unit(code: "U01", at: "${city}") { name } }`,
    )
    expect([person.name, unit.name]).toEqual(['李一', '第U01局'])
  })

  test('keeps its code and remedy when the document has been seen before and is compiled', async () => {
    const ask = () => graph.ask('{ unit(code: "U01") { name children { edges { node { code } } } } }')
    const [first, second, third] = [await ask(), await ask(), await ask()]
    expect(second.errors?.[0]?.extensions).toEqual(first.errors?.[0]?.extensions)
    expect(third.errors?.[0]?.extensions).toMatchObject({ code: 'AMBIGUOUS_CODE' })
  })
})
