import { beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../support/database.ts'
import { type Asking, graphqlOn } from '../support/graphql.ts'
import { city, loadWorld, today } from '../support/world.ts'

let graph: Asking

beforeAll(async () => {
  const { db } = await freshDatabase()
  await loadWorld(db)
  graph = graphqlOn(db)
})

const problem = 'code path message remedy'
const refusals = `... on Problem { __typename ${problem} } ... on AmbiguousCodeProblem { candidates }
  ... on ValidationProblem { issues { path value message remedy } }`

const mutate = async (name: string, input: object, payload: string) => {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}`
  const query = `mutation Change($input: ${type}Input!) { result: ${name}(input: $input) {
    __typename ... on ${type}Payload { ${payload} } ${refusals} } }`
  const { data, errors } = await graph.ask(query, { input })
  expect(errors).toBeUndefined()
  return data.result
}

const look = async (code: string) => {
  const query = `query Look($code: String!, $on: Date!) { person(code: $code, at: "${city}") {
    id version assignments { id from to version post { code } records { version from } }
    findings(on: $on) { rule { catalogueId } status } } }`
  const { data } = await graph.ask(query, { code, on: today })
  return data.person
}

const withFindings = `person { version findings(on: "${today}") { rule { catalogueId } status } }`
let keys = 0
const key = () => `key-${++keys}`

describe('a change of daily work', () => {
  test('whoever leaves the post is no longer due, in the very answer to the change', async () => {
    const before = await look('R01')
    expect(before.findings).toContainEqual({ rule: { catalogueId: 'LH-M1' }, status: 'ACTIVE' })
    const [held] = before.assignments
    const input = { idempotencyKey: key(), expectedVersion: before.version, assignment: held.id, to: '2026-10-01' }
    const result = await mutate('endAssignment', input, `${withFindings} assignment { to version }`)
    expect(result).toMatchObject({
      __typename: 'EndAssignmentPayload',
      person: { version: before.version + 1, findings: [] },
      assignment: { to: '2026-10-01', version: held.version + 1 },
    })
  })

  test('a post taken is recorded with the precision the file gives', async () => {
    const { version } = await look('R05')
    const input = {
      idempotencyKey: key(),
      expectedVersion: version,
      person: { code: 'R05', at: city },
      post: { code: 'P-SPARE' },
      from: '2026-10',
      capacity: 'CONCURRENT',
    }
    const result = await mutate('recordAssignment', input, 'assignment { from to capacity post { title } }')
    expect(result.assignment).toEqual({ from: '2026-10', to: null, capacity: 'CONCURRENT', post: { title: '调研员' } })
  })

  test('a correction supersedes, and what we believed before stays readable', async () => {
    const { version, assignments } = await look('R11')
    const input = { idempotencyKey: key(), expectedVersion: version, assignment: assignments[0].id, from: '2019-05-01' }
    const result = await mutate(
      'correctAssignment',
      input,
      `${withFindings} assignment { from records { from version } }`,
    )
    expect(result.person.findings).toEqual([])
    expect(result.assignment.records.map(({ from }: { from: string }) => from)).toEqual([
      '2019-05-01',
      expect.any(String),
    ])
  })

  test('what we said before a change is still said for the moment before it, facts and findings alike', async () => {
    const { version, assignments, findings } = await look('R14')
    const input = { idempotencyKey: key(), expectedVersion: version, assignment: assignments[0].id, from: '2021-05-01' }
    const result = await mutate('correctAssignment', input, `assignment { recordedFrom records { recordedTo } }`)
    const [, former] = result.assignment.records
    expect(former.recordedTo).toBe(result.assignment.recordedFrom)
    expect(former.recordedTo).toMatch(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/)
    const query = `query ($moment: DateTime!) { person(code: "R14") {
      findings(on: "${today}") { status } assignments(knownAt: $moment) { from }
      before: findings(on: "${today}", knownAt: $moment) { rule { catalogueId } status explanation { text } } } }`
    const { data: now } = await graph.ask(query, { moment: former.recordedTo })
    expect(now.person).toMatchObject({ findings: [], before: [], assignments: [{ from: '2021-05-01' }] })
    const moment = new Date(Date.parse(former.recordedTo) - 1).toISOString()
    const { data: earlier } = await graph.ask(query, { moment })
    expect(earlier.person.assignments).toEqual([{ from: assignments[0].from }])
    expect(
      earlier.person.before.map(({ rule, status }: { rule: object; status: string }) => ({ rule, status })),
    ).toEqual(findings)
    expect(earlier.person.before[0].explanation.text).toContain(assignments[0].from)
  })

  test('a state recorded bears on the findings at once', async () => {
    const { version, findings } = await look('R02')
    expect(findings).toContainEqual({ rule: { catalogueId: 'LH-M1' }, status: 'ACTIVE' })
    const input = {
      idempotencyKey: key(),
      expectedVersion: version,
      person: { code: 'R02' },
      kind: 'UNFINISHED_BUSINESS',
      from: '2026-09-01',
    }
    const result = await mutate('recordState', input, `${withFindings} state { kind from to }`)
    expect(result.state).toEqual({ kind: 'UNFINISHED_BUSINESS', from: '2026-09-01', to: null })
    expect(result.person.findings).toContainEqual({ rule: { catalogueId: 'LH-M1' }, status: 'DEFERRED' })
  })

  test('the same key with the same request gets the same answer; with another request it is refused', async () => {
    const { version } = await look('R06')
    const input = {
      idempotencyKey: key(),
      expectedVersion: version,
      person: { code: 'R06' },
      kind: 'POTENTIAL',
      from: '2026-09-01',
    }
    const first = await mutate('recordState', input, 'state { id }')
    expect(await mutate('recordState', input, 'state { id }')).toEqual(first)
    const other = await mutate('recordState', { ...input, from: '2026-09-02' }, 'state { id }')
    expect(other).toMatchObject({ __typename: 'IdempotencyReusedProblem', code: 'IDEMPOTENCY_REUSED' })
  })

  test('two changes in one operation each see what the one before has done', async () => {
    const { version, assignments } = await look('R12')
    const query = `mutation Two($a: EndAssignmentInput!, $b: RecordStateInput!) {
      a: endAssignment(input: $a) { ... on EndAssignmentPayload { person { version } } }
      b: recordState(input: $b) { ... on RecordStatePayload { person { version states { kind } } } } }`
    const variables = {
      a: { idempotencyKey: key(), expectedVersion: version, assignment: assignments[0].id, to: '2026-10-01' },
      b: {
        idempotencyKey: key(),
        expectedVersion: version + 1,
        person: { code: 'R12' },
        kind: 'POTENTIAL',
        from: '2026-10-01',
      },
    }
    const { data } = await graph.ask(query, variables)
    expect(data.a.person.version).toBe(version + 1)
    expect(data.b.person).toEqual({ version: version + 2, states: [{ kind: 'POTENTIAL' }] })
  })
})

describe('a change that is refused', () => {
  const state = { person: { code: 'R07' }, kind: 'POTENTIAL', from: '2026-09-01' }

  test('when the file has changed since it was seen', async () => {
    const result = await mutate('recordState', { ...state, idempotencyKey: key(), expectedVersion: 99 }, 'state { id }')
    expect(result).toMatchObject({
      __typename: 'ConflictProblem',
      code: 'VERSION_CHANGED',
      path: ['input', 'expectedVersion'],
    })
  })

  test('when nobody has that code', async () => {
    const input = { ...state, person: { code: 'NOBODY' }, idempotencyKey: key(), expectedVersion: 1 }
    expect(await mutate('recordState', input, 'state { id }')).toMatchObject({
      __typename: 'NotFoundProblem',
      code: 'NOT_FOUND',
      path: ['input', 'person'],
      message: expect.stringContaining('`NOBODY`'),
    })
  })

  test('when it names a person neither way or both ways', async () => {
    const input = { ...state, person: {}, idempotencyKey: key(), expectedVersion: 1 }
    expect(await mutate('recordState', input, 'state { id }')).toMatchObject({
      __typename: 'ValidationProblem',
      code: 'VALIDATION',
    })
  })

  test('when the post of one seat surely has its holder', async () => {
    const { version } = await look('R08')
    const input = {
      idempotencyKey: key(),
      expectedVersion: version,
      person: { code: 'R08' },
      post: { code: 'P-U01-03' },
      from: '2026-10-01',
    }
    const result = await mutate('recordAssignment', input, 'assignment { id }')
    expect(result).toMatchObject({ __typename: 'ConflictProblem', code: 'POST_HELD' })
  })

  test('when it would end before it began, naming the bad value', async () => {
    const { version, assignments } = await look('R09')
    const input = { idempotencyKey: key(), expectedVersion: version, assignment: assignments[0].id, to: '2001-01-01' }
    const result = await mutate('endAssignment', input, 'assignment { id }')
    expect(result).toMatchObject({
      __typename: 'ValidationProblem',
      issues: [{ path: ['input', 'to'], value: '2001-01-01' }],
    })
  })

  test('and nothing of it was written', async () => {
    const { version } = await look('R09')
    expect(version).toBe(1)
  })
})
