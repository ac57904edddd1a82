import { effectOrder } from '../policy/index.ts'
import { fitted } from './columns.ts'
import type { DueEntry, DueList } from './due-list.ts'
import { silenceOf } from './due-silence.ts'
import { Columns, type Row } from './table.ts'
import { effectWords, statusWords } from './words.ts'

const head: Row = ['姓名', '编号', '单位、现任职务', '状态', '起始日']
const deadline = '办理期限'
/** The column that gives way in a narrow terminal. */
const post = 2

/** LH-M1, or JJ-1、JL-5a where the local rule says the national one again. */
export const ruleIds = ({ laws }: DueEntry): string => laws.map(({ catalogueId }) => catalogueId).join('、')

const rowOf = ({ name, code, organs, titles, status, since }: DueEntry): Row => [
  ...[name, code ?? '', [organs ?? '', titles ?? ''], statusWords[status], since],
]

/** How many people, each counted once however many rules bind them. */
const peopleIn = (lines: readonly DueEntry[]) =>
  new Set(lines.map(({ authority, code, name }) => `${authority}/${code ?? name}`)).size

const placeOf = (line: DueEntry): readonly string[] => [
  ...[String(effectOrder.indexOf(line.effect)), line.since, ruleIds(line), line.code ?? line.name],
]

/** Strictest first, then by first day; those of one day by rule and code, so that the list is the same each time. */
const inOrder = (lines: readonly DueEntry[]): readonly DueEntry[] => {
  const places = new Map(lines.map((line) => [line, placeOf(line).join(' ')]))
  return [...lines].sort((a, b) => ((places.get(a) ?? '') < (places.get(b) ?? '') ? -1 : 1))
}

/** Findings under the rule that binds, the rules in the order of their first line. */
const byRule = (lines: readonly DueEntry[]): readonly (readonly [DueEntry, ...DueEntry[]])[] => {
  const groups = new Map<string, [DueEntry, ...DueEntry[]]>()
  for (const line of inOrder(lines)) {
    const group = groups.get(ruleIds(line))
    if (group === undefined) groups.set(ruleIds(line), [line])
    else group.push(line)
  }
  return [...groups.values()]
}

const ruleLine = ([first, ...others]: readonly [DueEntry, ...DueEntry[]]): string => {
  const { title } = first.laws[0]
  return `■ ${effectWords[first.effect]}　${ruleIds(first)} ${title}　${peopleIn([first, ...others])} 人`
}

const summaryOf = ({ at, on, lines }: DueList): string => {
  const counts = (['ACTIVE', 'DEFERRED', 'EXEMPT', 'UNDETERMINED'] as const).map((status) => {
    const people = peopleIn(lines.filter((line) => line.status === status))
    return `${statusWords[status]} ${people} 人`
  })
  return `${at.name}（${at.code}）${on}：共 ${peopleIn(lines)} 人、${lines.length} 项。\n${counts.join('，')}。`
}

/** The register for a terminal: rule by rule, one line per finding, strictest first; `room` as for {@link Columns}. */
export const dueTable = (list: DueList, room: number | null = null): string => {
  const { at, on, lines } = list
  const silence = silenceOf(list)
  const told = (text: string) => (room === null ? text : fitted(text, room))
  if (silence !== null) return told(silence)
  if (lines.length === 0) return told(`${at.name}（${at.code}）${on}：名册上无人应办。`)
  const dated = lines.some(({ dueBy }) => dueBy !== null)
  const rows = new Map(lines.map((line) => [line, [...rowOf(line), ...(dated ? [line.dueBy ?? ''] : [])]]))
  const heads = dated ? [...head, deadline] : head
  const columns = new Columns([heads, ...rows.values()], post, room)
  const groups = byRule(lines).flatMap((group) => [
    ...['', told(ruleLine(group))],
    ...group.flatMap((line) => columns.linesOf(rows.get(line) ?? [])),
  ])
  return [...columns.linesOf(heads), ...groups, '', told(summaryOf(list))].join('\n')
}
