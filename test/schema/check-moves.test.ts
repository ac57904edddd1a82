import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../db/connect.ts'
import { transaction } from '../../db/transaction.ts'
import { counting } from '../support/counting.ts'
import { freshDatabase } from '../support/database.ts'
import { everythingStored } from '../support/everything-stored.ts'
import { type Asking, graphqlOn } from '../support/graphql.ts'
import { city, loadWorld } from '../support/world.ts'

/** Both operations of the contract, asked by name. */
const contract = readFileSync(new URL('../contract/avoidance.graphql', import.meta.url), 'utf8')
const placing = contract.slice(contract.indexOf('query CheckPlacement'), contract.indexOf('query CheckMoves'))
const moving = contract.slice(contract.indexOf('query CheckMoves'), contract.indexOf('fragment Outcome'))
const fragment = contract.slice(contract.indexOf('fragment Outcome'))
const on = '2026-12-01'

let db: Database
let graph: Asking

beforeAll(async () => {
  ;({ db } = await freshDatabase())
  await loadWorld(db)
  graph = graphqlOn(db)
})

interface Move {
  readonly person: string
  readonly from?: string
  readonly to?: string
  readonly on?: string
}

const moves = (list: readonly Move[]) => ({ moves: list.map((move) => ({ on, ...move })) })
const check = (list: readonly Move[], headers = {}) => graph.ask(moving + fragment, moves(list), headers)
const outcome = async (list: readonly Move[]) => {
  const { data, errors } = await check(list)
  expect(errors).toBeUndefined()
  return data.checkMoves
}
const refusal = async (list: readonly Move[]) => {
  const { data, errors } = await check(list)
  expect(data).toBeNull()
  const [first] = errors ?? []
  return { message: first?.message, issues: first?.extensions?.issues, ...first?.extensions }
}

describe('duties to move', () => {
  test('whoever has held one post for ten years settles the duty by moving, and no duty forbids a move', async () => {
    const told = await outcome([{ person: 'R01', from: 'P-U01-01', to: 'P-SPARE' }])
    expect(told.verdict).toBe('ALLOWED')
    expect(told.begins).toEqual([])
    expect(told.ends).toContainEqual({
      rule: { catalogueId: 'LH-M1', effect: 'MUST' },
      status: 'ACTIVE',
      subject: expect.stringContaining('张01（R01）'),
      subjects: [{ id: expect.stringMatching(/^Person:410000:/) }],
    })
  })

  test('a post taken beside the one that is kept settles nothing', async () => {
    const told = await outcome([{ person: 'R01', to: 'P-SPARE' }])
    expect(told.ends.map(({ rule }: { rule: { catalogueId: string } }) => rule.catalogueId)).not.toContain('LH-M1')
  })

  test('checkPlacement is one move that leaves nothing, unless it says what', async () => {
    const asked = { person: 'R01', personAt: city, post: 'P-SPARE', postAt: city, on }
    const { data } = await graph.ask(placing + fragment, asked)
    expect(data.checkPlacement).toEqual(await outcome([{ person: 'R01', to: 'P-SPARE' }]))
    const { data: leaving } = await graph.ask(`query { checkPlacement(person: "R01", post: "P-SPARE", from: "P-U01-01",
      on: "${on}") { verdict ends { rule { catalogueId } kind since until explanation { text } } } }`)
    expect(leaving.checkPlacement.ends).toContainEqual({
      rule: { catalogueId: 'LH-M1' },
      kind: 'ROTATION',
      since: '2022-05-01',
      until: on,
      explanation: { text: expect.stringContaining('2012-05-01') },
    })
  })

  test('two who change places settle both duties; in one plan neither finds the post of the other full', async () => {
    const swap = [
      { person: 'R01', from: 'P-U01-01', to: 'P-U01-02' },
      { person: 'R02', from: 'P-U01-02', to: 'P-U01-01' },
    ]
    const told = await outcome(swap)
    const settled = told.ends.filter(({ rule }: { rule: { catalogueId: string } }) => rule.catalogueId === 'LH-M1')
    expect(settled).toHaveLength(2)
    expect(await refusal(swap.slice(0, 1))).toMatchObject({
      code: 'POST_HELD',
      argument: ['moves', '0', 'to'],
      message: expect.stringContaining('张02 R02'),
    })
  })

  test('a later move of the same person starts from where the earlier one led', async () => {
    const told = await outcome([
      { person: 'R01', from: 'P-SPARE', on: '2027-06-01' },
      { person: 'R01', from: 'P-U01-01', to: 'P-SPARE' },
    ])
    expect(told.verdict).toBe('ALLOWED')
  })

  test('on a day before any policy nothing bars a move, and it is said that no policy was on file', async () => {
    const asked = (day: string) =>
      graph.ask(
        `query { checkMoves(moves: [{ person: "R01", to: "P-SPARE", on: "${day}" }]) { verdict policyOnFile } }`,
      )
    expect((await asked('1999-01-01')).data.checkMoves).toEqual({ verdict: 'ALLOWED', policyOnFile: false })
    expect((await asked(on)).data.checkMoves).toEqual({ verdict: 'ALLOWED', policyOnFile: true })
  })

  test('words come in the language of the reader', async () => {
    const { data } = await graph.ask(
      `query { checkMoves(moves: [{ person: "R01", from: "P-U01-01", on: "${on}" }]) { ends { subject explanation { text } } } }`,
      {},
      { 'accept-language': 'en' },
    )
    expect(data.checkMoves.ends[0].explanation.text).toMatch(/^Under /)
  })
})

