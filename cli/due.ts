import type { Effect } from '../policy/index.ts'
import { checkedDay } from './day.ts'
import { dueList } from './due-list.ts'
import { silenceOf } from './due-silence.ts'
import { dueTable } from './due-table.ts'
import { writeDueWorkbook } from './due-workbook.ts'
import { exitCodes, Failure } from './failure.ts'
import { complain, roomToSay, say } from './say.ts'

/** Effects that ask for something: no other finds anyone due. */
const listable: readonly Effect[] = ['MUST', 'SHALL', 'SHOULD', 'MAY']

interface Options {
  readonly at: string
  readonly on?: string
  readonly scope: string
  readonly effect: string
  readonly json?: boolean
  readonly xlsx?: string
}

/** `cadre due`: who is due on a day, as a table, as NDJSON, or as the two lists an office files. */
export const due = async ({ at, on, scope, effect, json = false, xlsx }: Options): Promise<void> => {
  if (scope !== 'own' && scope !== 'subtree')
    throw new Failure(`--scope 只能是 own（本级管理）或 subtree（本级及以下），不能是\`${scope}\`。`, exitCodes.misused)
  const down = listable.find((each) => each === effect)
  if (down === undefined) throw new Failure(`--effect 只能是 ${listable.join('、')} 之一。`, exitCodes.misused)
  const day = on === undefined ? undefined : checkedDay(on)
  const list = await dueList({ at, on: day, below: scope === 'subtree', down })
  if (xlsx !== undefined) await writeDueWorkbook(list, xlsx)
  const silence = silenceOf(list)
  if (silence !== null && (json || xlsx !== undefined)) complain(silence)
  if (json) for (const line of list.lines) say(JSON.stringify(line))
  else if (xlsx === undefined) say(dueTable(list, roomToSay()))
  else say(`已写入 ${xlsx}：应交流名册与暂缓清单，共 ${list.lines.length} 项。`)
}
