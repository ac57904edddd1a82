import { afterAll, beforeAll, expect, test } from 'vitest'
import { installPlugin } from '../../acts/install-plugin.ts'
import { printedDocument } from '../../demo/documents.ts'
import { loadDemo } from '../../demo/load.ts'
import { wantsDemo } from '../../demo/wants-demo.ts'
import { plugins } from '../../plugins/index.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'

const national = plugins.find(({ id }) => id === 'national')
const document = async (id: string): Promise<unknown> => plugins.find((plugin) => plugin.id === id)

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh?.close())

test('made-up people come into an empty database, and into one where their coming was interrupted; never a second time', async () => {
  expect(await wantsDemo(fresh.db)).toBe(true)
  await installPlugin(fresh.db, { document: national, by: 'demo' })
  expect(await wantsDemo(fresh.db)).toBe(true)
  await loadDemo(fresh.db, { size: 40, document })
  expect(await wantsDemo(fresh.db)).toBe(false)
})

test('they never come where an office has begun its own work', async () => {
  const other = await freshDatabase()
  try {
    await installPlugin(other.db, { document: national, by: 'office' })
    expect(await wantsDemo(other.db)).toBe(false)
  } finally {
    await other.close()
  }
})

test('the documents are those anyone would receive: the printed JSON', async () => {
  expect(await printedDocument('luohe')).toEqual(JSON.parse(JSON.stringify(await document('luohe'))))
})
