import { type Column, type SQL, sql } from 'drizzle-orm'

/** A page of a list in the order of code and id: how long, and after which of them it starts. */
export interface CodePage {
  readonly limit: number
  readonly after: readonly [code: string, id: string] | null
}

export const isAfter = (
  row: { readonly code: Column; readonly id: Column },
  after: CodePage['after'],
): SQL | undefined => (after === null ? undefined : sql`(${row.code}, ${row.id}) > (${after[0]}, ${after[1]}::uuid)`)
