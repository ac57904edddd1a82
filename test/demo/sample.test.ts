import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { readRoster } from '../../acts/roster/reading/read-roster.ts'
import { workbookSource } from '../../acts/roster/reading/workbook/workbook-source.ts'
import { sampleFont, sampleSheets } from '../../demo/sample/sheets.ts'
import { scratchFolder } from '../roster/scratch-folder.ts'
import { filesInZip } from '../support/zip.ts'

const committed = 'demo/sample/roster.xlsx'
const saved = 'test/demo/sample-saved-by-libreoffice.xlsx'
const scratch = scratchFolder()
afterAll(scratch.remove)

const read = (path: string) => readRoster(workbookSource(path))
const parts = (path: string) =>
  [...filesInZip(readFileSync(path))].filter(([name]) => name.startsWith('xl/')).sort(([a], [b]) => (a < b ? -1 : 1))

describe('the sample roster', () => {
  test('is what its script makes, cell for cell and style for style (`npm run sample` makes it anew)', async () => {
    const made = scratch.put('made.xlsx', await writeExcelFile(sampleSheets(), sampleFont).toBuffer())
    expect(parts(committed).length).toBeGreaterThan(8)
    expect(parts(committed)).toEqual(parts(made))
  })

  test('reads without a problem or a warning: titles, headings over two rows, Chinese words', async () => {
    const { drafts, problems, warnings } = await read(committed)
    expect({ problems, warnings }).toEqual({ problems: [], warnings: [] })
    const counts = Object.entries(drafts).map(([sheet, rows]) => [sheet, rows.length])
    expect(Object.fromEntries(counts)).toMatchObject({ units: 10, posts: 19, people: 16, states: 3, kin: 3 })
  })

  test('tells days as exactly as they are known, however they are typed', async () => {
    const { drafts } = await read(committed)
    const births = drafts.people.map(({ values }) => [values.code, values.birth?.text])
    expect(births).toEqual(
      expect.arrayContaining([
        ['SL001', '1974-06'],
        ['SL002', '1978-11-03'],
        ['SL004', '1983-10'],
        ['SL006', '1989-05'],
        ['SL009', '1982'],
      ]),
    )
    expect(drafts.assignments.map(({ values }) => values.from?.text)).toContain('?')
  })

  test('says the same once a spreadsheet application has opened and saved it', async () => {
    const [ours, theirs] = [await read(committed), await read(saved)]
    expect(filesInZip(readFileSync(saved)).get('docProps/app.xml')).toContain('LibreOffice')
    expect(theirs).toEqual(ours)
  })
})
