import { afterAll, describe, expect, test } from 'vitest'
import { readRoster } from '../../acts/roster/reading/read-roster.ts'
import { workbookSource } from '../../acts/roster/reading/workbook/workbook-source.ts'
import { told } from './office.ts'
import { pack } from './pack.ts'
import { scratchFolder } from './scratch-folder.ts'
import { type Cell, type Tab, workbookOf } from './workbook.ts'

const scratch = scratchFolder()
afterAll(scratch.remove)

let made = 0
const read = (tabs: readonly Tab[], how = {}) =>
  readRoster(workbookSource(scratch.put(`${made++}.xlsx`, workbookOf(tabs, how))))

const heading = ['code', 'name', 'sex', 'birth']
/** A roster of one person born as this cell says. */
const born = async (cell: Cell, how = {}) => {
  const { drafts, problems } = await read([{ name: 'people', rows: [heading, ['P1', '张三', 'M', cell]] }], how)
  return { kept: drafts.people[0]?.values.birth?.text ?? null, problems }
}

describe('a day in a workbook is kept as it is shown', () => {
  test.each<[string, Cell, string]>([
    ['a date cell', { n: 25_569, format: 'yyyy-mm-dd' }, '1970-01-01'],
    ['a date cell with a time', { n: 41_699.75, format: 'yyyy/m/d h:mm' }, '2014-03-01'],
    ['a date cell in Chinese', { n: 41_699, format: '[$-804]yyyy"年"m"月"d"日";@' }, '2014-03-01'],
    ['a date cell in Chinese figures', { n: 41_699, format: '[DBNum1][$-804]yyyy"年"m"月"d"日"' }, '2014-03-01'],
    ['a date cell that shows only its month', { n: 41_699, format: 'yyyy"年"m"月"' }, '2014-03'],
    ['a date cell that shows only its year', { n: 41_699, format: 'yyyy' }, '2014'],
    ['the last day before the one that never was', { n: 59, format: 'yyyy-mm-dd' }, '1900-02-28'],
    ['the first day after it', { n: 61, format: 'yyyy-mm-dd' }, '1900-03-01'],
    ['a day in the newer way of writing', { xml: '<c r="@" t="d"><v>2014-03-01T00:00:00</v></c>' }, '2014-03-01'],
    ['a date cell as LibreOffice writes its format', { n: 41_699, format: 'yyyy\\-mm\\-dd;@' }, '2014-03-01'],
    ['a year', { n: 2014 }, '2014'],
    ['a number 2014.03', { n: 2014.03 }, '2014-03'],
    ['a number 2014.03 as computers add', { n: '2014.0299999999999' }, '2014-03'],
    ['a number 2003.1 shown as 2003.10', { n: 2003.1, format: '0.00_ ' }, '2003-10'],
    ['a number 2003.12', { n: 2003.12 }, '2003-12'],
    ['a text', '2003.10', '2003-10'],
    ['a number stored as a text', { xml: '<c r="@" t="str"><f>A1</f><v>2003.07</v></c>' }, '2003-07'],
  ])('%s', async (_, cell, kept) => {
    expect(await born(cell)).toEqual({ kept, problems: [] })
  })

  test('days count from 1904 where the workbook says so', async () => {
    expect(await born({ n: 0, format: 'yyyy-mm-dd' }, { from1904: true })).toEqual({ kept: '1904-01-01', problems: [] })
  })
})

describe('a cell is refused when nobody can tell what is meant', () => {
  test.each<[string, Cell, string, string, string]>([
    ['2003.1 is January or October', { n: 2003.1 }, 'BAD_DATE', '2003.1', '`2003-10`'],
    ['a number shown rounded', { n: 2014.034, format: '0.00' }, 'BAD_CELL', '2014.034', '文本'],
    ['a number shown as a share', { n: 0.5, format: '0%' }, 'BAD_CELL', '0.5', '文本'],
    ['a day that never was', { n: 60, format: 'yyyy-mm-dd' }, 'BAD_CELL', '60', '文本'],
    ['a time of day', { n: 0.5, format: 'h:mm' }, 'BAD_CELL', '0.5', '文本'],
    ['a formula that failed', { xml: '<c r="@" t="e"><f>B9</f><v>#REF!</v></c>' }, 'BAD_CELL', '#REF!', '文本'],
    ['a formula never computed', { xml: '<c r="@"><f>TODAY()</f></c>' }, 'BAD_CELL', '?', '打开、保存'],
  ])('%s', async (_, cell, code, value, remedy) => {
    const { kept, problems } = await born(cell)
    expect(kept).toBeNull()
    expect(problems.map(told)).toEqual([{ file: 'people', row: 2, column: 'birth', value, code }])
    expect(problems[0]?.remedy.zh).toContain(remedy)
  })

  test('an identity number of which the spreadsheet has lost the last digits', async () => {
    const { problems } = await read([
      { name: '人员', rows: [heading, [{ n: '4.1110119900101E+17' }, '张三', 'M', '1990']] },
    ])
    expect(problems.map(({ row, column, code }) => [row, column, code])).toEqual([[2, 'code', 'BAD_CELL']])
    expect(problems[0]?.reason.en).toContain('15 digits')
  })
})

