import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importRoster } from '../../acts/roster/import-roster.ts'
import { pathSource } from '../../acts/roster/reading/path-source.ts'
import { bureau, csv, openOffice } from './office.ts'
import { pack } from './pack.ts'
import { scratchFolder } from './scratch-folder.ts'
import { tabsOf, workbookOf } from './workbook.ts'

const scratch = scratchFolder()
let office: Awaited<ReturnType<typeof openOffice>>
beforeAll(async () => {
  office = await openOffice()
})
afterAll(async () => {
  await office.close()
  scratch.remove()
})

const importAt = async (path: string) => {
  const source = await pathSource(path)
  if (source === null) throw new Error(`no roster at ${path}`)
  return importRoster(office.db, source, { at: '411100', by: 'test', on: '2026-11-22' })
}

const peopleStored = async () => {
  const [row] = await office.query((tx) => tx.execute<{ n: number }>(sql`select count(*)::int as n from person`))
  return row?.n
}

const files = Object.entries(bureau).map(([sheet, lines]) => ({ name: `${sheet}.csv`, content: csv(lines) }))

describe('a roster is the same roster', () => {
  test('nothing is written of an archive that would unpack to more than is allowed', async () => {
    const zip = pack([...files, { name: 'dossier.csv', content: new Uint8Array(8 * 1024 ** 2) }])
    const { accepted, problems } = await importAt(scratch.put('bomb.zip', zip))
    expect([accepted, problems.map(({ code }) => code)]).toEqual([false, ['TOO_LARGE']])
    expect(await peopleStored()).toBe(0)
  })

  test('as a folder of CSV files, as a .zip of them and as a workbook: what comes second changes nothing', async () => {
    const folder = join(scratch.folder, '名册')
    mkdirSync(folder)
    for (const { name, content } of files) scratch.put(`名册/${name}`, content)
    const first = await importAt(folder)
    expect([first.accepted, first.problems]).toEqual([true, []])
    expect(first.counts).toMatchObject({ people: 3, peopleNew: 3, careersChanged: 3 })
    const others = [scratch.put('名册.zip', pack(files)), scratch.put('名册.XLSX', workbookOf(tabsOf(bureau)))]
    for (const path of others) {
      const again = await importAt(path)
      expect([again.accepted, again.problems, again.warnings]).toEqual([true, [], first.warnings])
      expect(again.counts).toMatchObject({
        people: 3,
        peopleNew: 0,
        peopleChanged: 0,
        organisationChanged: 0,
        judged: 0,
      })
    }
  })

  test('and nothing else is one', async () => {
    expect(await pathSource(scratch.put('名册.xls', 'old'))).toBeNull()
    expect(await pathSource(join(scratch.folder, 'nowhere'))).toBeNull()
  })
})
