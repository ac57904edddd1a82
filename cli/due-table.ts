import type { DueEntry, DueList } from './due-list.ts'
import { silenceOf } from './due-silence.ts'
import { tableOf } from './table.ts'
import { effectWords, statusWords } from './words.ts'

const head = ['姓名', '编号', '单位', '现任职务', '规则', '效力', '状态', '起始日', '办理期限']

/** LH-M1, or JJ-1、JL-5a where the local rule says the national one again. */
export const ruleIds = ({ laws }: DueEntry): string => laws.map(({ catalogueId }) => catalogueId).join('、')

const rowOf = (line: DueEntry): readonly string[] => [
  ...[line.name, line.code ?? '', line.organs ?? '', line.titles ?? '', `${ruleIds(line)} ${line.laws[0].title}`],
  ...[effectWords[line.effect], statusWords[line.status], line.since, line.dueBy ?? ''],
]

/** How many people, each counted once however many rules bind them. */
const peopleIn = (lines: readonly DueEntry[]) =>
  new Set(lines.map(({ authority, code, name }) => `${authority}/${code ?? name}`)).size

/** The register for a terminal: one line per finding, strictest first. */
export const dueTable = (list: DueList): string => {
  const { at, on, lines } = list
  const silence = silenceOf(list)
  if (silence !== null) return silence
  const where = `${at.name}（${at.code}）${on}`
  if (lines.length === 0) return `${where}：名册上无人应办。`
  const counts = (['ACTIVE', 'DEFERRED', 'EXEMPT', 'UNDETERMINED'] as const).map((status) => {
    const people = peopleIn(lines.filter((line) => line.status === status))
    return `${statusWords[status]} ${people} 人`
  })
  const summary = `${where}：共 ${peopleIn(lines)} 人、${lines.length} 项；${counts.join('，')}。`
  return `${tableOf(head, lines.map(rowOf))}\n${summary}`
}
