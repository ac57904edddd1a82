import { and, asc, eq, gt, gte, isNull, lte, or, sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { evaluation, finding, findingSpan } from '../tables/finding.ts'
import { jurisdiction } from '../tables/jurisdiction.ts'
import { person } from '../tables/person.ts'
import type { Tx } from '../transaction.ts'
import type { EvaluationRef } from './finding-store.ts'

/** First part of the keys of our advisory locks; the second is the authority. */
const recordLock = 7_301
const buildLock = 7_302

/**
 * Holds off the flip of an authority's evaluation until the transaction ends. Taken by everyone who writes findings,
 * after their other writes and before they look for the current evaluation.
 */
export const shareRecord = async (tx: Tx, authority: string): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${recordLock}::int, ${Number(authority)}::int)`)
}

/** Waits for all writers of the authority's findings, and holds new ones off until the transaction ends. */
export const ownRecord = async (tx: Tx, authority: string): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(${recordLock}::int, ${Number(authority)}::int)`)
}

export interface StandingEvaluation extends EvaluationRef {
  readonly policyDigest: string
  readonly startedAt: string
}

const standing = {
  root: evaluation.root,
  id: evaluation.id,
  authority: evaluation.authority,
  policyDigest: evaluation.policyDigest,
  startedAt: evaluation.startedAt,
}

/**
 * The authority's current evaluation, kept from being superseded until the transaction ends. A serializable transaction
 * that saw an older one fails here and is run again.
 */
export const currentEvaluation = async (tx: Tx, authority: string): Promise<StandingEvaluation | null> => {
  const rows = await tx
    .select(standing)
    .from(evaluation)
    .where(and(eq(evaluation.authority, authority), eq(evaluation.state, 'current')))
    .for('share')
  return rows[0] ?? null
}

/** The evaluation that was the authority's current one at a moment. */
export const evaluationAt = async (tx: Tx, authority: string, knownAt: string): Promise<StandingEvaluation | null> => {
  const rows = await tx
    .select(standing)
    .from(evaluation)
    .where(
      and(
        eq(evaluation.authority, authority),
        lte(evaluation.activatedAt, knownAt),
        or(isNull(evaluation.supersededAt), gt(evaluation.supersededAt, knownAt)),
      ),
    )
  return rows[0] ?? null
}

/** Opens an evaluation beside the current one. Its start is the clock's, read once all earlier writers are done. */
export const openEvaluation = async (tx: Tx, authority: string, policyDigest: string): Promise<StandingEvaluation> => {
  const root = await rootOf(tx, authority)
  const values = {
    root,
    id: uuid(),
    authority,
    policyDigest,
    state: 'building' as const,
    startedAt: sql`clock_timestamp()`,
  }
  const [row] = await tx.insert(evaluation).values(values).returning(standing)
  if (row === undefined) throw new Error('An inserted evaluation was not returned.')
  return row
}

const rootOf = async (tx: Tx, authority: string): Promise<number> => {
  const [row] = await tx.select({ root: jurisdiction.root }).from(jurisdiction).where(eq(jurisdiction.code, authority))
  if (row === undefined) throw new RangeError(`\`${authority}\` is no jurisdiction.`)
  return row.root
}

/** Throws away what a process that died (or was overtaken) had built: it was never said to anyone. */
export const discardBuilding = async (tx: Tx, authority: string): Promise<void> => {
  const stale = await tx
    .select({ root: evaluation.root, id: evaluation.id })
    .from(evaluation)
    .where(and(eq(evaluation.authority, authority), eq(evaluation.state, 'building')))
  for (const { root, id } of stale) {
    await tx.delete(findingSpan).where(and(eq(findingSpan.root, root), eq(findingSpan.evaluationId, id)))
    await tx.delete(finding).where(and(eq(finding.root, root), eq(finding.evaluationId, id)))
    await tx.delete(evaluation).where(and(eq(evaluation.root, root), eq(evaluation.id, id)))
  }
}

/** Makes a built evaluation the one that answers, in one statement; false when it was thrown away meanwhile. */
export const flipTo = async (tx: Tx, { root, id, authority }: EvaluationRef): Promise<boolean> => {
  const flipped = await tx.execute(sql`
    with moment as materialized (select clock_timestamp() as at),
    superseded as (
      update evaluation set state = 'superseded', superseded_at = moment.at from moment
      where root = ${root} and authority = ${Number(authority)} and state = 'current' returning id)
    update evaluation set state = 'current', activated_at = moment.at from moment
    where root = ${root} and id = ${id} and state = 'building' and (select count(*) from superseded) >= 0
    returning id`)
  return flipped.length === 1
}

/** People whose files lie with the authority, in a stable order. */
export const peopleOf = async (tx: Tx, authority: string): Promise<string[]> => {
  const rows = await tx
    .select({ id: person.id })
    .from(person)
    .where(eq(person.authority, authority))
    .orderBy(asc(person.id))
  return rows.map((row) => row.id)
}

/** People of the authority whose facts were written since a moment. */
export const revisedSince = async (tx: Tx, authority: string, since: string): Promise<string[]> => {
  const rows = await tx
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.authority, authority), gte(person.revisedAt, since)))
    .orderBy(asc(person.id))
  return rows.map((row) => row.id)
}

/** Marks people as revised at this very moment of the clock, for an evaluation that is being built meanwhile. */
export const markRevised = async (tx: Tx, root: number, people: readonly string[]): Promise<void> => {
  await tx.execute(sql`update person set revised_at = clock_timestamp()
    where root = ${root} and id in ${people}`)
}

export const buildLockKeys = (authority: string) => [buildLock, Number(authority)] as const
