import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { harmless } from '../../acts/harmless.ts'
import type { DueEntry } from '../../cli/due-list.ts'
import { dueTable } from '../../cli/due-table.ts'
import { writeDueWorkbook } from '../../cli/due-workbook.ts'
import { filesInZip } from '../support/zip.ts'

const line = (more: Partial<DueEntry>): DueEntry => ({
  ...{ finding: 'f', authority: '411100', code: 'A1', name: '=1+1', organs: '漯河市财政局', titles: '预算科科长' },
  ...{ rule: 'luohe/m1', catalogueId: 'LH-M1', effect: 'MUST', status: 'ACTIVE', since: '2026-11-22', dueBy: null },
  ...{ statusFrom: '2026-11-22', statusTo: null, exemptions: [], restates: [], waivedBy: [] },
  laws: [{ catalogueId: 'LH-M1', title: '同一职位满十年', source: '《意见》' }],
  ...more,
})
const reason = { catalogueId: 'LH-X4', title: '正在接受审查', source: '《意见》第四条' }
const list = {
  at: { code: '411100', name: '漯河市' },
  on: '2026-11-22',
  governed: true,
  rostered: true,
  below: false,
  lines: [
    line({}),
    line({ name: '王待定', code: 'A2', status: 'UNDETERMINED' }),
    line({ name: '李暂缓', code: 'A3', status: 'DEFERRED', statusTo: '2027-01-01', waivedBy: [reason] }),
  ],
}

describe('the workbook an office files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cadre-workbook-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  test('holds the two lists: who is to be moved, and who waits and why', async () => {
    const path = join(folder, 'due.xlsx')
    await writeDueWorkbook(list, path)
    const files = filesInZip(readFileSync(path))
    const texts = [...files.values()].join('\n')
    expect(files.get('xl/workbook.xml')).toMatch(/应交流名册.*暂缓清单/s)
    expect(texts).toContain('王待定')
    expect(texts).toContain('正在接受审查')
    expect(texts).not.toMatch(/<f>/)
    expect(texts).toContain("<t>'=1+1</t>")
  })

  test('says in its first row that a day without a policy finds nobody', async () => {
    const path = join(folder, 'silent.xlsx')
    await writeDueWorkbook({ ...list, governed: false, lines: [] }, path)
    const files = filesInZip(readFileSync(path))
    const texts = (files.get('xl/sharedStrings.xml') ?? '').match(/<si>.*?<\/si>/gs)
    expect(texts?.[0]).toContain('没有适用的政策')
    for (const sheet of ['sheet1', 'sheet2'])
      expect(files.get(`xl/worksheets/${sheet}.xml`)).toMatch(/<row r="1"><c r="A1" t="s"><v>0<\/v><\/c><\/row>/)
  })

  test.each(['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)'])('a text like %s is no formula', (text) => {
    expect(harmless(text)).toBe(`'${text}`)
    expect(harmless(`王${text}`)).toBe(`王${text}`)
  })
})

describe('the table in a terminal', () => {
  const widthOf = (text: string) => [...text].reduce((sum, each) => sum + (/[⺀-鿿＀-￯]/.test(each) ? 2 : 1), 0)

  test('keeps its columns straight although Chinese characters are two wide', () => {
    const rows = dueTable(list)
      .split('\n')
      .filter((row) => row.startsWith('│'))
    expect(rows.length).toBe(4)
    expect(new Set(rows.map(widthOf)).size).toBe(1)
  })

  test('days without a policy are not days on which nobody is due', () => {
    expect(dueTable({ ...list, governed: false, lines: [] })).toContain('没有适用的政策')
    expect(dueTable({ ...list, lines: [] })).toContain('无人应办')
  })

  test('a place whose roster was never handed in is no place where nobody is due', () => {
    expect(dueTable({ ...list, rostered: false, lines: [] })).toMatch(/^漯河市.*本级尚无名册/)
  })

  test('counts people, not lines', () => {
    const twice = { ...list, lines: [...list.lines, line({ rule: 'national/zr-10a', catalogueId: 'ZR-10a' })] }
    expect(dueTable(twice)).toContain('共 3 人、4 项')
  })
})
