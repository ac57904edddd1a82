import { readFileSync } from 'node:fs'
import { execute, parse } from 'graphql'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../db/connect.ts'
import { schema } from '../../schema/index.ts'
import { operationContext } from '../../server/context.ts'
import { counting } from '../support/counting.ts'
import { freshDatabase } from '../support/database.ts'
import { type Asking, graphqlOn } from '../support/graphql.ts'
import { loadRelatedOffice, officeOfKin } from '../support/related-office.ts'

let db: Database
let graph: Asking
beforeAll(async () => {
  ;({ db } = await freshDatabase())
  await loadRelatedOffice(db)
  graph = graphqlOn(db)
})

const today = '2026-11-22'
const contract = readFileSync(new URL('../contract/avoidance.graphql', import.meta.url), 'utf8')
const operation = contract.slice(contract.indexOf('query Conflicts'), contract.indexOf('query CheckPlacement'))

interface Node {
  readonly id: string
  readonly rule: { readonly catalogueId: string; readonly effect: string }
  readonly sides: readonly { readonly person: { readonly code: string } }[]
  readonly kin: { readonly class: string; readonly pattern: string; readonly path: readonly object[] }
  readonly status: string
  readonly since: string
  readonly until: string | null
  readonly explanation: { readonly text: string }
}

const list = async (on = today, headers = {}): Promise<readonly Node[]> => {
  const { data, errors } = await graph.ask(operation, { code: officeOfKin, on, first: 50 }, headers)
  expect(errors).toBeUndefined()
  return data.jurisdiction.conflicts.edges.map(({ node }: { node: Node }) => node)
}

const between = (nodes: readonly Node[], one: string, other: string): Node => {
  const found = nodes.find(({ sides }) =>
    [one, other].every((code) => sides.some(({ person }) => person.code === code)),
  )
  if (found === undefined) throw new Error(`${one} and ${other} are in no conflict.`)
  return found
}

describe('the conflicts of a jurisdiction', () => {
  test('are listed strictest first, then by first day, each with its rule, its two sides and their tie', async () => {
    const nodes = await list()
    expect(nodes.map(({ rule, status, since }) => [rule.catalogueId, rule.effect, status, since])).toEqual([
      ['EX-S', 'MUST_NOT', 'ACTIVE', '2017-06-01'],
      ['EX-L', 'MUST_NOT', 'UNDETERMINED', '2018-01-01'],
      ['EX-L', 'MUST_NOT', 'ACTIVE', '2021-03-15'],
      ['EX-W', 'WARN', 'ACTIVE', '2020-02-02'],
    ])
    expect(between(nodes, '丁', '戊')).toMatchObject({
      sides: [{ person: { code: '丁' }, post: { code: 'P3' } }, { person: { code: '戊' } }],
      kin: { class: 'SPOUSE', pattern: 'K1', path: [{ tie: 'SPOUSE', to: { code: '戊' } }] },
      ...{ postRelation: 'DIRECT_SUPERIOR', until: null, triage: null },
    })
    expect(between(nodes, '己', '庚').kin).toMatchObject({ class: 'NOTED', pattern: 'AFTER_DEATH' })
  })

  test('are others on another day', async () => {
    const before = await list('2020-02-01')
    expect(between(before, '己', '庚')).toMatchObject({ rule: { catalogueId: 'EX-L' }, until: '2020-02-02' })
    expect(() => between(before, '甲', '乙')).toThrow()
  })

  test('come page after page', async () => {
    const seen: string[] = []
    for (let after: string | null = null, next = true; next; ) {
      const { data, errors } = await graph.ask(operation, { code: officeOfKin, on: today, first: 1, after })
      expect(errors).toBeUndefined()
      const { edges, pageInfo } = data.jurisdiction.conflicts
      seen.push(...edges.map(({ node }: { node: Node }) => node.id))
      ;[after, next] = [pageInfo.endCursor, pageInfo.hasNextPage]
      expect(seen.length).toBeLessThanOrEqual(4)
    }
    expect(seen).toEqual((await list()).map(({ id }) => id))
  })

  test('can be asked by effect and status', async () => {
    const ask = async (filter: string) => {
      const { data, errors } = await graph.ask(
        `{ jurisdiction(code: "${officeOfKin}") { conflicts(on: "${today}", ${filter}) { edges { node { rule { catalogueId } } } } } }`,
      )
      expect(errors).toBeUndefined()
      return data.jurisdiction.conflicts.edges.map(({ node }: { node: Node }) => node.rule.catalogueId)
    }
    expect(await ask('effects: [WARN]')).toEqual(['EX-W'])
    expect(await ask('effects: [MUST]')).toEqual([])
    expect(await ask('status: [UNDETERMINED]')).toEqual(['EX-L'])
    expect(await ask('scope: SUBTREE, effects: [MUST_NOT]')).toHaveLength(3)
  })

  test('are met from a person, a unit and by their id', async () => {
    const { data, errors } = await graph.ask(
      `{ person(code: "乙") { conflicts(on: "${today}") { id sides { person { code } } } }
         unit(code: "CZ-3") { conflicts(on: "${today}") { rule { catalogueId } } } }`,
    )
    expect(errors).toBeUndefined()
    expect(data.unit.conflicts).toEqual([{ rule: { catalogueId: 'EX-S' } }])
    const [{ id }] = data.person.conflicts
    const { data: one } = await graph.ask('query ($id: ID!) { node(id: $id) { ... on Conflict { id since } } }', { id })
    expect(one.node).toEqual({ id, since: '2021-03-15' })
    const { data: none } = await graph.ask('{ node(id: "Conflict:410000:nobody") { id } }')
    expect(none.node).toBeNull()
  })
})

