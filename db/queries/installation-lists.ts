import { and, asc, desc, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { rootOf } from '../divisions.ts'
import { grouped } from '../recorded.ts'
import { job } from '../tables/job.ts'
import { installation } from '../tables/plugin.ts'
import type { Tx } from '../transaction.ts'
import { sweepKind } from './conflict-jobs.ts'
import type { InstallationRow } from './evaluation-policy.ts'
import { authoritiesReachedFrom } from './evaluation-reach.ts'

const current = isNull(installation.recordedTo)

const listsOf = (
  keys: readonly string[],
  rows: readonly InstallationRow[],
  keyOf: (row: InstallationRow) => string,
) => {
  const lists = grouped(rows, keyOf)
  return keys.map((key) => lists.get(key) ?? [])
}

/** Whatever was ever proposed for each of these jurisdictions itself: by plugin, the latest first. */
export const installationsOfPlaces = async (
  tx: Tx,
  codes: readonly string[],
): Promise<(readonly InstallationRow[])[]> => {
  const rows = await tx
    .select()
    .from(installation)
    .where(and(current, sql`${installation.jurisdiction} = any(${sql.param(codes.map(Number))}::int[])`))
    .orderBy(asc(installation.pluginId), desc(installation.sequence))
  return listsOf(codes, rows, ({ jurisdiction }) => jurisdiction)
}

/** Every installation of each of these documents: by place, the latest first. */
export const installationsOfDocuments = async (
  tx: Tx,
  digests: readonly string[],
): Promise<(readonly InstallationRow[])[]> => {
  const rows = await tx
    .select()
    .from(installation)
    .where(and(current, inArray(installation.digest, [...digests])))
    .orderBy(asc(installation.jurisdiction), desc(installation.sequence))
  return listsOf(digests, rows, ({ digest }) => digest)
}

/** Every step each of these installations has taken, the first one first. */
export const stepsOfMany = async (tx: Tx, ids: readonly string[]): Promise<(readonly InstallationRow[])[]> => {
  const rows = await tx
    .select()
    .from(installation)
    .where(inArray(installation.id, [...ids]))
    .orderBy(asc(installation.recordedFrom), asc(installation.rowId))
  return listsOf(ids, rows, ({ id }) => id)
}

/** Jobs that the last step of an installation asked for, or joined: they judge anew whomever it reaches. */
export const jobsOfLastStep = async (tx: Tx, { jurisdiction, recordedFrom }: InstallationRow): Promise<string[]> => {
  const authorities = await authoritiesReachedFrom(tx, jurisdiction)
  const numbers = (codes: readonly (string | number)[]) =>
    sql`any(${sql.param([...new Set(codes.map(Number))])}::int[])`
  const rows = await tx
    .select({ id: job.id })
    .from(job)
    .where(
      and(
        lte(job.createdAt, recordedFrom),
        gte(job.updatedAt, recordedFrom),
        or(
          and(eq(job.kind, 'evaluation'), sql`${job.authority} = ${numbers(authorities)}`),
          and(eq(job.kind, sweepKind), sql`${job.authority} = ${numbers(authorities.map(rootOf))}`),
        ),
      ),
    )
    .orderBy(asc(job.createdAt), asc(job.id))
  return rows.map(({ id }) => id)
}
