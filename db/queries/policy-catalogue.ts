import { sql } from 'drizzle-orm'
import type { Bilingual, DivisionLevel } from '../../policy/index.ts'
import { grouped } from '../recorded.ts'
import type { Tx } from '../transaction.ts'
import { allOf, type Named } from './rows.ts'
import { startsWith } from './text.ts'

/** A policy of which at least one document is kept, as the latest of them describes it. */
export interface CataloguedRow {
  readonly pluginId: string
  readonly name: Bilingual
  readonly level: DivisionLevel
  /** Null for a template. */
  readonly jurisdiction: string | null
}

/** One document of a policy, without its text. */
export interface VersionRow {
  readonly pluginId: string
  readonly version: string
  readonly digest: string
  readonly recordedAt: string
}

/** In the order of their ids; `query` is a part of the id, the name, or of the jurisdiction's code. */
export const catalogued = async (
  tx: Tx,
  query: string | null,
  page: { readonly limit: number; readonly after: string | null },
): Promise<readonly CataloguedRow[]> => {
  const part = query === null || query === '' ? null : `%${startsWith(query)}`
  return tx.execute<Named<CataloguedRow>>(sql`
    select plugin_id as "pluginId", name, level, jurisdiction::text from (
      select distinct on (plugin_id) plugin_id, document->'name' as name, level, jurisdiction from plugin_document
      where ${allOf(
        page.after === null ? undefined : sql`plugin_id > ${page.after}`,
        part === null
          ? undefined
          : sql`(plugin_id ilike ${part} or document->'name'->>'zh' ilike ${part}
              or document->'name'->>'en' ilike ${part} or jurisdiction::text ilike ${part})`,
      )}
      order by plugin_id, recorded_at desc, digest) latest
    order by plugin_id limit ${page.limit}`)
}

/** Documents of each of these policies, the latest kept first. */
export const versionsOf = async (tx: Tx, plugins: readonly string[]): Promise<(readonly VersionRow[])[]> => {
  const rows = await tx.execute<Named<VersionRow>>(sql`
    select plugin_id as "pluginId", version, digest, recorded_at::text as "recordedAt" from plugin_document
    where plugin_id = any(${sql.param([...plugins])}::text[]) order by recorded_at desc, digest`)
  const lists = grouped(rows, ({ pluginId }) => pluginId)
  return plugins.map((plugin) => lists.get(plugin) ?? [])
}
