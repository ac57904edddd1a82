import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { importRoster } from '../../acts/roster/import-roster.ts'
import { textSource } from '../../acts/roster/reading/source.ts'
import type { Database } from '../../db/connect.ts'
import type { PluginDocument, Rule } from '../../policy/index.ts'
import { putToWork } from '../support/avoidance.ts'
import { bureauAt, loadBureaus } from '../support/bureau.ts'
import { freshDatabase } from '../support/database.ts'
import { measures } from '../support/example-policy.ts'
import { type Asking, graphqlOn } from '../support/graphql.ts'

const contract = readFileSync(new URL('../contract/avoidance.graphql', import.meta.url), 'utf8')
const operation = contract.slice(contract.indexOf('query CheckMoves'))
const on = '2026-12-01'

const head = (id: string, zh: string) => ({
  id,
  catalogueId: `EX-${id}`,
  title: { zh, en: id },
  cite: { instrument: 'measures', article: '第五条', verified: true },
})
const rules: readonly Rule[] = [
  {
    ...head('age', '年满56周岁不得进入班子'),
    kind: 'placement',
    effect: 'MUST_NOT',
    when: { all: [{ takes: { teamKind: ['government'] } }, { age: { atLeast: 56 } }] },
  },
  {
    ...head('native', '不在出生地任秘书长'),
    kind: 'placement',
    effect: 'MUST_NOT',
    when: {
      all: [
        { takes: { level: ['division_chief'], unitKind: ['organ'] } },
        { native: { place: 'takes', basis: ['birth'] } },
        { not: { takes: { seat: ['chief'] } } },
      ],
    },
  },
  {
    ...head('local', '班子成员本地干部不少于三分之一'),
    kind: 'composition',
    effect: 'MUST',
    of: { teamKind: ['government'] },
    assert: { share: { who: { native: { place: 'team', basis: ['birth'] } }, atLeast: '1/3' } },
  },
  {
    ...head('third', '班子成员同时离任一般不超过三分之一'),
    kind: 'together',
    effect: 'GENERALLY_NOT',
    within: 'plan',
    when: { not: { share: { who: { departs: {} }, atMost: '1/3' } } },
  },
]
const document: PluginDocument = measures(rules)

let db: Database
let graph: Asking
beforeAll(async () => {
  ;({ db } = await freshDatabase())
  await loadBureaus(db)
  await putToWork(db, document, bureauAt)
  graph = graphqlOn(db)
})

interface Move {
  readonly person: string
  readonly from?: string
  readonly to?: string
  readonly on?: string
  readonly personAt?: string
  readonly postAt?: string
}
interface Told {
  readonly rule: { readonly catalogueId: string }
  readonly status: string
  readonly subject: string
  readonly subjects: readonly { readonly id: string }[]
  readonly explanation: { readonly text: string }
}
const outcome = async (moves: readonly Move[]) => {
  const { data, errors } = await graph.ask(operation, { moves: moves.map((move) => ({ on, ...move })) })
  expect(errors).toBeUndefined()
  return data.checkMoves
}
const short = (changes: readonly Told[]) => changes.map(({ rule, status }) => `${rule.catalogueId} ${status}`)
const foretold = async (moves: readonly Move[]) => {
  const { verdict, begins } = await outcome(moves)
  return [verdict, ...short(begins)]
}

describe('bars on a move', () => {
  test('whoever has turned 56 may not enter the leading team; the day before the birthday they still may', async () => {
    const told = await outcome([{ person: 'SQ', to: 'PT4' }])
    expect([told.verdict, ...short(told.begins)]).toEqual(['FORBIDDEN', 'EX-age ACTIVE'])
    expect(told.begins[0]).toMatchObject({
      subject: expect.stringContaining('孙强（SQ）拟任市政府副市长丁'),
      subjects: [{ id: expect.stringMatching(/^Person:/) }],
      explanation: { text: expect.stringContaining('第五条') },
    })
    expect(await foretold([{ person: 'SQ', to: 'PT4', on: '2025-12-31' }])).toEqual(['ALLOWED'])
  })

  test('a blank place of birth leaves the bar undetermined', async () => {
    expect(await foretold([{ person: 'UB', to: 'PG1' }])).toEqual(['UNDETERMINED', 'EX-native UNDETERMINED'])
    expect(await foretold([{ person: 'SQ', to: 'PG1' }])).toEqual(['FORBIDDEN', 'EX-native ACTIVE'])
    expect(await foretold([{ person: 'ZM', to: 'PG1' }])).toEqual(['ALLOWED'])
  })
})

