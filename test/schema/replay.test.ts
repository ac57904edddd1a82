import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordAssignment } from '../../acts/record-assignment.ts'
import { recordKin } from '../../acts/record-kin.ts'
import { transaction } from '../../db/transaction.ts'
import { avoidancePolicy, putToWork } from '../support/avoidance.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { type Asking, graphqlOn } from '../support/graphql.ts'
import { clock, head, openHistory, putRow, taken } from '../support/replayed.ts'
import { addPerson, addPost, addUnit, root } from '../support/small-graph.ts'
import { tenurePolicy } from '../support/tenure-policy.ts'

let fresh: FreshDatabase
let graph: Asking
let veiled: Asking
let history: Awaited<ReturnType<typeof openHistory>>
let shadow: string

beforeAll(async () => {
  fresh = await freshDatabase()
  graph = graphqlOn(fresh.db)
  veiled = graphqlOn(fresh.db, () => ({ family: false }))
  history = await openHistory(fresh.db)
  shadow = await putRow(fresh.db, tenurePolicy(3, '3.0.0'), { mode: 'shadow' })
})
afterAll(() => fresh.close())

const day = '2024-06-01'

const types = { on: 'Date', knownAt: 'DateTime', policyAt: 'DateTime', installation: 'ID!' }

const asked = async (fields: string, variables: object = {}) => {
  const used = Object.entries(types).filter(([name]) => fields.includes(`$${name}`))
  const query = `query ($id: ID!, ${used.map(([name, type]) => `$${name}: ${type}`).join(', ')}) {
    node(id: $id) { ... on Person { ${fields} } } }`
  const { data, errors } = await graph.ask(query, { id: `Person:${root}:${history.who.id}`, on: day, ...variables })
  expect(errors).toBeUndefined()
  return data.node
}

const args = '(on: $on, knownAt: $knownAt, policyAt: $policyAt)'
const changes = 'changes { change rule { catalogueId } before { status since } after { status since } }'
const later = `laterFacts { kind step what of from sentence } laterPolicies { plugin { version } sentence }`

/** What is said of the day, in short. */
const said = async (variables: object): Promise<string[]> => {
  const { replay } = await asked(`replay${args} { findings { rule { catalogueId } status since } }`, variables)
  return replay.findings.map((f: Said) => `${f.rule.catalogueId} ${f.status} ${f.since}`)
}
interface Said {
  readonly rule: { readonly catalogueId: string }
  readonly status: string
  readonly since: string
}

describe('what we would have said on a day has three axes', () => {
  test('facts and policy of then', async () => {
    const { filed } = history
    expect(await said({ knownAt: filed, policyAt: filed })).toEqual(['EX-T ACTIVE 2022-03-01'])
  })
  test('facts of then, policy of now', async () => {
    expect(await said({ knownAt: history.filed })).toEqual(['EX-T ACTIVE 2018-03-01'])
  })
  test('facts of now, policy of then', async () => {
    expect(await said({ policyAt: history.filed })).toEqual(['EX-U ACTIVE 2024-05-01'])
  })
  test('facts and policy of now', async () => {
    expect(await said({})).toEqual(['EX-T ACTIVE 2022-03-31', 'EX-U ACTIVE 2024-05-01'])
  })
})

