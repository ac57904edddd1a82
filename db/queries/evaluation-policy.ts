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
  'rowId' | 'id' | 'state' | 'effectiveTo' | 'recordedFrom' | 'recordedTo'
> & { readonly state?: Extract<InstallationState, 'proposed' | 'active'> }

/** Records the first step of an installation: at work at once, unless it is only proposed. */
export const recordInstallation = async (tx: Tx, values: NewInstallation): Promise<string> => {
  const id = uuid()
  await tx.insert(installation).values({ state: 'active', ...values, rowId: uuid(), id })
  return id
}

/** What a later step may say otherwise. */
export type StepTaken = Partial<
  Pick<InstallationRow, 'state' | 'effectiveTo' | 'installedBy' | 'approvedBy' | 'reason' | 'previewId'>
>

/** Records the next step of an installation: what we knew of it is closed, what we know now recorded. */
export const recordStep = async (tx: Tx, row: InstallationRow, step: StepTaken): Promise<void> => {
  await tx
    .update(installation)
    .set({ recordedTo: sql`greatest(now(), recorded_from)` })
    .where(eq(installation.rowId, row.rowId))
  const { recordedFrom: _, recordedTo: __, ...kept } = row
  await tx.insert(installation).values({ ...kept, ...step, rowId: uuid() })
}

/** An installation that stands until a day; a proposal never counted, whatever the day. */
export const endInstallation = (
  tx: Tx,
  row: InstallationRow,
  until: DayText,
  state: Exclude<InstallationState, 'proposed' | 'active'>,
  change?: { readonly installedBy: string; readonly reason: string | null },
): Promise<void> => {
  const never = row.state === 'proposed' || until < row.effectiveFrom
  return recordStep(tx, row, { ...change, effectiveTo: never ? row.effectiveFrom : until, state })
}