describe('moves together', () => {
  test('two of three may not generally leave the team in one plan; one may', async () => {
    const both = [
      { person: 'V2', from: 'PT2' },
      { person: 'V3', from: 'PT3' },
    ]
    const told = await outcome(both)
    expect([told.verdict, ...short(told.begins)]).toEqual(['RESERVED', 'EX-third ACTIVE'])
    expect(told.begins[0].subjects).toHaveLength(2)
    expect(await foretold(both.slice(0, 1))).toEqual(['ALLOWED'])
  })
})

describe('what a team must look like', () => {
  test('one of three is local: enough. A stranger more and it is one of four: the move is forbidden', async () => {
    const told = await outcome([{ person: 'WY', to: 'PT4' }])
    expect([told.verdict, ...short(told.begins)]).toEqual(['FORBIDDEN', 'EX-local ACTIVE'])
    expect(told.begins[0]).toMatchObject({
      subject: expect.stringContaining('市政府班子'),
      subjects: [{ id: expect.stringMatching(/^Team:/) }],
      explanation: { text: expect.stringContaining('4名成员中计入1名') },
    })
  })

  test('a local who comes as another leaves keeps the share; in two steps it fails in between', async () => {
    const [leaves, comes] = [
      { person: 'V1', from: 'PT1' },
      { person: 'WL', from: 'PA', to: 'PT4' },
    ]
    expect(await foretold([leaves, comes])).toEqual(['ALLOWED'])
    expect(await foretold([leaves])).toEqual(['FORBIDDEN', 'EX-local ACTIVE'])
    expect(await foretold([leaves, { ...comes, on: '2027-03-01' }])).toEqual(['FORBIDDEN', 'EX-local ACTIVE'])
  })

  test('whose place of birth is not known makes it undetermined', async () => {
    expect(await foretold([{ person: 'UB', to: 'PT4' }])).toEqual(['UNDETERMINED', 'EX-local UNDETERMINED'])
  })

  test('a team tells how each rule about its looks stands with it', async () => {
    const query = `query ($on: Date) { team(code: "T") { composition(on: $on) {
      rule { catalogueId effect } holds surely possibly members explanation { text } } } }`
    const { data, errors } = await graph.ask(query, { on })
    expect(errors).toBeUndefined()
    expect(data.team.composition).toEqual([
      {
        rule: { catalogueId: 'EX-local', effect: 'MUST' },
        holds: 'YES',
        surely: 1,
        possibly: 1,
        members: 3,
        explanation: { text: expect.stringContaining('第五条') },
      },
    ])
    expect((await graph.ask(query, { on: '2019-06-01' })).data.team.composition).toEqual([])
  })
})

describe('codes that several offices use', () => {
  beforeAll(async () => {
    const county = {
      units: 'code,name,kind,jurisdiction\nK,县政府办,organ,411121',
      posts: 'code,unit,title,level,quota\nPT3,K,主任,正科,2\nPT9,K,主任,正科,2',
      people: 'code,name,sex,birth,category\nV3,同号,M,1980-01-01,civil',
    }
    expect((await importRoster(db, textSource(county), { at: '411121', by: 'test' })).accepted).toBe(true)
  })

  test('the caller is asked which office is meant, and told which can be', async () => {
    const refused = async (move: Move) => {
      const { errors } = await graph.ask(operation, { moves: [{ on, ...move }] })
      return errors?.[0]?.extensions
    }
    const candidates = ['411100', '411121']
    const [who, where] = [
      { person: 'V3', to: 'PT9' },
      { person: 'ZM', to: 'PT3' },
    ]
    expect(await refused(who)).toMatchObject({ code: 'AMBIGUOUS_CODE', argument: ['moves', '0', 'person'], candidates })
    expect(await refused(where)).toMatchObject({ code: 'AMBIGUOUS_CODE', argument: ['moves', '0', 'to'], candidates })
    expect(await foretold([{ ...who, personAt: '411121' }])).toEqual(['ALLOWED'])
    expect(await foretold([{ ...where, postAt: '411121' }])).toEqual(['ALLOWED'])
  })

  test('the post left is one the person holds, whatever other office uses its code', async () => {
    const told = await outcome([{ person: 'V3', personAt: '411100', from: 'PT3', to: 'PT9', postAt: '411121' }])
    expect(told.verdict).toBe('ALLOWED')
  })
})
