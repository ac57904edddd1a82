import { sql } from 'drizzle-orm'
import type { Tx } from '../transaction.ts'

/** Every name by which a rule of a document that is or was installed can be approved: `JL-5a`, `jl-5a`, `national/jl-5a`. */
export const ruleNames = async (tx: Tx): Promise<readonly string[]> => {
  const rows = await tx.execute<{ name: string }>(sql`
    select distinct unnest(array[
      rule ->> 'catalogueId', rule ->> 'id', document.plugin_id || '/' || (rule ->> 'id')
    ]) as name
    from plugin_document document
    cross join lateral jsonb_array_elements(document.document -> 'rules') rule
    where exists (
      select from installation where installation.digest = document.digest and installation.recorded_to is null
    )
    order by 1`)
  return rows.map(({ name }) => name)
}
