import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../db/connect.ts'
import { person } from '../../db/tables/person.ts'
import { transaction } from '../../db/transaction.ts'
import type { AvoidanceRule, KinWord } from '../../policy/index.ts'
import { avoidancePolicy, putToWork, sameUnitBar } from '../support/avoidance.ts'
import { bureauAt, loadBureaus } from '../support/bureau.ts'
import { freshDatabase } from '../support/database.ts'
import { graphqlOn } from '../support/graphql.ts'

const contract = readFileSync(new URL('../contract/avoidance.graphql', import.meta.url), 'utf8')
const operation = contract.slice(contract.indexOf('query CheckMoves'))
const on = '2026-12-01'

let db: Database
/** Who may read family data, and who may not. */
const seesOf = (actor: string) => ({ family: actor !== 'outsider' })

const posts = { posts: { relation: 'sameUnit' } } as const
const bar = (id: string, effect: AvoidanceRule['effect'], kin: KinWord): AvoidanceRule =>
  sameUnitBar({ id, effect, catalogueId: `EX-${id}`, when: { all: [{ kin: { classes: [kin] } }, posts] } })
/** Spouses must not sit in one unit, brothers and sisters generally do not, of in-laws one is warned. */
const document = avoidancePolicy([
  bar('spouses', 'MUST_NOT', 'SPOUSE'),
  bar('siblings', 'GENERALLY_NOT', 'COLLATERAL_WITHIN_THREE'),
  bar('in-laws', 'WARN', 'NEAR_AFFINITY'),
])

beforeAll(async () => {
  ;({ db } = await freshDatabase())
  await loadBureaus(db)
  await putToWork(db, document, bureauAt)
})

interface Move {
  readonly person: string
  readonly from?: string
  readonly to?: string
  readonly on?: string
}
const outcome = async (moves: readonly Move[], actor = 'officer') => {
  const { data, errors } = await graphqlOn(db, seesOf).ask(
    operation,
    { moves: moves.map((move) => ({ on, ...move })) },
    { 'x-cadre-actor': actor },
  )
  expect(errors).toBeUndefined()
  return data.checkMoves
}

const codes = async (): Promise<ReadonlyMap<string, { id: string; name: string }>> => {
  const rows = await transaction(db, { mode: 'read' }, (tx) => tx.select().from(person))
  return new Map(rows.map(({ code, id, name }) => [code ?? '', { id, name }]))
}
interface Told {
  readonly rule: { readonly catalogueId: string }
  readonly status: string
}
const short = (changes: readonly Told[]) => changes.map(({ rule, status }) => `${rule.catalogueId} ${status}`)