describe('what is refused', () => {
  test.each([
    ['an unknown person', [{ person: 'NOBODY', to: 'P-SPARE' }], 'NOT_FOUND', ['moves', '0', 'person']],
    ['an unknown post', [{ person: 'R01', to: 'NOWHERE' }], 'NOT_FOUND', ['moves', '0', 'to']],
    ['an unknown post left', [{ person: 'R01', from: 'NOWHERE', to: 'P-SPARE' }], 'NOT_FOUND', ['moves', '0', 'from']],
    ['a post not held', [{ person: 'R01', from: 'P-U01-02' }], 'VALIDATION', ['moves', '0', 'from']],
    ['a post held already', [{ person: 'R01', to: 'P-U01-01' }], 'VALIDATION', ['moves', '0', 'to']],
    [
      'the post left taken again',
      [{ person: 'R01', from: 'P-U01-01', to: 'P-U01-01' }],
      'VALIDATION',
      ['moves', '0', 'to'],
    ],
    ['neither post', [{ person: 'R01' }], 'VALIDATION', ['moves', '0', 'to']],
    ['a day before birth', [{ person: 'R01', to: 'P-SPARE', on: '1979-12-31' }], 'VALIDATION', ['moves', '0', 'on']],
    ['no move at all', [], 'VALIDATION', ['moves']],
    [
      'one person twice into one post',
      [
        { person: 'R01', to: 'P-SPARE' },
        { person: 'R01', to: 'P-SPARE', on: '2027-01-01' },
      ],
      'VALIDATION',
      ['moves', '1', 'to'],
    ],
    [
      'two into one seat',
      [
        { person: 'R01', to: 'P-SPARE' },
        { person: 'R02', to: 'P-SPARE' },
      ],
      'POST_HELD',
      ['moves', '0', 'to'],
    ],
    ['more than 200 moves', Array(201).fill({ person: 'R01', to: 'P-SPARE' }), 'VALIDATION', ['moves']],
  ] as const)('%s', async (_name, list, code, argument) => {
    expect(await refusal(list)).toMatchObject({ code, argument, remedy: expect.stringMatching(/./) })
  })

  test('everything wrong with a plan is told at once', async () => {
    const { issues } = await refusal([
      { person: 'R01', from: 'P-U01-02' },
      { person: 'R02', to: 'P-U01-02' },
    ])
    expect(issues).toMatchObject([{ path: ['moves', '0', 'from'] }, { path: ['moves', '1', 'to'] }])
  })

  test('a post is full on the days after the move as well', async () => {
    const told = await refusal([
      { person: 'R01', to: 'P-SPARE' },
      { person: 'R02', to: 'P-SPARE', on: '2028-01-01' },
    ])
    expect(told).toMatchObject({ code: 'POST_HELD', message: expect.stringContaining('2028-01-01') })
  })

  test('a placement names its own arguments', async () => {
    const { errors } = await graph.ask(placing + fragment, { person: 'R01', post: 'NOWHERE', on })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', argument: ['post'] })
  })
})

describe('what it costs', () => {
  test('nothing is written: every table holds what it held', async () => {
    const stored = () => transaction(db, { mode: 'read' }, everythingStored)
    const before = await stored()
    await outcome([{ person: 'R01', from: 'P-U01-01', to: 'P-SPARE' }])
    await refusal([{ person: 'R01', from: 'P-U01-02' }])
    expect(before.size).toBeGreaterThan(20)
    expect(await stored()).toEqual(before)
  })

  test('as many statements for twenty moves as for two', async () => {
    const { db: counted, statements } = counting(db)
    const asking = graphqlOn(counted)
    const sent = async (count: number) => {
      statements.length = 0
      const circle = Array.from({ length: count }, (_, i) => {
        const code = (n: number) => `P-U0${Math.floor(n / 10) + 1}-${String((n % 10) + 1).padStart(2, '0')}`
        return { person: `R${String(i + 1).padStart(2, '0')}`, from: code(i), to: code((i + 1) % count) }
      })
      const { data, errors } = await asking.ask(moving + fragment, moves(circle))
      expect(errors).toBeUndefined()
      expect(data.checkMoves.ends.length).toBeGreaterThan(0)
      return statements.length
    }
    await sent(2)
    const few = await sent(2)
    expect(await sent(20)).toBe(few)
    expect(few).toBeLessThanOrEqual(45)
  })

  test('moves count towards the cost of an operation', async () => {
    const selection = '{ begins { subjects { id } subject explanation { text } rule { catalogueId title text } } }'
    const list = moves(Array(200).fill({ person: 'R01', to: 'P-SPARE' }))
    const query = `query ($moves: [MoveInput!]!) { ${[1, 2, 3, 4, 5].map((n) => `c${n}: checkMoves(moves: $moves) ${selection}`).join(' ')} }`
    const { errors } = await graph.ask(query, list)
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'COST_LIMIT' })
  })
})
