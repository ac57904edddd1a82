import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import { everCounted } from '../facts/installations.ts'
import { heldTrue } from '../recorded.ts'
import { type InstallationState, installation, pluginDocument } from '../tables/plugin.ts'
import type { Tx } from '../transaction.ts'

/** A step in the life of an installation. */
export interface PolicyStep {
  readonly installation: string
  readonly jurisdiction: string
  readonly pluginId: string
  readonly version: string
  readonly digest: string
  readonly state: InstallationState
  readonly effectiveFrom: string
  readonly effectiveTo: string | null
  readonly recordedAt: string
}

/** What was recorded later than an instant of the policies that were at work then, or are now or will be; in that order. */
export const policiesLaterThan = async (tx: Tx, instant: string): Promise<readonly PolicyStep[]> => {
  const enforced = eq(installation.mode, 'enforce')
  const rows = await tx
    .select({
      installation: installation.id,
      jurisdiction: installation.jurisdiction,
      pluginId: installation.pluginId,
      version: pluginDocument.version,
      digest: installation.digest,
      state: installation.state,
      effectiveFrom: installation.effectiveFrom,
      effectiveTo: installation.effectiveTo,
      recordedAt: installation.recordedFrom,
      counts: sql<boolean>`${everCounted}`,
    })
    .from(installation)
    .innerJoin(pluginDocument, eq(pluginDocument.digest, installation.digest))
    .where(and(enforced, isNull(installation.recordedTo), gt(installation.recordedFrom, sql`${instant}::timestamptz`)))
    .orderBy(asc(installation.recordedFrom), asc(installation.sequence))
  const before = await tx
    .select({ id: installation.id })
    .from(installation)
    .where(and(enforced, heldTrue(installation, instant), everCounted))
  const counted = new Set(before.map(({ id }) => id))
  return rows.filter((row) => row.counts || counted.has(row.installation)).map(({ counts: _, ...step }) => step)
}
