import { and, asc, eq, gte, sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { rootOf as placementOf } from '../divisions.ts'
import type { Stretch } from '../facts/bulk.ts'
import { among, type Ref } from '../recorded.ts'
import { evaluation } from '../tables/finding.ts'
import { jurisdiction } from '../tables/jurisdiction.ts'
import { person } from '../tables/person.ts'
import type { Tx } from '../transaction.ts'
import type { EvaluationRef } from './finding-store.ts'

/** First part of the keys of our advisory locks; the second is the authority. */
const recordLock = 7_301
const buildLock = 7_302
const policyLock = 7_304

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

/** Holds off every installation until the transaction ends; taken by everyone who judges while writing facts. */
export const sharePolicy = async (tx: Tx): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${policyLock}::int, 0)`)
}

/** Waits for everyone who is just judging, and is the one to change what is installed until the transaction ends. */
export const ownPolicy = async (tx: Tx): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(${policyLock}::int, 0)`)
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

/**
 * The authority's first evaluation, current from the start; `null` when someone else was quicker. In a serializable
 * transaction that loses this race the whole is run again.
 */
export const beginEvaluation = async (
  tx: Tx,
  authority: string,
  policyDigest: string,
): Promise<StandingEvaluation | null> => {
  const root = await rootOf(tx, authority)
  const values = { root, id: uuid(), authority, policyDigest, state: 'current' as const, activatedAt: sql`now()` }
  const [row] = await tx
    .insert(evaluation)
    .values(values)
    .onConflictDoNothing({ target: [evaluation.root, evaluation.authority], where: sql`state = 'current'` })
    .returning(standing)
  return row ?? null
}

const rootOf = async (tx: Tx, authority: string): Promise<number> => {
  const [row] = await tx.select({ root: jurisdiction.root }).from(jurisdiction).where(eq(jurisdiction.code, authority))
  if (row === undefined) throw new RangeError(`\`${authority}\` is no jurisdiction.`)
  return row.root
}

/** Sets aside what a process that died (or was overtaken) had built: it answers at no moment, then or later. */
export const discardBuilding = async (tx: Tx, authority: string): Promise<void> => {
  await tx.execute(sql`
    with moment as materialized (select clock_timestamp() as at)
    update evaluation set state = 'superseded', activated_at = moment.at, superseded_at = moment.at from moment
    where authority = ${Number(authority)} and state = 'building'`)
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

/** The people of these authorities in stretches of so many, and how many they are. */
export const stretchesOf = async (
  tx: Tx,
  authorities: readonly string[],
  size: number,
): Promise<{ readonly total: number; readonly stretches: readonly Stretch[] }> => {
  const codes = authorities.map(Number)
  const rows = await tx.execute<{ root: number; authority: number; id: string; people: number }>(sql`
    select root, authority, id, people::int from (
      select root, authority, id, row_number() over (partition by root, authority order by id) as place,
        count(*) over (partition by root, authority) as people
      from person where root = any(${sql.param([...new Set(authorities.map(placementOf))])}::int[]) and authority = any(${sql.param(codes)}::int[])) p
    where (place - 1) % ${size}::int = 0 order by root, authority, id`)
  let total = 0
  const stretches = rows.map(({ root, authority, id, people }, i) => {
    const next = rows[i + 1]
    const goesOn = next?.root === root && next.authority === authority
    if (!goesOn) total += people
    return { root, authority: String(authority), from: id, before: goesOn ? next.id : null }
  })
  return { total, stretches }
}

/** This transaction's commit does not wait for the disk: a later one that does wait makes it lasting too. */
export const commitLater = async (tx: Tx): Promise<void> => {
  await tx.execute(sql`set local synchronous_commit = off`)
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

/** Keeps everyone else from changing anything about these people until the transaction ends. */
export const lockPeople = async (tx: Tx, people: readonly Ref[]): Promise<void> => {
  await tx.select({ id: person.id }).from(person).where(among(person, people)).orderBy(asc(person.id)).for('update')
}

/**
 * People of whom an evaluation speaks although their files lie elsewhere by now. The authority is compared after the
 * join: while the tables have just been filled, the planner would search all of an authority's people for each finding.
 */
export const strayPeople = async (tx: Tx, { root, id, authority }: EvaluationRef): Promise<string[]> => {
  const rows = await tx.execute<{ id: string }>(sql`
    select distinct s.person_id as id from finding_span s left join person p on p.root = s.root and p.id = s.person_id
    where s.root = ${root} and s.evaluation_id = ${id} and s.recorded_to is null
      and p.authority is distinct from ${Number(authority)}`)
  return rows.map((row) => row.id)
}

/** Marks people as revised at this very moment of the clock, for an evaluation that is being built meanwhile. */
export const markRevised = async (tx: Tx, people: readonly Ref[]): Promise<void> => {
  await tx.update(person).set({ revisedAt: sql`clock_timestamp()` }).where(among(person, people))
}

/** People by the authority their files lie with. */
export const authoritiesOf = async (tx: Tx, people: readonly Ref[]): Promise<Map<string, Ref[]>> => {
  const rows = await tx
    .select({ root: person.root, id: person.id, authority: person.authority })
    .from(person)
    .where(among(person, people))
    .orderBy(asc(person.id))
  const byAuthority = new Map<string, Ref[]>()
  for (const { root, id, authority } of rows) {
    const group = byAuthority.get(authority)
    if (group === undefined) byAuthority.set(authority, [{ root, id }])
    else group.push({ root, id })
  }
  return byAuthority
}

/** Waits until nobody builds an evaluation of the authority, and is the one to build it until the transaction ends. */
export const ownBuilding = async (tx: Tx, authority: string): Promise<void> => {
  await tx.execute(sql`set local lock_timeout = '10min'`)
  await tx.execute(sql`select pg_advisory_xact_lock(${buildLock}::int, ${Number(authority)}::int)`)
}

/** True when nobody alive builds an evaluation of the authority. */
export const isNobodyBuilding = async (tx: Tx, authority: string): Promise<boolean> => {
  const [row] = await tx.execute<{ free: boolean }>(
    sql`select pg_try_advisory_xact_lock(${buildLock}::int, ${Number(authority)}::int) as free`,
  )
  return row?.free === true
}

/** Keeps an idle transaction from being taken for a forgotten one. */
export const stayAwake = async (tx: Tx): Promise<void> => {
  await tx.execute(sql`select 1`)
}
