import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { harmless } from '../../acts/harmless.ts'
import { writeDueWorkbook } from '../../cli/due-workbook.ts'
import { filesInZip } from '../support/zip.ts'
import { dueList as list } from './due-list.ts'

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