describe('the sentence of a conflict', () => {
  test('names the two, their tie, the leader, and the article', async () => {
    const { explanation } = between(await list(), '甲', '乙')
    expect(explanation.text).toMatch(
      /^乙是甲的妻子的哥哥的妻子（近姻亲）；二人自2021-03-15起在财政局同受丙直接领导。依据《.*》第七十四条第一款/,
    )
    const english = between(await list(today, { 'accept-language': 'en' }), '甲', '乙').explanation.text
    expect(english).toMatch(
      /^乙 is 甲’s wife’s elder brother’s wife \(near affinity\); both have reported to 丙 in 财政局 since 2021-03-15\. Under /,
    )
  })

  test('of an open one says what is to be verified', async () => {
    const { explanation } = between(await list(), '辛', '壬')
    expect(explanation.text).toContain('堂弟')
    expect(explanation.text).toContain('须先核实')
  })

  test('is gathered for a whole list in as many statements as for a part of it', async () => {
    const { db: large } = await freshDatabase()
    await loadRelatedOffice(large, 30)
    const askFor = async (first: number) => {
      const { db: counted, statements } = counting(large)
      const { data, errors } = await graphqlOn(counted).ask(operation, { code: officeOfKin, on: today, first })
      expect(errors).toBeUndefined()
      return { told: data.jurisdiction.conflicts.edges.length, statements: statements.length }
    }
    await askFor(10)
    const few = await askFor(10)
    const many = await askFor(50)
    expect([few.told, many.told]).toEqual([10, 34])
    expect(many.statements).toBe(few.statements)
  })
})

describe('whoever may not see who is whose kin', () => {
  const veiled = async (query: string) => {
    const context = operationContext(db, new Request('http://127.0.0.1/graphql'), () => ({ family: false }))
    const answer = await execute({ schema, document: parse(query), contextValue: context })
    await context.end()
    return answer
  }

  test('is told of one of the two, and of the other only what kind of relative', async () => {
    const { data, errors } = await veiled(
      `{ person(code: "甲") { conflicts(on: "${today}") {
        sides { person { code } post { code } } kin { class pattern path { tie } } explanation { text nodes { label arithmetic } } } } }`,
    )
    expect(errors).toBeUndefined()
    const text = JSON.stringify(data)
    expect(text).toContain('其一名近姻亲')
    expect(text).not.toMatch(/乙|P2|妻子|K4|哥哥/)
    expect(JSON.parse(text).person.conflicts[0]).toMatchObject({
      sides: expect.arrayContaining([{ person: { code: '甲' }, post: { code: 'P1' } }, null]),
      kin: { class: 'NEAR_AFFINITY', pattern: null, path: null },
    })
  })

  test('cannot join what is told of the one with what is told of the other, nor look a conflict up by its id', async () => {
    const { data } = await veiled(`{ one: person(code: "甲") { conflicts(on: "${today}") { id } }
      other: person(code: "乙") { conflicts(on: "${today}") { id } } }`)
    const { one, other } = JSON.parse(JSON.stringify(data))
    const ids = [...one.conflicts, ...other.conflicts].map(({ id }: { id: string }) => id)
    const { id } = between(await list(), '甲', '乙')
    expect(ids).toHaveLength(2)
    expect(new Set([...ids, id]).size).toBe(3)
    for (const each of [...ids, id]) {
      const { errors } = await veiled(`{ node(id: "${each}") { ... on Conflict { sides { person { code } } } } }`)
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN'])
    }
  })

  test('turns the pages of a jurisdiction, whose cursors tell no conflict from another', async () => {
    const seen: string[] = []
    const ids = (await list()).map(({ id }) => id.slice(-36))
    for (let after = '', next = true; next; ) {
      const { data, errors } = await veiled(`{ jurisdiction(code: "${officeOfKin}") {
        conflicts(on: "${today}", first: 3, after: "${after}") {
          edges { node { rule { catalogueId } } } pageInfo { hasNextPage endCursor } } } }`)
      expect(errors).toBeUndefined()
      const { edges, pageInfo } = JSON.parse(JSON.stringify(data)).jurisdiction.conflicts
      seen.push(...edges.map(({ node }: { node: Node }) => node.rule.catalogueId))
      for (const id of ids) expect(Buffer.from(pageInfo.endCursor, 'base64url').toString()).not.toContain(id)
      ;[after, next] = [pageInfo.endCursor, pageInfo.hasNextPage]
      expect(seen.length).toBeLessThanOrEqual(4)
    }
    expect(seen).toEqual(['EX-S', 'EX-L', 'EX-L', 'EX-W'])
  })

  test('decides on none', async () => {
    const { errors } = await veiled(
      `mutation { triageConflict(input: { idempotencyKey: "v", expectedVersion: 0, conflict: "Conflict:1:x",
        decision: NO_ISSUE, reason: "核查" }) { __typename } }`,
    )
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN'])
  })
})

