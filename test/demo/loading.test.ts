import { expect, test } from 'vitest'
import { installPlugin } from '../../acts/install-plugin.ts'
import { printedDocument } from '../../demo/documents.ts'
import { wantsDemo } from '../../demo/wants-demo.ts'
import { plugins } from '../../plugins/index.ts'
import { freshDatabase } from '../support/database.ts'

const national = plugins.find(({ id }) => id === 'national')
const document = async (id: string): Promise<unknown> => plugins.find((plugin) => plugin.id === id)

test('made-up people never come where an office has begun its own work', async () => {
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