test('codes keep the zeros they are shown with, and truth values are words', async () => {
  const yes = { xml: '<c r="@" t="b"><v>1</v></c>' }
  const posts: Tab = {
    name: '职位',
    rows: [
      ['code', 'unit', 'title', 'leading'],
      [{ n: 7, format: '000' }, { n: 12 }, '科长', yes],
    ],
  }
  const { drafts, problems } = await read([posts])
  expect(problems).toEqual([])
  expect(drafts.posts[0]?.values).toMatchObject({ code: '007', unit: { code: '12' }, leading: true })
})

describe('the heading is found where offices put it', () => {
  test('under a title merged over the sheet, a subtitle and a blank row; rows keep the numbers of the spreadsheet', async () => {
    const { drafts, problems, warnings } = await read([
      {
        name: '人员',
        rows: [
          ['漯河市财政局人员名册'],
          [],
          ['填报日期：', '2026年11月'],
          ['人员编号', '姓名', '性 别', '出生\n年月'],
          ['P1', '张三', '男', '1970.03'],
          [],
          ['P2', '李四', '？', '1980'],
        ],
        merges: ['A1:D1', 'A2:D2'],
      },
    ])
    expect(drafts.people.map(({ row, values }) => [row, values.name])).toEqual([
      [5, '张三'],
      [7, '李四'],
    ])
    expect(problems.map(told)).toEqual([{ file: '人员', row: 7, column: 'sex', value: '？', code: 'UNKNOWN_WORD' }])
    expect(warnings).toEqual([])
  })

  const two = (below: readonly Cell[]): Tab => ({
    name: '任职',
    rows: [
      ['干部任职情况'],
      ['人员编号', '职位代码', '任职时间', '', '任职方式'],
      below,
      ['P1', 'Z1', '2003.07', '2012.05', '正式'],
    ],
    merges: ['A1:E1', 'C2:D2'],
  })

  test('in two rows, one heading merged over two', async () => {
    const tall = ['A2:A3', 'B2:B3', 'E2:E3']
    for (const merges of [[], tall]) {
      const tab = two(['', '', '起', '止'])
      const { drafts, problems, warnings } = await read([{ ...tab, merges: [...(tab.merges ?? []), ...merges] }])
      expect([...problems, ...warnings]).toEqual([])
      expect(drafts.assignments.map(({ values }) => [values.from?.text, values.to?.text])).toEqual([
        ['2003-07', '2012-05'],
      ])
    }
  })

  test('and one heading merged over two columns that both have content is refused', async () => {
    const { problems } = await read([two(['P2', 'Z1', '2012.05', '2015.06'])])
    expect(problems.map(told)).toEqual([{ file: '任职', row: 3, column: null, value: '2015.06', code: 'MERGED_CELLS' }])
  })

  test('a sheet in whose first ten rows no column is known is refused, with the headings it wants', async () => {
    const { problems, broken } = await read([
      {
        name: '人员',
        rows: [
          ['甲', '乙'],
          ['P1', '张三'],
        ],
      },
    ])
    expect(problems.map(told)).toEqual([{ file: '人员', row: 1, column: null, value: null, code: 'MISSING_COLUMN' }])
    expect(problems[0]?.remedy.zh).toContain('`人员编号`、`姓名`')
    expect(broken).toBe(true)
  })
})

