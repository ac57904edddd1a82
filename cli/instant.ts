import { parseDay } from '../policy/index.ts'
import { exitCodes, Failure } from './failure.ts'

const instant = /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?(Z|[+-]\d{2}:[0-5]\d)?$/

/** A moment as an option states it, at Beijing time unless it names a zone; a day alone: its last moment. */
export const checkedInstant = (text: string): string => {
  if (parseDay(text) !== null) return `${text}T23:59:59.999999+08:00`
  const [, day = '', , , , zone] = instant.exec(text) ?? []
  if (parseDay(day) !== null) return zone === undefined ? `${text}+08:00` : text
  throw new Failure(
    `\`${text}\`不是时刻，请写成 2026-11-22（至当日终了）或 2026-11-22T08:00（北京时间）。`,
    exitCodes.misused,
  )
}
