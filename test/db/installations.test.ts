import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { installationsAt, shadowInstallation } from '../../db/facts.ts'
import { endInstallation, installationsOf } from '../../db/queries/evaluation-policy.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { exampleCity } from '../support/example-policy.ts'
import { clock, putRow } from '../support/replayed.ts'
import { tenurePolicy } from '../support/tenure-policy.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh.close())

const write = <T>(work: (tx: Tx) => Promise<T>) => transaction(fresh.db, { mode: 'write' }, work)
/** Versions at work of one plugin, each with its end. */
const atWork = (id: string, knownAt: string | null = null) =>
  transaction(fresh.db, { mode: 'read' }, async (tx) =>
    (await installationsAt(tx, knownAt))
      .filter(({ plugin }) => plugin.id === id)
      .map(({ plugin, effectiveTo }) => `${plugin.version} ${effectiveTo ?? ''}`),
  )

let count = 0
/** Measures that no other test has. */
const measuresOf = (years: number, id?: string) => {
  count += id === undefined ? 1 : 0
  return tenurePolicy(years, `${years}.0.0`, { id: id ?? `measures-${count}` })
}

const proposed = { proposedBy: 'a', approvedBy: null, state: 'proposed' } as const
const approved = { proposedBy: 'a', approvedBy: 'b' } as const

describe('what counts of the policies on file', () => {
  test.each([
    ['a proposal counts for no day', proposed, []],
    ['one that was approved counts', { ...approved, state: 'active' }, ['10.0.0 ']],
    ['one that the operator installed himself counts', { state: 'active' }, ['10.0.0 ']],
    [
      'one superseded from a later day counts until it',
      { ...approved, state: 'superseded', effectiveTo: '2020-01-01' },
      ['10.0.0 2020-01-01'],
    ],
    [
      'one suspended counts for the days before',
      { ...approved, state: 'suspended', effectiveTo: '2020-01-01' },
      ['10.0.0 2020-01-01'],
    ],
    [
      'one withdrawn from its first day counts for none',
      { ...approved, state: 'withdrawn', effectiveTo: '2010-01-01' },
      [],
    ],
    [
      'a proposal that was withdrawn never counted, whatever its days',
      { ...proposed, state: 'withdrawn', effectiveTo: '2020-01-01' },
      [],
    ],
    ['one in shadow never reaches those who judge', { ...approved, state: 'active', mode: 'shadow' }, []],
  ] as const)('%s', async (_sentence, row, expected) => {
    const document = measuresOf(10)
    await putRow(fresh.db, document, { effectiveFrom: '2010-01-01', ...row })
    expect(await atWork(document.id)).toEqual(expected)
  })

  test('only one at work in shadow is judged beside the rest', async () => {
    const found = async (row: Parameters<typeof putRow>[2]) => {
      const id = await putRow(fresh.db, measuresOf(10), row)
      return transaction(fresh.db, { mode: 'read' }, (tx) => shadowInstallation(tx, id))
    }
    expect((await found({ ...approved, mode: 'shadow' }))?.plugin.version).toBe('10.0.0')
    const ending = (state: 'withdrawn' | 'superseded', effectiveTo: string) =>
      found({ ...approved, mode: 'shadow', state, effectiveTo })
    expect((await ending('withdrawn', '2190-01-01'))?.effectiveTo).toBe('2190-01-01')
    expect((await ending('superseded', '2190-01-01'))?.effectiveTo).toBe('2190-01-01')
    expect(await ending('withdrawn', '2021-01-01')).toBeNull()
    expect(await found({ ...proposed, mode: 'shadow' })).toBeNull()
    expect(await found(approved)).toBeNull()
  })
})

test('each step is known from the moment it was recorded, and the steps before it stay as they were', async () => {
  const document = measuresOf(10)
  const moments = [await clock(fresh.db)]
  await putRow(fresh.db, document, approved)
  moments.push(await clock(fresh.db))
  await write(async (tx) => {
    const [row] = await installationsOf(tx, exampleCity, document.id)
    if (row !== undefined) await endInstallation(tx, row, '2021-01-01', 'superseded')
  })
  await putRow(fresh.db, measuresOf(6, document.id), { ...approved, sequence: 10, effectiveFrom: '2021-01-01' })
  moments.push(await clock(fresh.db))
  const known = []
  for (const moment of moments) known.push(await atWork(document.id, moment))
  expect(known).toEqual([[], ['10.0.0 '], ['10.0.0 2021-01-01', '6.0.0 ']])
  expect(await atWork(document.id)).toEqual(known.at(-1))
})
