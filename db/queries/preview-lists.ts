import { inArray } from 'drizzle-orm'
import { preview } from '../tables/preview.ts'
import type { Tx } from '../transaction.ts'
import type { PreviewRow } from './previews.ts'

/** In the order asked for. */
export const previewsById = async (tx: Tx, ids: readonly string[]): Promise<(PreviewRow | null)[]> => {
  const rows = await tx
    .select()
    .from(preview)
    .where(inArray(preview.id, [...ids]))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => byId.get(id) ?? null)
}
