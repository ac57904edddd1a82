import { isInstant } from '../acts/instant.ts'
import { parseDay } from '../policy/index.ts'
import { exitCodes, Failure } from './failure.ts'

/** A moment as an option states it, at Beijing time unless it names a zone; a day alone: its last moment. */
export const checkedInstant = (text: string): string => {
  if (parseDay(text) !== null) return `${text}T23:59:59.999999+08:00`
  const stated = text.replace(' ', 'T')
  const found = [stated, `${stated}+08:00`].find(isInstant)
  if (found !== undefined) return found
  throw new Failure(
    `\`${text}\`不是时刻，请写成 2026-11-22（至当日终了）或 2026-11-22T08:00（北京时间）。`,
    exitCodes.misused,
  )
}
