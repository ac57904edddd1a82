import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import type { DayText, PluginDocument } from '../../policy/index.ts'
import { type InstallationState, installation, pluginDocument } from '../tables/plugin.ts'
import type { Tx } from '../transaction.ts'

export type InstallationRow = typeof installation.$inferSelect

/** Every installation of a plugin at a jurisdiction, as we know it now, the latest first. */
export const installationsOf = (tx: Tx, jurisdiction: string, pluginId: string): Promise<InstallationRow[]> =>
  tx
    .select()
    .from(installation)
    .where(
      and(
        eq(installation.jurisdiction, jurisdiction),
        eq(installation.pluginId, pluginId),
        isNull(installation.recordedTo),
      ),
    )
    .orderBy(desc(installation.sequence))

/** Keeps a document under its digest; one that is kept already stays. */
export const keepDocument = async (tx: Tx, digest: string, document: PluginDocument): Promise<void> => {
  const { id, version, level, jurisdiction } = document
  await tx
    .insert(pluginDocument)
    .values({ digest, pluginId: id, version, level, jurisdiction: jurisdiction ?? null, document })
    .onConflictDoNothing()
}

export type NewInstallation = Omit<
  typeof installation.$inferInsert,
  'rowId' | 'id' | 'state' | 'recordedFrom' | 'recordedTo'
>

export const recordInstallation = async (tx: Tx, values: NewInstallation): Promise<string> => {
  const id = uuid()
  await tx.insert(installation).values({ ...values, rowId: uuid(), id, state: 'active' })
  return id
}

/** An installation that stands until a day: what we knew of it is closed, what we know now recorded. */
export const endInstallation = async (
  tx: Tx,
  row: InstallationRow,
  until: DayText,
  state: Exclude<InstallationState, 'proposed' | 'active'>,
  change?: { readonly installedBy: string; readonly reason: string | null },
): Promise<void> => {
  await tx
    .update(installation)
    .set({ recordedTo: sql`greatest(now(), recorded_from)` })
    .where(eq(installation.rowId, row.rowId))
  const effectiveTo = until < row.effectiveFrom ? row.effectiveFrom : until
  const { recordedFrom: _, recordedTo: __, ...kept } = row
  await tx.insert(installation).values({ ...kept, ...change, rowId: uuid(), effectiveTo, state })
}
