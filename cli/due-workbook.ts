import writeExcelFile, { type SheetData } from 'write-excel-file/node'
import { harmless } from '../acts/harmless.ts'
import type { DueEntry, DueList } from './due-list.ts'
import { silenceOf } from './due-silence.ts'
import { ruleIds } from './due-table.ts'
import { effectWords, statusWords } from './words.ts'

type Column = readonly [head: string, width: number, value: (line: DueEntry, place: number) => string]

const who: readonly Column[] = [
  ['序号', 6, (_line, place) => String(place + 1)],
  ['姓名', 10, ({ name }) => name],
  ['人员编号', 12, ({ code }) => code ?? ''],
  ['单位', 26, ({ organs }) => organs ?? ''],
  ['现任职务', 26, ({ titles }) => titles ?? ''],
  ['规则', 14, ruleIds],
  ['事由', 36, ({ laws }) => laws[0].title],
  ['依据', 44, ({ laws }) => laws.map(({ source }) => source).join('；')],
  ['效力', 10, ({ effect }) => effectWords[effect]],
  ['起始日', 12, ({ since }) => since],
]

const moving: readonly Column[] = [
  ...who,
  ['办理期限', 12, ({ dueBy }) => dueBy ?? ''],
  ['状态', 8, ({ status }) => statusWords[status]],
]

const waiting: readonly Column[] = [
  ...who,
  ['类别', 8, ({ status }) => statusWords[status]],
  ['暂缓（免除）情形', 40, ({ waivedBy }) => waivedBy.map(({ title }) => title).join('；')],
  ['情形依据', 44, ({ waivedBy }) => [...new Set(waivedBy.map(({ source }) => source))].join('；')],
  ['自', 12, ({ statusFrom }) => statusFrom],
  ['至', 12, ({ statusTo }) => statusTo ?? ''],
]

const sheetOf = (sheet: string, columns: readonly Column[], lines: readonly DueEntry[], note: string | null) => {
  const head = columns.map(([value]) => ({ value, fontWeight: 'bold' as const }))
  const rows = lines.map((line, place) =>
    columns.map(([, , told]) => ({ value: harmless(told(line, place)), type: String })),
  )
  const above: SheetData = note === null ? [] : [[{ value: note, type: String }]]
  const data: SheetData = [...above, head, ...rows]
  return { sheet, data, columns: columns.map(([, width]) => ({ width })), stickyRowsCount: above.length + 1 }
}

/**
 * The two lists an office files: who is to be moved (with those not yet settled), and who is deferred or exempt. Where
 * nothing could be found, the first row of each says why.
 */
export const writeDueWorkbook = async (list: DueList, path: string): Promise<void> => {
  const { lines } = list
  const note = silenceOf(list)
  const waits = ({ status }: DueEntry) => status === 'DEFERRED' || status === 'EXEMPT'
  const moved = lines.filter((line) => !waits(line))
  const sheets = [sheetOf('应交流名册', moving, moved, note), sheetOf('暂缓清单', waiting, lines.filter(waits), note)]
  await writeExcelFile(sheets).toFile(path)
}
