import { sql } from 'drizzle-orm'
import type { DayText } from '../../policy/index.ts'
import type { Tx } from '../transaction.ts'

/** The calendar day in China by the clock of the database: what a question that names no day speaks of. */
export const todayInLaw = async (tx: Tx): Promise<DayText> => {
  const [row] = await tx.execute<{ today: DayText }>(
    sql`select (now() at time zone 'Asia/Shanghai')::date::text as today`,
  )
  if (row === undefined) throw new Error('The database has no clock.')
  return row.today
}
