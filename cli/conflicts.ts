import { conflictList } from './conflict-list.ts'
import { conflictTable, silenceOf } from './conflict-table.ts'
import { writeConflictWorkbook } from './conflict-workbook.ts'
import { checkedDay } from './day.ts'
import { complain, roomToSay, say } from './say.ts'

interface Options {
  readonly at: string
  readonly on?: string
  readonly below?: boolean
  readonly unit?: string
  readonly explain?: boolean
  readonly english?: boolean
  readonly xlsx?: string
}

/** `cadre conflicts`: which relatives may not hold the posts they hold, on a day, as a table or as a workbook. */
export const conflicts = async ({ at, on, below = false, unit, explain = false, english = false, xlsx }: Options) => {
  const day = on === undefined ? undefined : checkedDay(on)
  const explained = explain || xlsx !== undefined
  const list = await conflictList({ at, on: day, below, unit, language: english ? 'en' : 'zh', explained })
  if (xlsx === undefined) return say(conflictTable(list, roomToSay()))
  await writeConflictWorkbook(list, xlsx)
  const silence = silenceOf(list)
  if (silence !== null) complain(silence)
  say(
    english
      ? `Written to ${xlsx}: ${list.entries.length} conflicts.`
      : `已写入 ${xlsx}：共 ${list.entries.length} 项。`,
  )
}
