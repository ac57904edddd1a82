import type { CellObject, Row, Sheet, SheetData } from 'write-excel-file/node'
import { careers, kin, people, posts, states, units } from './bureau.ts'
import type { Typed } from './typed.ts'

const note = '样例：单位与人员均为虚构'

const title = (text: string, width: number): Row => [
  { value: `${text}（${note}）`, type: String, columnSpan: width, fontWeight: 'bold', align: 'center' },
  ...blanks(width - 1),
]

const blanks = (count: number): Row => Array.from({ length: count }, () => null)
const headed = (value: string, style: CellObject = {}): CellObject => ({
  ...{ value, type: String, fontWeight: 'bold', align: 'center' },
  ...style,
})
const cellOf = (typed: Typed): CellObject | null =>
  typed === '' ? null : typeof typed === 'string' ? { value: typed, type: String } : typed

/** A column, by what stands above it; two that share a group stand under one heading merged over both. */
interface Head {
  readonly title: string
  readonly width: number
  readonly group?: string
}

const head = (text: string, width: number): Head => ({ title: text, width })
const under = (group: string, ...titles: readonly string[]): readonly Head[] =>
  titles.map((each) => ({ title: each, width: 13, group }))

/** One row of headings, or two where some columns stand under a heading of their own. */
const headingRows = (heads: readonly Head[]): readonly Row[] => {
  if (heads.every(({ group }) => group === undefined)) return [heads.map(({ title: text }) => headed(text))]
  const spanOf = (group: string) => heads.filter((each) => each.group === group).length
  const upper = heads.map(({ title: text, group }, i) => {
    if (group === undefined) return headed(text, { rowSpan: 2, alignVertical: 'center' })
    return heads[i - 1]?.group === group ? null : headed(group, { columnSpan: spanOf(group) })
  })
  const lower = heads.map(({ title: text, group }) => (group === undefined ? null : headed(text)))
  return [upper, lower]
}

const sheet = (name: string, heads: readonly Head[], rows: readonly Row[]): Sheet<Buffer> => {
  const above = [title(`漯河市示例事务局${name}表`, heads.length), ...headingRows(heads)]
  const data: SheetData = [...above, ...rows]
  return { sheet: name, data, columns: heads.map(({ width }) => ({ width })), stickyRowsCount: above.length }
}

const plain = (rows: readonly (readonly Typed[])[]): readonly Row[] => rows.map((row) => row.map(cellOf))

/** The person's code stands once, merged down over the rows of the career. */
const careerRows: readonly Row[] = careers.flatMap(([person, rows]) =>
  rows.map((row, i): Row => {
    const span: CellObject = rows.length === 1 ? {} : { rowSpan: rows.length, alignVertical: 'center' }
    return [i === 0 ? { value: person, type: String, ...span } : null, ...row.map(cellOf)]
  }),
)

/** The sample roster as an office keeps it: titles, headings merged over two rows, days as exact as they are known. */
export const sampleSheets = (): Sheet<Buffer>[] => [
  sheet(
    '单位',
    [
      head('单位代码', 10),
      head('单位名称', 22),
      head('类别', 12),
      head('辖区', 10),
      head('上级单位', 10),
      head('法人', 6),
    ],
    plain(units),
  ),
  sheet(
    '职位',
    [
      ...[head('职位代码', 10), head('所在单位', 10), head('职务名称', 12), head('职务层次', 10)],
      ...[head('领导职务', 10), head('席位', 8), head('岗位职责', 22), head('职数', 6), head('人员类别', 10)],
    ],
    plain(posts),
  ),
  sheet(
    '人员',
    [
      ...[head('人员编号', 10), head('姓名', 10), head('性别', 6), head('出生年月', 13), head('民族', 8)],
      ...[head('人员类别', 10), head('参加工作时间', 14), ...under('学历学位', '学历', '学位'), head('政治面貌', 12)],
    ],
    plain(people),
  ),
  sheet(
    '任职',
    [
      ...[head('人员编号', 10), head('职位代码', 10), ...under('任职时间', '起', '止')],
      ...[head('任职方式', 10), head('任职时层次', 12)],
    ],
    careerRows,
  ),
  sheet(
    '状态',
    [
      ...[head('人员编号', 10), head('类别', 16), head('起始日期', 13), head('终止日期', 13), head('值', 8)],
      head('备注', 24),
    ],
    plain(states),
  ),
  sheet('亲属关系', [head('人员编号', 10), head('关系', 8), head('亲属姓名', 10), head('来源', 20)], plain(kin)),
]

export const sampleFont = { fontFamily: 'SimSun', fontSize: 11 } as const
