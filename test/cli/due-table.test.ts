import { describe, expect, test } from 'vitest'
import { widthOf } from '../../cli/columns.ts'
import type { DueEntry } from '../../cli/due-list.ts'
import { dueTable } from '../../cli/due-table.ts'
import { dueLine as line, dueList as list } from './due-list.ts'

/** Where a text begins in each line that has it, in columns of the terminal. */
const columnsOf = (table: string, pattern: RegExp): ReadonlySet<number> =>
  new Set(
    table.split('\n').flatMap((row) => {
      const found = pattern.exec(row)
      return found === null ? [] : [widthOf(row.slice(0, found.index))]
    }),
  )

const long: Partial<DueEntry> = {
  ...{ name: '阿依古丽·买买提', code: 'LH00123', organs: '漯河市人力资源和社会保障局' },
  titles: '机关事业单位养老保险和社会保险基金监督科副科长、专业技术人员管理科副科长',
}

describe('the register in a terminal', () => {
  test('keeps its columns straight although Chinese characters are two wide', () => {
    const table = dueTable({ ...list, lines: [...list.lines, line(long)] })
    expect(columnsOf(table, /(?:应办|待定|暂缓)(?= {2}20)|状态/).size).toBe(1)
    expect(columnsOf(table, /2026-11-22$|起始日/).size).toBe(1)
  })

  test.each([80, 72, 100])('fits %i columns: the post goes on below itself, dates stay in their column', (room) => {
    const lines = [line({}), line(long), line({ code: 'A2', dueBy: '2027-01-01' })]
    const table = dueTable({ ...list, lines }, room)
    expect(Math.max(...table.split('\n').map(widthOf))).toBeLessThanOrEqual(room)
    expect(columnsOf(table, /应办(?= {2}20)|状态/).size).toBe(1)
    expect(columnsOf(table, /漯河市[财人]|机关事业|单位、/).size).toBe(1)
    expect(columnsOf(table, /2027-01-01|办理期限/).size).toBe(1)
    expect(table.replaceAll(/\s/g, '')).toContain('专业技术人员管理科副科长')
  })

  test('into a file or another program, each finding is one line', () => {
    const rows = dueTable({ ...list, lines: [line(long)] }).split('\n')
    expect(rows.filter((row) => row.includes('LH00123'))).toEqual([expect.stringContaining(`${long.titles}  应办`)])
  })

  test('puts findings under the rule that binds, the strictest rule first', () => {
    const shall = { rule: 'national/zr-10a', catalogueId: 'ZR-10a', effect: 'SHALL' } as const
    const laws: DueEntry['laws'] = [{ catalogueId: 'ZR-10a', title: '内设机构满十年', source: '《规定》' }]
    const rows = dueTable({ ...list, lines: [...list.lines, line({ ...shall, laws })] }).split('\n')
    expect(rows.filter((row) => row.startsWith('■'))).toEqual([
      '■ 必须　LH-M1 同一职位满十年　3 人',
      '■ 应当　ZR-10a 内设机构满十年　1 人',
    ])
  })

  test('has a column for deadlines only where there is one', () => {
    expect(dueTable(list)).not.toContain('办理期限')
    expect(dueTable({ ...list, lines: [line({ dueBy: '2027-01-01' })] })).toMatch(
      /办理期限[\s\S]*2026-11-22 +2027-01-01/,
    )
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
