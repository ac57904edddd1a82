import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPreview } from '../../../acts/previews/start-preview.ts'
import { KnownProblem, PolicyProblem, ValidationProblem } from '../../../acts/problem.ts'
import { keepDocument } from '../../../db/queries/evaluation-policy.ts'
import { transaction } from '../../../db/transaction.ts'
import { luohe } from '../../../plugins/luohe/plugin.ts'
import { digestOf } from '../../../policy/index.ts'
import { type FreshDatabase, freshDatabase } from '../../support/database.ts'
import { everythingStored } from '../../support/everything-stored.ts'
import { tenurePolicy } from '../../support/tenure-policy.ts'

const city = '411100'
const measures = tenurePolicy(10)
let fresh: FreshDatabase

beforeAll(async () => {
  fresh = await freshDatabase()
  await transaction(fresh.db, { mode: 'write' }, async (tx) => {
    for (const document of [measures, luohe]) await keepDocument(tx, digestOf(document), document)
  })
})
afterAll(() => fresh.close())

const sound = { jurisdiction: city, plugin: digestOf(measures), effectiveFrom: '2020-01-01', idempotencyKey: 'k' }
const stored = () => transaction(fresh.db, { mode: 'write' }, everythingStored)

test.each([
  ['a digest nobody uploaded', { plugin: 'f'.repeat(64) }, ValidationProblem, 'plugin'],
  ['a digest that is none', { plugin: 'x' }, ValidationProblem, 'plugin'],
  ['no day of the calendar', { effectiveFrom: '2020-02-30' }, ValidationProblem, 'effectiveFrom'],
  ['a day in words', { effectiveFrom: 'tomorrow' }, ValidationProblem, 'effectiveFrom'],
  ['no year ahead', { horizon: 0 }, ValidationProblem, 'horizon'],
  ['more years than a career', { horizon: 41 }, ValidationProblem, 'horizon'],
  ['half a year', { horizon: 0.5 }, ValidationProblem, 'horizon'],
  ['a county for measures of a municipality', { jurisdiction: '411121' }, PolicyProblem, 'level'],
  ['another municipality than its own', { jurisdiction: '360400' }, PolicyProblem, 'jurisdiction'],
  ['no place at all', { jurisdiction: '999999' }, PolicyProblem, 'jurisdiction'],
  ['a day before it was law', { effectiveFrom: '1999-12-31' }, PolicyProblem, 'effectiveFrom'],
  [
    'rules of a superior that is not installed',
    { plugin: digestOf(luohe), effectiveFrom: '2022-01-01' },
    PolicyProblem,
    'rules',
  ],
  ['an empty key', { idempotencyKey: ' ' }, ValidationProblem, 'idempotencyKey'],
])('%s is refused with place and remedy, and nothing is written', async (_, wrong, problem, place) => {
  const before = await stored()
  const answer = await startPreview(fresh.db, 'author', { ...sound, ...wrong })
  expect(answer).toBeInstanceOf(problem)
  if (!(answer instanceof KnownProblem)) throw new Error('It was not refused.')
  expect(answer.path).toContain(place)
  expect(answer.remedy.zh).not.toBe('')
  expect(await stored()).toEqual(before)
})

test('the same request gets the same preview, another one under its key is refused', async () => {
  const [first, again] = [
    await startPreview(fresh.db, 'author', sound),
    await startPreview(fresh.db, 'author', { ...sound }),
  ]
  expect(first).not.toBeInstanceOf(KnownProblem)
  expect(again).toEqual(first)
  const other = await startPreview(fresh.db, 'author', { ...sound, horizon: 6 })
  expect(other).toMatchObject({ code: 'IDEMPOTENCY_REUSED' })
  expect(await startPreview(fresh.db, 'someone else', sound)).not.toEqual(first)
})
