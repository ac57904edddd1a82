import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type RosterReading, readRoster } from '../../acts/roster/reading/read-roster.ts'
import { type RosterSource, textSource } from '../../acts/roster/reading/source.ts'
import { workbookSource } from '../../acts/roster/reading/workbook/workbook-source.ts'
import type { RosterReport } from '../../acts/roster/report/report.ts'
import { reportSheet } from '../../acts/roster/report/report-words.ts'
import { writeReportWorkbook } from '../../acts/roster/report/report-workbook.ts'
import { filesInZip } from '../support/zip.ts'
import { scratchFolder } from './scratch-folder.ts'
import { type Tab, workbookOf } from './workbook.ts'

const scratch = scratchFolder()
afterAll(scratch.remove)

const reportOn = ({ problems, warnings }: RosterReading): RosterReport => ({
  ...{ accepted: false, check: false, at: '411100', on: '2026-11-22', problems, warnings },
  counts: {
    ...{
      people: 0,
      peopleNew: 0,
      peopleChanged: 0,
      ...{ personalChanged: 0, careersChanged: 0, statesChanged: 0, dossiersChanged: 0, kinChanged: 0 },
      organisationChanged: 0,
    },
    ...{ judged: 0, becomeDue: 0, ceaseDue: 0 },
  },
})

let made = 0
/** Reads a roster, writes the report on it, and opens that. */
const reported = async (source: () => RosterSource) => {
  const path = join(scratch.folder, `report-${made++}.xlsx`)
  const reading = await readRoster(source())
  await writeReportWorkbook(source(), reportOn(reading), path)
  const tables = new Map<string, readonly (readonly string[])[]>()
  for await (const part of workbookSource(path)) if ('table' in part) tables.set(part.name, part.table.rows)
  return { reading, path, tables, xml: [...filesInZip(readFileSync(path)).values()].join('\n') }
}

const bad: readonly Tab[] = [
  {
    name: '人员',
    rows: [
      ['漯河市人员名册'],
      ['人员编号', '姓名', '性别', '出生年月', '备注'],
      ['P1', '张三', '男', { n: 2003.1 }, '甲'],
      ['P2', '', '男', '1970.03'],
    ],
    merges: ['A1:E1'],
  },
  {
    name: '任职',
    rows: [
      ['人员编号', '职位代码', '任职时间', '', '任职方式'],
      ['', '', '起', '止'],
      ['P1', 'Z1', '2003.07', '2012.05', '正式'],
      ['', 'Z2', { n: 41_045, format: 'yyyy-mm-dd' }, '', '兼认'],
    ],
    merges: ['A1:A2', 'B1:B2', 'C1:D1', 'E1:E2', 'A3:A4'],
  },
  { name: '说明', rows: [['请如实填写']] },
  { name: '亲属', rows: [] },
]

describe('the report as a workbook', () => {
  test('has the sheets as they were given, and beside each bad row the reason and the remedy', async () => {
    const { tables, xml } = await reported(() => workbookSource(scratch.put('bad.xlsx', workbookOf(bad))))
    expect([...tables.keys()]).toEqual([reportSheet, '人员', '任职', '说明', '亲属'])
    const [title, , first = [], second = []] = tables.get('人员') ?? []
    expect(title).toEqual(['漯河市人员名册'])
    expect(first.slice(0, 5)).toEqual(['P1', '张三', '男', '2003.1', '甲'])
    expect(first[5]).toContain('1 月还是 10 月')
    expect(first[6]).toContain('`2003-10`')
    expect(second[5]).toContain('姓名：必填')
    expect(tables.get('任职')?.[3]?.slice(0, 3)).toEqual(['P1', 'Z2', '2012-05-16'])
    expect(tables.get(reportSheet)?.map((row) => row[9])).toEqual(
      expect.arrayContaining(['BAD_DATE', 'REQUIRED_MISSING', 'UNKNOWN_WORD', 'UNKNOWN_COLUMN', 'UNKNOWN_FILE']),
    )
    expect(xml).toMatch(/FFC7CE/)
  })

  test('marks the bad cell and no other, blank ones too', async () => {
    const { path } = await reported(() => workbookSource(scratch.put('bad.xlsx', workbookOf(bad))))
    const sheet = filesInZip(readFileSync(path)).get('xl/worksheets/sheet2.xml') ?? ''
    const styleOf = (at: string) => new RegExp(`<c r="${at}"[^>]*?s="(\\d+)"`).exec(sheet)?.[1]
    const red = styleOf('D3')
    expect(red).toBeDefined()
    expect(['A3', 'B3', 'C3', 'E3', 'B4'].map((at) => styleOf(at) === red)).toEqual([false, false, false, false, true])
  })

  test('handed in again says the same of the same cells, and a report on it is the same report', async () => {
    const given = await reported(() => workbookSource(scratch.put('bad.xlsx', workbookOf(bad))))
    const again = await reported(() => workbookSource(given.path))
    expect(again.reading.problems).toEqual(given.reading.problems)
    expect(again.reading.warnings).toEqual(given.reading.warnings)
    expect(given.reading.problems).toHaveLength(3)
    expect(again.tables).toEqual(given.tables)
  })

  test('of CSV files names its sheets so that it can be handed in, and holds no formula', async () => {
    const people = 'code,name,sex,birth,retirement_limit\nP1,"=HYPERLINK(""x"")",M,1970,-1\nP2,+86,X,1980,,extra\n'
    const { reading, path, xml, tables } = await reported(() => textSource({ people, 'odd:name?': 'a\n' }))
    expect([...tables.keys()]).toEqual([reportSheet, 'people', 'odd_name_'])
    expect(xml).not.toMatch(/<f>/)
    expect(xml).toContain("'=HYPERLINK")
    expect(xml).toContain("'+86")
    const { drafts, problems } = await readRoster(workbookSource(path))
    expect(drafts.people.map(({ values }) => values)).toEqual(reading.drafts.people.map(({ values }) => values))
    expect(problems.map(({ row, value, code }) => [row, value, code])).toEqual([
      [3, 'extra', 'NO_HEADING'],
      [3, 'X', 'UNKNOWN_WORD'],
    ])
  })

  test('of a file that cannot be read is the list alone', async () => {
    const { tables } = await reported(() => workbookSource(scratch.put('none.xlsx', 'hello')))
    expect([...tables].map(([name, rows]) => [name, rows[1]?.[9]])).toEqual([[reportSheet, 'BAD_ARCHIVE']])
  })
})
