import { sql } from 'drizzle-orm'
import type { Tx } from '../transaction.ts'

/** Whether an authority (or one below it) has filed anyone, or was ever evaluated. */
export const isAnyoneOnFile = async (
  tx: Tx,
  { authority, below }: { readonly authority: string; readonly below: boolean },
): Promise<boolean> => {
  const code = Number(authority)
  const scope = below ? sql`(j.code = ${code} or ${code} = any(j.ancestors))` : sql`j.code = ${code}`
  const [row] = await tx.execute<{ found: boolean }>(sql`
    select exists (
      select from jurisdiction j
      where ${scope} and (
        exists (select from person p where p.authority = j.code)
        or exists (select from evaluation e where e.authority = j.code))) as found`)
  return row?.found === true
}