describe('what differs from now is told, with what was recorded later', () => {
  test('a replay of now says what is said now, and names nothing', async () => {
    const { replay } = await asked(`replay(on: $on) { ${changes} ${later} familyWithheld }`)
    expect(replay).toEqual({ changes: [], laterFacts: [], laterPolicies: [], familyWithheld: false })
  })

  test('a career that was corrected, and a state found out later', async () => {
    const { filed, upgraded, assignment, state } = history
    const { replay } = await asked(`replay${args} { ${changes} ${later} }`, {
      on: '2020-06-01',
      knownAt: filed,
      policyAt: upgraded,
    })
    expect(replay.changes).toEqual([
      {
        change: 'RELEASED',
        rule: { catalogueId: 'EX-T' },
        before: { status: 'ACTIVE', since: '2018-03-01' },
        after: null,
      },
    ])
    expect(replay.laterPolicies).toEqual([])
    expect(replay.laterFacts).toEqual([
      {
        kind: 'ASSIGNMENT',
        step: 'CORRECTED',
        what: '财政局科长',
        of: `Assignment:${root}:${assignment.id}`,
        from: '2016-03',
        sentence: '更正任职（财政局科长）：起由2012-03-01改为2016-03。',
      },
      {
        kind: 'STATE',
        step: 'ADDED',
        what: '不适宜现职',
        of: `State:${root}:${state.id}`,
        from: '2024-05-01',
        sentence: '补录状态（不适宜现职）：2024-05-01起。',
      },
    ])
  })

  test('a policy that was replaced', async () => {
    const { corrected } = history
    const { replay } = await asked(`replay${args} { ${changes} ${later} }`, { knownAt: corrected, policyAt: corrected })
    expect(replay.changes).toEqual([
      {
        change: 'NEWLY_DUE',
        rule: { catalogueId: 'EX-T' },
        before: null,
        after: { status: 'ACTIVE', since: '2022-03-31' },
      },
    ])
    expect(replay.laterFacts).toEqual([])
    expect(replay.laterPolicies).toEqual([
      { plugin: { version: '10.0.0' }, sentence: '漯河市政策 example 10.0.0 被后一版本取代：不适用于任何一日。' },
      { plugin: { version: '6.0.0' }, sentence: '漯河市政策 example 6.0.0 安装：自2000-01-01起适用。' },
    ])
  })

  test('both at once; what is felt only years later is told when asked for', async () => {
    const { filed } = history
    const moments = { on: '2017-06-01', knownAt: filed, policyAt: filed }
    const [near, far] = [
      await asked(`replay${args} { ${changes} ${later} }`, moments),
      await asked(`replay(on: $on, knownAt: $knownAt, policyAt: $policyAt, years: 6) { ${changes} }`, moments),
    ]
    expect(near.replay.changes).toEqual([])
    expect([near.replay.laterFacts.length, near.replay.laterPolicies.length]).toEqual([2, 2])
    expect(far.replay.changes.map((each: { change: string }) => each.change)).toEqual(['LATER'])
  })

  test('more years than forty are refused', async () => {
    const query = `query ($id: ID!) { node(id: $id) { ... on Person { replay(years: 41) { on } } } }`
    const { errors } = await graph.ask(query, { id: `Person:${root}:${history.who.id}` })
    expect(errors?.[0]?.message).toContain('`years` 41')
  })
})

describe('findings judged anew', () => {
  const fields = `rule { catalogueId plugin { version } } status statusSince statusUntil since until dueBy binding
    restates { id } key { parts { label } } counted { assignment { from } from } needs { fact }
    explanation { text exemptions { rule { catalogueId } applies } }`

  test('say of the policy of the record what the record says', async () => {
    const { upgraded } = history
    const live = await asked(`findings(on: $on, policyAt: $policyAt) { ${fields} }`, { policyAt: upgraded })
    const stored = await asked(`findings(on: $on) { ${fields} }`)
    expect(live.findings).toHaveLength(2)
    expect(live).toEqual(stored)
  })

  test('explain themselves by the policy of then, and name it; those of the record name none', async () => {
    const { filed } = history
    const under = `judgedUnder { policyAt digest installations { plugin { id version } } }`
    const { findings, now } = await asked(
      `findings${args} { ${fields} ${under} } now: findings(on: $on) { ${under} }
       authority { evaluation(knownAt: $knownAt) { policyDigest } }`,
      { knownAt: filed, policyAt: filed },
    )
    expect(findings[0].explanation.text).toContain('满10年之日为2022-03-01')
    expect(findings[0].rule.plugin.version).toBe('10.0.0')
    expect(findings[0].counted[0]).toEqual({ assignment: { from: '2012-03-01' }, from: '2012-03-01' })
    expect(findings[0].judgedUnder).toMatchObject({
      policyAt: filed,
      installations: [{ plugin: { id: 'example', version: '10.0.0' } }],
    })
    expect(now.map((each: { judgedUnder: unknown }) => each.judgedUnder)).toEqual([null, null])
  })

  test('name their policy by the digest that the evaluation of then had', async () => {
    const { filed } = history
    const { findings, authority } = await asked(
      `findings${args} { judgedUnder { digest } } authority { evaluation(knownAt: $knownAt) { policyDigest } }`,
      { knownAt: filed, policyAt: filed },
    )
    expect(findings[0].judgedUnder.digest).toBe(authority.evaluation.policyDigest)
  })
})

