import { and, asc, eq, sql } from 'drizzle-orm'
import type { Installation } from '../../policy/index.ts'
import { policyDocuments } from '../queries/policy-documents.ts'
import { heldTrue, type KnownAt } from '../recorded.ts'
import { installation } from '../tables/plugin.ts'
import type { Tx } from '../transaction.ts'

const columns = {
  jurisdiction: installation.jurisdiction,
  digest: installation.digest,
  effectiveFrom: installation.effectiveFrom,
  effectiveTo: installation.effectiveTo,
}
type Row = Omit<Installation, 'plugin'>

/** Every document at work, as we had it at an instant: in the order of jurisdiction, plugin and sequence. */
export const installationsAt = async (tx: Tx, knownAt: KnownAt = null): Promise<readonly Installation[]> => {
  const rows = await tx
    .select(columns)
    .from(installation)
    .where(and(heldTrue(installation, knownAt), eq(installation.mode, 'enforce'), everCounted))
    .orderBy(asc(installation.jurisdiction), asc(installation.pluginId), asc(installation.sequence))
  return withDocuments(tx, rows)
}

/** A document at work in shadow, today or later, as we have it now; `null` when this installation is none, or has ended. */
export const shadowInstallation = async (tx: Tx, id: string): Promise<Installation | null> => {
  const rows = await tx
    .select(columns)
    .from(installation)
    .where(
      and(
        heldTrue(installation, null),
        eq(installation.id, id),
        eq(installation.mode, 'shadow'),
        everCounted,
        sql`(${installation.effectiveTo} is null or ${installation.effectiveTo} > (now() at time zone 'Asia/Shanghai')::date)`,
      ),
    )
  const [found] = await withDocuments(tx, rows)
  return found ?? null
}

/**
 * One that was superseded, withdrawn or suspended counts for the days before. A proposal counts for none, nor does one that
 * was withdrawn before anybody approved it, whatever day it was withdrawn from.
 */
export const everCounted = sql`((${installation.effectiveTo} is null and ${installation.state} = 'active'
  or ${installation.state} <> 'proposed' and ${installation.effectiveFrom} < ${installation.effectiveTo})
  and (${installation.proposedBy} is null or ${installation.approvedBy} is not null))`

const withDocuments = async (tx: Tx, rows: readonly Row[]): Promise<readonly Installation[]> => {
  const documents = await policyDocuments(
    tx,
    rows.map(({ digest }) => digest),
  )
  return rows.flatMap((row, i) => {
    const plugin = documents[i]?.document
    return plugin === undefined ? [] : [{ plugin, ...row }]
  })
}
