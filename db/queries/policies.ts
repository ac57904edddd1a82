import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { subtreeOf } from '../divisions.ts'
import { pluginPackage } from '../tables/package.ts'
import { installation } from '../tables/plugin.ts'
import type { Tx } from '../transaction.ts'
import type { InstallationRow } from './evaluation-policy.ts'

export type { InstallationRow } from './evaluation-policy.ts'
export type PackageRow = typeof pluginPackage.$inferSelect

const current = isNull(installation.recordedTo)

/** Installations as we know them now, in the order asked for. */
export const installationsById = async (tx: Tx, ids: readonly string[]): Promise<(InstallationRow | null)[]> => {
  const rows = await tx
    .select()
    .from(installation)
    .where(and(current, inArray(installation.id, [...ids])))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => byId.get(id) ?? null)
}

export const installationById = async (tx: Tx, id: string): Promise<InstallationRow | null> =>
  (await installationsById(tx, [id]))[0] ?? null

/** Every step an installation has taken, the first one first. */
export const stepsOf = (tx: Tx, id: string): Promise<InstallationRow[]> =>
  tx
    .select()
    .from(installation)
    .where(eq(installation.id, id))
    .orderBy(asc(installation.recordedFrom), asc(installation.rowId))

const inOrder = [asc(installation.jurisdiction), asc(installation.pluginId), asc(installation.sequence)] as const

const listed = (tx: Tx, where: SQL | undefined): Promise<InstallationRow[]> =>
  tx
    .select()
    .from(installation)
    .where(and(current, where))
    .orderBy(...inOrder)

/** Whatever was ever proposed for a jurisdiction itself, in whatever state and mode: by plugin and sequence. */
export const installationsIn = (tx: Tx, jurisdiction: string): Promise<InstallationRow[]> =>
  listed(tx, eq(installation.jurisdiction, jurisdiction))

/** The same of everything below it. */
export const installationsBelow = (tx: Tx, jurisdiction: string): Promise<InstallationRow[]> => {
  const { from, below } = subtreeOf(jurisdiction)
  return listed(tx, sql`${installation.jurisdiction} > ${from}::int and ${installation.jurisdiction} < ${below}::int`)
}

/** Packages of a document, the latest of each place first; of one place only, when one is named. */
export const packagesOf = (tx: Tx, digest: string, target: string | null = null): Promise<PackageRow[]> =>
  tx
    .select()
    .from(pluginPackage)
    .where(and(eq(pluginPackage.digest, digest), target === null ? undefined : eq(pluginPackage.target, target)))
    .orderBy(asc(pluginPackage.target), desc(pluginPackage.sequence), asc(pluginPackage.id))

/**
 * The greatest sequence of this document's packages for a place, and of those of other documents of the plugin that were
 * ever proposed there; a document brought back by a rollback counts with the sequence it was packed under.
 */
export const greatestProposed = async (
  tx: Tx,
  digest: string,
  pluginId: string,
  place: string,
): Promise<{ readonly own: number | null; readonly others: number | null }> => {
  const [row] = await tx.execute<{ own: number | null; others: number | null }>(sql`
    select max(k.sequence) filter (where k.digest = ${digest}) as own,
      max(k.sequence) filter (where k.digest <> ${digest} and exists (
        select from installation i where i.digest = k.digest and i.jurisdiction = k.target)) as others
    from plugin_package k join plugin_document d on d.digest = k.digest
    where k.target = ${Number(place)}::int and d.plugin_id = ${pluginId}`)
  return row ?? { own: null, others: null }
}

/** Sequence for the next package of a plugin for a place. */
export const nextSequence = async (tx: Tx, pluginId: string, place: string): Promise<number> => {
  const [row] = await tx.execute<{ next: number }>(sql`
    select coalesce(max(k.sequence), 0) + 1 as next from plugin_package k join plugin_document d on d.digest = k.digest
    where k.target = ${Number(place)}::int and d.plugin_id = ${pluginId}`)
  return row?.next ?? 1
}

export type NewPackage = Omit<typeof pluginPackage.$inferInsert, 'id' | 'recordedAt'>

export const keepPackage = async (tx: Tx, values: NewPackage): Promise<string> => {
  const id = uuid()
  await tx.insert(pluginPackage).values({ ...values, id })
  return id
}
