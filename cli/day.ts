import { todayInLaw } from '../db/queries/today.ts'
import type { Tx } from '../db/transaction.ts'
import { type DayText, parseDay } from '../policy/index.ts'
import { exitCodes, Failure } from './failure.ts'

/** The day a command speaks of: the one asked for, else today in China by the clock of the database. */
export const dayAsked = async (tx: Tx, on: string | undefined): Promise<DayText> => on ?? todayInLaw(tx)

/** A day as an option states it. */
export const checkedDay = (text: string): DayText => {
  if (parseDay(text) === null)
    throw new Failure(`\`${text}\`不是日历上的日期，请写成 YYYY-MM-DD，如 2026-11-22。`, exitCodes.misused)
  return text
}
