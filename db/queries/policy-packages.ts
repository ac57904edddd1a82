import { and, asc, desc, inArray, sql } from 'drizzle-orm'
import { pluginPackage } from '../tables/package.ts'
import type { Tx } from '../transaction.ts'

export type PackageRow = typeof pluginPackage.$inferSelect

/** A document for a jurisdiction. */
export interface DocumentAt {
  readonly digest: string
  readonly target: string
}

/** Every package that brought each of these documents to its jurisdiction, the latest first. */
export const packagesFor = async (tx: Tx, asked: readonly DocumentAt[]): Promise<(readonly PackageRow[])[]> => {
  const targets = [...new Set(asked.map(({ target }) => Number(target)))]
  const digests = [...new Set(asked.map(({ digest }) => digest))]
  const rows = await tx
    .select()
    .from(pluginPackage)
    .where(
      and(inArray(pluginPackage.digest, digests), sql`${pluginPackage.target} = any(${sql.param(targets)}::int[])`),
    )
    .orderBy(desc(pluginPackage.sequence), asc(pluginPackage.id))
  return asked.map(({ digest, target }) => rows.filter((row) => row.digest === digest && row.target === target))
}