describe('relatives', () => {
  test('a wife may not be placed in the bureau her husband heads: who, which tie and which posts are told', async () => {
    const told = await outcome([{ person: 'LN', from: 'PB1', to: 'PA2' }])
    expect(told.verdict).toBe('FORBIDDEN')
    expect(told.begins).toEqual([
      {
        rule: { catalogueId: 'EX-spouses', effect: 'MUST_NOT' },
        status: 'ACTIVE',
        subject: expect.stringMatching(/^(?=.*王雷（WL）审计局局长)(?=.*李娜（LN）财务科科长)/),
        subjects: [{ id: expect.stringMatching(/^Person:/) }, { id: expect.stringMatching(/^Person:/) }],
        explanation: { text: expect.stringMatching(/李娜（LN）是王雷（WL）的妻子.*在审计局.*第七十四条.*2026-12-01/) },
      },
    ])
  })

  test('where the law says 一般不 the move is reserved', async () => {
    const told = await outcome([{ person: 'WY', from: 'PB2', to: 'PA2' }])
    expect([told.verdict, short(told.begins)]).toEqual(['RESERVED', ['EX-siblings ACTIVE']])
  })

  test('a mere warning is told and leaves the move allowed', async () => {
    const told = await outcome([{ person: 'WY', from: 'PB2', to: 'PB3' }])
    expect([told.verdict, short(told.begins)]).toEqual(['ALLOWED', ['EX-in-laws ACTIVE']])
  })

  test('a tie nobody has verified leaves it undetermined', async () => {
    const told = await outcome([{ person: 'ZM', from: 'PC1', to: 'PA2' }])
    expect([told.verdict, short(told.begins)]).toEqual(['UNDETERMINED', ['EX-siblings UNDETERMINED']])
  })

  test('when the husband leaves in the same plan nothing stands in the way of the wife', async () => {
    const told = await outcome([
      { person: 'LN', from: 'PB1', to: 'PA2' },
      { person: 'WL', from: 'PA' },
    ])
    expect([told.verdict, short(told.begins)]).toEqual(['ALLOWED', []])
  })

  test('when he leaves a day later than she comes, it is forbidden for that one day', async () => {
    const query = `query ($moves: [MoveInput!]!) { checkMoves(moves: $moves) { verdict begins { since until } } }`
    const moves = [
      { person: 'LN', from: 'PB1', to: 'PA2', on },
      { person: 'WL', from: 'PA', on: '2026-12-02' },
    ]
    const { data } = await graphqlOn(db).ask(query, { moves })
    expect(data.checkMoves).toEqual({ verdict: 'FORBIDDEN', begins: [{ since: on, until: '2026-12-02' }] })
  })

  test('two relatives who meet only because both move are found, and found once', async () => {
    const told = await outcome([
      { person: 'WL', from: 'PA', to: 'PT4' },
      { person: 'WY', from: 'PB2', to: 'PG1' },
    ])
    expect([told.verdict, short(told.begins)]).toEqual(['RESERVED', ['EX-siblings ACTIVE']])
    expect(told.begins[0].subjects).toHaveLength(2)
  })

  test('a conflict that stands ends when one of the two moves away', async () => {
    const told = await outcome([{ person: 'WY', from: 'PB2', to: 'PC1' }])
    expect(short(told.ends)).toEqual(['EX-in-laws ACTIVE'])
    expect(told.ends[0].subjects).toHaveLength(2)
  })
})

describe('whoever leaves a post and comes back to it by the same plan', () => {
  test('ends what stood there and begins it anew', async () => {
    const there = { person: 'WY', from: 'PB2', to: 'PC1' }
    const back = { person: 'WY', from: 'PC1', to: 'PB2', on: '2027-02-01' }
    const told = await outcome([there, back])
    const inLaws = (changes: readonly Told[]) => short(changes).filter((each) => each === 'EX-in-laws ACTIVE')
    expect([inLaws(told.begins), inLaws(told.ends)]).toEqual([['EX-in-laws ACTIVE'], ['EX-in-laws ACTIVE']])
    const gone = await outcome([there])
    expect([inLaws(gone.begins), inLaws(gone.ends)]).toEqual([[], ['EX-in-laws ACTIVE']])
  })
})

describe('the verdict is itself a disclosure', () => {
  test('without the right to family data: same verdict, same rule, and nothing of the relative anywhere', async () => {
    const known = await codes()
    const moves = [{ person: 'LN', from: 'PB1', to: 'PA2' }]
    const [open, veiled] = [await outcome(moves), await outcome(moves, 'outsider')]
    const { id = '', name = '' } = known.get('WL') ?? {}
    const [whole, rest] = [JSON.stringify(open), JSON.stringify(veiled)]
    for (const trace of [id, name, 'WL', '审计局局长', '配偶']) expect(rest).not.toContain(trace)
    for (const trace of [id, name, '（WL）', '审计局局长']) expect(whole).toContain(trace)
    const shape = ({ verdict, begins, ends }: typeof open) => {
      const ruled = (list: typeof begins) =>
        list.map(({ rule, status }: { rule: object; status: string }) => [rule, status])
      return [verdict, ruled(begins), ruled(ends)]
    }
    expect(shape(veiled)).toEqual(shape(open))
    expect(veiled.begins[0].subjects).toEqual([{ id: expect.stringContaining(known.get('LN')?.id ?? '?') }])
  })

  test('of two relatives who both move only the one named first is told of', async () => {
    const veiled = await outcome(
      [
        { person: 'WL', from: 'PA', to: 'PT4' },
        { person: 'WY', from: 'PB2', to: 'PG1' },
      ],
      'outsider',
    )
    const text = JSON.stringify(veiled.begins)
    expect(text).toContain('王雷（WL）')
    expect(text).not.toContain('王雨')
  })
})