describe('deciding on a conflict', () => {
  const mutation = `mutation ($input: TriageConflictInput!) { triageConflict(input: $input) {
    __typename
    ... on Problem { code path message remedy }
    ... on TriageConflictPayload {
      triage { decision reason decidedBy dueBy version reopened }
      conflict { status triages { version decision decidedBy reopened } } } } }`
  const decide = async (input: object) => {
    const { data, errors } = await graph.ask(mutation, { input }, { 'x-cadre-actor': '督查员' })
    expect(errors).toBeUndefined()
    return data.triageConflict
  }

  test('records who decided what, why and until when, keeps what came before, and lifts no bar', async () => {
    const conflict = between(await list(), '丁', '戊').id
    const first = {
      idempotencyKey: 't1',
      expectedVersion: 0,
      conflict,
      decision: 'REFER',
      reason: '报市委组织部研究。',
    }
    expect(await decide(first)).toMatchObject({
      triage: { decision: 'REFER', decidedBy: '督查员', dueBy: null, version: 1, reopened: false },
    })
    expect(await decide(first)).toMatchObject({ triage: { version: 1 } })
    const second = { ...first, idempotencyKey: 't2', decision: 'MOVE', dueBy: '2027-01-31', reason: '调整戊的职务。' }
    expect(await decide(second)).toMatchObject({ __typename: 'ConflictProblem', code: 'VERSION_CHANGED' })
    expect(await decide({ ...second, idempotencyKey: 't3', expectedVersion: 1 })).toMatchObject({
      triage: { decision: 'MOVE', dueBy: '2027-01-31', version: 2 },
      conflict: {
        status: 'ACTIVE',
        triages: [
          { version: 2, decision: 'MOVE', decidedBy: '督查员', reopened: false },
          { version: 1, decision: 'REFER', decidedBy: '督查员', reopened: null },
        ],
      },
    })
    const known = async (knownAt: string | null) => {
      const asked = `query ($knownAt: DateTime) { person(code: "丁") {
        conflicts(on: "${today}", knownAt: $knownAt) { triage { version } triages { version decidedOn } } } }`
      const { data, errors } = await graph.ask(asked, { knownAt })
      expect(errors).toBeUndefined()
      return data.person.conflicts[0]
    }
    const now = await known(null)
    expect(await known(now.triages[1].decidedOn)).toMatchObject({ triage: { version: 1 }, triages: [{ version: 1 }] })
  })

  test('is refused in words: without a reason, of nothing, or with a key used for something else', async () => {
    const conflict = between(await list(), '甲', '乙').id
    const input = { idempotencyKey: 'r1', expectedVersion: 0, conflict, decision: 'PLEDGE', reason: ' ' }
    expect(await decide(input)).toMatchObject({ __typename: 'ValidationProblem', path: ['input', 'reason'] })
    expect(await decide({ ...input, reason: '已承诺', conflict: 'Person:1:x' })).toMatchObject({
      ...{ __typename: 'NotFoundProblem', path: ['input', 'conflict'] },
    })
    expect(await decide({ ...input, reason: '已承诺' })).toMatchObject({ triage: { decision: 'PLEDGE' } })
    expect(await decide({ ...input, reason: '另一理由' })).toMatchObject({ __typename: 'IdempotencyReusedProblem' })
  })
})