describe('a policy in shadow', () => {
  const query = `shadowFindings(installation: $installation, on: $on) { rule { catalogueId } status since explanation { text } }`

  test('is said of a person only when it is asked for', async () => {
    const { findings, shadowFindings } = await asked(`findings(on: $on) { since } ${query}`, {
      installation: `Installation:${shadow}`,
    })
    expect(findings.map(({ since }: Said) => since)).toEqual(['2022-03-31', '2024-05-01'])
    expect(shadowFindings.map((f: Said) => `${f.rule.catalogueId} ${f.since}`)).toEqual([
      'EX-T 2019-03-31',
      'EX-U 2024-05-01',
    ])
    expect(shadowFindings[0].explanation.text).toContain('满3年')
  })

  test('is named by its id: any other is refused', async () => {
    for (const installation of ['Installation:00000000-0000-7000-8000-000000000000', 'Person:1:2']) {
      const { errors } = await graph.ask(
        `query ($id: ID!, $on: Date!, $installation: ID!) { node(id: $id) { ... on Person { ${query} } } }`,
        { id: `Person:${root}:${history.who.id}`, on: day, installation },
      )
      expect(errors?.[0]?.message).toContain('未找到试行中的政策')
    }
  })
})

describe('a check of moves is made on the same three axes', () => {
  let mover: string
  let post: string
  let [beforeRule, beforeSeat, beforeTie] = ['', '', '']
  beforeAll(async () => {
    const { db } = fresh
    beforeRule = await clock(db)
    await putToWork(db, { ...avoidancePolicy(), id: 'kin-rules' })
    const made = await transaction(db, { mode: 'write' }, async (tx) => {
      const unit = await addUnit(tx)
      return {
        one: { root, id: await addPerson(tx) },
        other: { root, id: await addPerson(tx) },
        post: await addPost(tx, { unit }),
        held: { root, id: await addPost(tx, { unit }) },
      }
    })
    mover = made.one.id
    beforeSeat = await clock(db)
    post = made.post
    taken(await recordAssignment(db, 'a', { ...head(), person: made.other, post: made.held, from: '2020-01-01' }))
    beforeTie = await clock(db)
    const tie = { ...head(), person: made.one, relation: '哥哥', relative: made.other }
    taken(await recordKin(db, 'a', tie))
  })

  const check = async (moments: object, at: Asking = graph) => {
    const { data, errors } = await at.ask(
      `query ($person: String!, $post: String!, $knownAt: DateTime, $policyAt: DateTime) {
        checkPlacement(person: $person, post: $post, on: "2026-06-01", knownAt: $knownAt, policyAt: $policyAt) {
          verdict begins { rule { catalogueId } } laterFacts { kind step sentence } familyWithheld laterPolicies { plugin { id } } } }`,
      { person: mover, post, ...moments },
    )
    expect(errors).toBeUndefined()
    return data.checkPlacement
  }

  test('now it is barred', async () => {
    expect(await check({})).toMatchObject({ verdict: 'FORBIDDEN', laterFacts: [], laterPolicies: [] })
  })

  test('before the tie was declared nothing barred it, and the tie is named', async () => {
    const { verdict, laterFacts } = await check({ knownAt: beforeTie })
    expect(verdict).toBe('ALLOWED')
    expect(laterFacts).toMatchObject([{ kind: 'KIN', step: 'ADDED' }])
    expect(laterFacts[0].sentence).toContain('张伟')
  })

  test('whoever may not read the family class gets the verdict and no tie, and is told so', async () => {
    const outcome = await check({ knownAt: beforeTie }, veiled)
    expect(outcome).toMatchObject({ verdict: 'ALLOWED', laterFacts: [], familyWithheld: true })
  })

  test('before the rule was installed nothing barred it, and the rule is named', async () => {
    const { verdict, laterPolicies } = await check({ policyAt: beforeRule })
    expect(verdict).toBe('ALLOWED')
    expect(laterPolicies).toEqual([{ plugin: { id: 'kin-rules' } }])
  })

  test('before the relative was filed there nothing barred it', async () => {
    expect((await check({ knownAt: beforeSeat, policyAt: await clock(fresh.db) })).verdict).toBe('ALLOWED')
  })

  test('as known before the post was on file nobody can be placed there', async () => {
    const { errors } = await graph.ask(
      `query ($person: String!, $post: String!, $knownAt: DateTime) {
        checkPlacement(person: $person, post: $post, on: "2026-06-01", knownAt: $knownAt) { verdict } }`,
      { person: mover, post, knownAt: beforeRule },
    )
    expect(errors?.[0]?.message).toContain('没有这个职位')
  })
})
