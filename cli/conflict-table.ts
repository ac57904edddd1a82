import { fitted } from './columns.ts'
import type { ConflictEntry, ConflictList, NamedSide } from './conflict-list.ts'
import { conflictWords } from './conflict-words.ts'
import { Columns, type Row } from './table.ts'

/** The column that gives way in a narrow terminal. */
const posts = 5

/** CSL-74, or that of a local rule with the national one it says again. */
export const ruleIds = ({ laws }: ConflictEntry): string => laws.map(({ catalogueId }) => catalogueId).join('、')

/** Why an empty list does not mean that nobody is barred; `null` when it does, or is not empty. */
export const silenceOf = ({ at, on, language, rostered, governed, below }: ConflictList): string | null => {
  const words = conflictWords[language]
  const where = `${at.name}（${at.code}）${on}：`
  if (!rostered) return where + words.unrostered(below)
  return governed ? null : where + words.ungoverned
}

/** What was decided on it, until when, and whether that still stands. */
export const decisionOf = ({ triage }: ConflictEntry, { language }: ConflictList): string => {
  const words = conflictWords[language]
  if (triage === null) return ''
  const until = triage.dueBy === null ? '' : language === 'zh' ? `（限 ${triage.dueBy}）` : ` (by ${triage.dueBy})`
  return `${words.decision[triage.decision]}${until}${triage.reopened ? words.reopened : ''}`
}

/** How the two are related, in a word or two. */
export const kinOf = ({ conflict: { kin } }: ConflictEntry, { language }: ConflictList): string => {
  const words: Readonly<Record<string, string>> = conflictWords[language].kin
  return words[kin.class ?? kin.pattern] ?? kin.pattern
}

const called = ({ name, code }: NamedSide): string => (code === null ? name : `${name} ${code}`)

const rowOf = (entry: ConflictEntry, place: number, list: ConflictList): Row => {
  const { conflict, sides } = entry
  const words = conflictWords[list.language]
  return [
    String(place + 1),
    ...sides.map(called),
    kinOf(entry, list),
    words.relation[conflict.relation],
    sides.map(({ post }) => post),
    words.status[conflict.status],
    conflict.since,
    decisionOf(entry, list),
  ]
}

/** Entries under the rule that bars them, the rules in the order of their first line: strictest first. */
const byRule = (entries: readonly ConflictEntry[]): readonly (readonly [ConflictEntry, ...ConflictEntry[]])[] => {
  const groups = new Map<string, [ConflictEntry, ...ConflictEntry[]]>()
  for (const entry of entries) {
    const group = groups.get(ruleIds(entry))
    if (group === undefined) groups.set(ruleIds(entry), [entry])
    else group.push(entry)
  }
  return [...groups.values()]
}

/** Where the superior rules stand that say the same. */
const lawsBeside = ({ laws: [, ...others] }: ConflictEntry): readonly string[] =>
  others.map(({ source, catalogueId }) => `${source}（${catalogueId}）`)

/** The list for a terminal, rule by rule, strictest first; then the sentence of each, where they were asked for. */
export const conflictTable = (list: ConflictList, room: number | null = null): string => {
  const { at, on, entries, language } = list
  const words = conflictWords[language]
  const told = (text: string) => (room === null ? text : fitted(text, room))
  const silence = silenceOf(list)
  if (silence !== null) return told(silence)
  const where = `${at.name}（${at.code}）${on}：`
  if (entries.length === 0) return told(where + words.none)
  const groups = byRule(entries)
  const places = new Map(groups.flat().map((entry, place) => [entry, place]))
  const rows = new Map(groups.flat().map((entry) => [entry, rowOf(entry, places.get(entry) ?? 0, list)]))
  const columns = new Columns([words.heads, ...rows.values()], posts, room)
  const lines = groups.flatMap((group) => {
    const [{ conflict, laws }] = group
    const head = `■ ${words.effect[conflict.effect]}　${ruleIds(group[0])} ${laws[0].title}　${words.pairs(group.length)}`
    return ['', told(head), ...group.flatMap((entry) => columns.linesOf(rows.get(entry) ?? []))]
  })
  const sentences = groups.flat().flatMap((entry, place) => {
    const { sentence } = entry
    return sentence === null ? [] : ['', told(`${place + 1}. ${sentence}${words.also(lawsBeside(entry))}`)]
  })
  const counts = (['ACTIVE', 'UNDETERMINED'] as const).map((status) => {
    const count = entries.filter(({ conflict }) => conflict.status === status).length
    return `${words.status[status]} ${words.pairs(count)}`
  })
  const summary = `${where}${counts.join(language === 'zh' ? '，' : ', ')}${language === 'zh' ? '。' : '.'}`
  return [...columns.linesOf(words.heads), ...lines, ...sentences, '', told(summary)].join('\n')
}