describe('merged cells below the heading', () => {
  const heads = ['人员编号', '职位代码', '任职日期', '免职日期']

  test('say the same in every row they reach down to', async () => {
    const { drafts, problems } = await read([
      {
        name: '任职',
        rows: [heads, ['P1', 'Z1', '2003.07', '2012.05'], ['', 'Z2', '2012.05'], ['P2', 'Z3', '2010']],
        merges: ['A2:A3'],
      },
    ])
    expect(problems).toEqual([])
    expect(drafts.assignments.map(({ values }) => values.person?.code)).toEqual(['P1', 'P1', 'P2'])
  })

  test('are refused across columns, as is content that no heading names', async () => {
    const { problems } = await read([
      {
        name: '任职',
        rows: [heads, ['P1', 'Z1', '2003.07', '', '', '调走'], ['注：以上属实']],
        merges: ['C2:D2', 'A3:D3'],
      },
    ])
    expect(problems.map(({ row, value, code }) => [row, value, code])).toEqual(
      expect.arrayContaining([
        [2, '2003.07', 'MERGED_CELLS'],
        [3, '注：以上属实', 'MERGED_CELLS'],
        [2, '调走', 'NO_HEADING'],
      ]),
    )
  })
})

describe('the names of the sheets', () => {
  const people = [heading, ['P1', '张三', 'M', '1970']]

  test('may be the Chinese ones', async () => {
    const names = ['单位', '班子', '届次', '职位', '人员', '管理权限', '任职', '状态', '材料', '亲属']
    const { warnings, problems } = await read(names.map((name) => ({ name, rows: [['x']] })))
    expect(warnings.filter(({ code }) => code === 'UNKNOWN_FILE')).toEqual([])
    expect(new Set(problems.map(({ file }) => file))).toEqual(new Set(names))
  })

  test('that are unknown are warned of; blank sheets are not', async () => {
    const { warnings, problems } = await read([
      { name: 'people', rows: people },
      { name: 'Sheet2', rows: [] },
      { name: '说明', rows: [['填表说明']] },
    ])
    expect(problems).toEqual([])
    expect(warnings.map(told)).toEqual([{ file: '说明', row: null, column: null, value: null, code: 'UNKNOWN_FILE' }])
  })

  test('are what is wrong when none of them is known', async () => {
    const { problems, broken } = await read([
      { name: 'Sheet1', rows: people },
      { name: 'poeple', rows: people },
    ])
    expect(problems.map(({ file, code }) => [file, code])).toEqual([
      ['Sheet1', 'UNKNOWN_FILE'],
      ['poeple', 'UNKNOWN_FILE'],
    ])
    expect(problems[1]?.remedy.en).toContain('Did you mean `people`?')
    expect(broken).toBe(true)
  })
})

describe('a file that is no workbook is one problem', () => {
  const sheet = '<worksheet><sheetData>'
  const entity = '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet/>'
  const replaced = (content: string) => {
    const rels = (type: string, target: string) =>
      `<Relationships><Relationship Id="r" Type="/${type}" Target="${target}"/></Relationships>`
    return pack([
      { name: '_rels/.rels', content: rels('officeDocument', 'xl/workbook.xml') },
      { name: 'xl/workbook.xml', content: '<workbook><sheets><sheet name="people" r:id="r"/></sheets></workbook>' },
      { name: 'xl/_rels/workbook.xml.rels', content: rels('worksheet', 'sheet.xml') },
      { name: 'xl/sheet.xml', content },
    ])
  }
  test.each([
    ['an old or encrypted one', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['an archive of something else', pack([{ name: 'readme.txt', content: 'hello' }])],
    ['one cut short', replaced('<worksheet/>').subarray(0, 300)],
    ['one whose XML ends early', replaced(sheet)],
    ['one that defines entities', replaced(entity)],
    ['one nested without end', replaced(`${sheet}${'<a>'.repeat(200)}`)],
    ['one with a cell nowhere', replaced(`${sheet}<row r="1"><c r="99"><v>1</v></c></row></sheetData></worksheet>`)],
    ['one with a row nowhere', replaced(`${sheet}<row r="9999999"><c><v>1</v></c></row></sheetData></worksheet>`)],
  ])('%s', async (_, content) => {
    const { problems, broken } = await readRoster(workbookSource(scratch.put('名册.xlsx', content)))
    expect(problems.map(told)).toEqual([
      { file: '名册.xlsx', row: null, column: null, value: null, code: 'BAD_ARCHIVE' },
    ])
    expect(broken).toBe(true)
  })
})
