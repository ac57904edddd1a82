import writeExcelFile, { type SheetData } from 'write-excel-file/node'
import { harmless } from '../acts/harmless.ts'
import type { ConflictEntry, ConflictList } from './conflict-list.ts'
import { decisionOf, kinOf, ruleIds, silenceOf } from './conflict-table.ts'
import { conflictWords } from './conflict-words.ts'

type Column = readonly [head: string, width: number, value: (entry: ConflictEntry, list: ConflictList) => string]

const columns: readonly Column[] = [
  ['姓名', 10, ({ sides }) => sides[0].name],
  ['人员编号', 12, ({ sides }) => sides[0].code ?? ''],
  ['职务', 30, ({ sides }) => sides[0].post],
  ['亲属姓名', 10, ({ sides }) => sides[1].name],
  ['亲属编号', 12, ({ sides }) => sides[1].code ?? ''],
  ['亲属职务', 30, ({ sides }) => sides[1].post],
  ['亲属关系', 20, kinOf],
  ['职务关系', 24, ({ conflict }, { language }) => conflictWords[language].relation[conflict.relation]],
  ['规则', 14, ruleIds],
  ['事由', 36, ({ laws }) => laws[0].title],
  ['依据', 44, ({ laws }) => laws.map(({ source }) => source).join('；')],
  ['效力', 10, ({ conflict }, { language }) => conflictWords[language].effect[conflict.effect]],
  ['状态', 10, ({ conflict }, { language }) => conflictWords[language].status[conflict.status]],
  ['起始日', 12, ({ conflict }) => conflict.since],
  ['终止日', 12, ({ conflict }) => conflict.until ?? ''],
  ['处置', 24, decisionOf],
  ['处置理由', 30, ({ triage }) => triage?.reason ?? ''],
  ['处置人', 10, ({ triage }) => triage?.decidedBy ?? ''],
  ['认定理由', 80, ({ sentence }) => sentence ?? ''],
]

/** The list an inspector works through. Where nothing could be found, its first row says why. */
export const writeConflictWorkbook = async (list: ConflictList, path: string): Promise<void> => {
  const note = silenceOf(list)
  const head = ['序号', ...columns.map(([name]) => name)].map((value) => ({ value, fontWeight: 'bold' as const }))
  const rows = list.entries.map((entry, place) =>
    [String(place + 1), ...columns.map(([, , told]) => told(entry, list))].map((value) => ({
      value: harmless(value),
      type: String,
    })),
  )
  const above: SheetData = note === null ? [] : [[{ value: note, type: String }]]
  const sheet = {
    sheet: '任职回避情形',
    data: [...above, head, ...rows] satisfies SheetData,
    columns: [{ width: 6 }, ...columns.map(([, width]) => ({ width }))],
    stickyRowsCount: above.length + 1,
  }
  await writeExcelFile([sheet]).toFile(path)
}
