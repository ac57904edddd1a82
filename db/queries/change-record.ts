import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { v7 as uuid } from 'uuid'
import type { StateKind } from '../../policy/index.ts'
import { among, type Ref } from '../recorded.ts'
import { assignment } from '../tables/assignment.ts'
import { idempotencyKey } from '../tables/job.ts'
import { person } from '../tables/person.ts'
import { post, postVersion } from '../tables/post.ts'
import { stateDiscipline, stateHealth, statePersonnel, stateTableOf } from '../tables/state.ts'
import type { Tx } from '../transaction.ts'

/** A request that may be sent twice, and who sent it. */
export interface Request {
  readonly subject: string
  readonly key: string
  readonly act: string
  readonly bodyHash: string
}

/** A request seen before, with the answer it got. */
export type Seen = { readonly same: true; readonly response: unknown } | { readonly same: false }

/** Claims the request's key; `null` when nobody used it before. */
export const claimKey = async (tx: Tx, request: Request): Promise<Seen | null> => {
  const claimed = await tx
    .insert(idempotencyKey)
    .values(request)
    .onConflictDoNothing()
    .returning({ key: idempotencyKey.key })
  if (claimed.length > 0) return null
  const [row] = await tx.select().from(idempotencyKey).where(isKeyOf(request))
  if (row === undefined || row.act !== request.act || row.bodyHash !== request.bodyHash) return { same: false }
  return { same: true, response: row.response }
}

/** Keeps the answer beside the key, to be given again. */
export const keepResponse = async (tx: Tx, request: Request, response: unknown): Promise<void> => {
  await tx.update(idempotencyKey).set({ response }).where(isKeyOf(request))
}

const isKeyOf = ({ subject, key }: Request) => and(eq(idempotencyKey.subject, subject), eq(idempotencyKey.key, key))

const isRow = (table: { readonly root: PgColumn; readonly id: PgColumn }, { root, id }: Ref) =>
  and(eq(table.root, root), eq(table.id, id))

/** The person's row, kept from other changes until the transaction ends. */
export const lockPerson = async (tx: Tx, ref: Ref) => {
  const [row] = await tx.select().from(person).where(isRow(person, ref)).for('update')
  return row ?? null
}

/** The file has changed; returns its new version. */
export const raiseVersion = async (tx: Tx, ref: Ref): Promise<number> => {
  const [row] = await tx
    .update(person)
    .set({ version: sql`${person.version} + 1` })
    .where(isRow(person, ref))
    .returning({ version: person.version })
  return row?.version ?? 0
}

export type StoredAssignment = typeof assignment.$inferSelect
/** What a change says of an assignment; the rest follows. */
export type AssignmentValues = Omit<
  typeof assignment.$inferInsert,
  'rowId' | 'version' | 'sure' | 'recordedFrom' | 'recordedTo'
>

/** A career as we know it now, in its order. */
export const careerNow = (tx: Tx, { root, id }: Ref): Promise<StoredAssignment[]> =>
  tx
    .select()
    .from(assignment)
    .where(and(eq(assignment.root, root), eq(assignment.personId, id), isNull(assignment.recordedTo)))
    .orderBy(asc(assignment.ordinal), asc(assignment.id))

export const assignmentNow = async (tx: Tx, ref: Ref): Promise<StoredAssignment | null> => {
  const [row] = await tx
    .select()
    .from(assignment)
    .where(and(isRow(assignment, ref), isNull(assignment.recordedTo)))
  return row ?? null
}

const ended = { recordedTo: sql`greatest(now(), recorded_from)` }

/** What we believed of an assignment is believed no more. */
export const closeAssignment = async (tx: Tx, { root, rowId }: StoredAssignment): Promise<void> => {
  await tx
    .update(assignment)
    .set(ended)
    .where(and(eq(assignment.root, root), eq(assignment.rowId, rowId)))
}

export const insertAssignment = async (tx: Tx, values: AssignmentValues, version = 1): Promise<void> => {
  await tx.insert(assignment).values({ ...values, rowId: uuid(), version })
}

/** Posts of that code; several when several jurisdictions number alike. */
export const postsCoded = (tx: Tx, code: string, jurisdiction: string | null) =>
  tx
    .select()
    .from(post)
    .where(and(eq(post.code, code), jurisdiction === null ? undefined : eq(post.jurisdiction, jurisdiction)))
    .orderBy(asc(post.jurisdiction))
    .limit(50)

/** How a post was, as we know it now; it stays so until the transaction ends, since a change counts on its seats. */
export const postNow = (tx: Tx, { root, id }: Ref) =>
  tx
    .select()
    .from(postVersion)
    .where(and(eq(postVersion.root, root), eq(postVersion.postId, id), isNull(postVersion.recordedTo)))
    .orderBy(sql`${postVersion.fromOn} nulls first`)
    .for('share')

/** Everyone who holds a post so that there is no room for another, or held it. */
export const holdersOf = (tx: Tx, { root, id }: Ref) =>
  tx
    .select({
      personId: assignment.personId,
      assignmentId: assignment.id,
      name: person.name,
      code: person.code,
      fromOn: assignment.fromOn,
      fromPrecision: assignment.fromPrecision,
      toOn: assignment.toOn,
      toPrecision: assignment.toPrecision,
    })
    .from(assignment)
    .innerJoin(person, and(eq(person.root, assignment.root), eq(person.id, assignment.personId)))
    .where(
      and(
        // A list of one: for a bare equation the planner may walk the whole index that keeps a post from being held twice.
        among({ root: assignment.postRoot, id: assignment.postId }, [{ root, id }]),
        eq(assignment.exclusive, true),
        isNull(assignment.recordedTo),
      ),
    )
    .orderBy(asc(assignment.fromOn))

export type StoredState = typeof statePersonnel.$inferSelect
export type StateValues = Omit<typeof statePersonnel.$inferInsert, 'rowId' | 'version' | 'recordedFrom' | 'recordedTo'>

/** A state as we know it now, whichever class it belongs to. */
export const stateNow = async (tx: Tx, ref: Ref): Promise<StoredState | null> => {
  for (const table of [statePersonnel, stateDiscipline, stateHealth]) {
    const [row] = await tx
      .select()
      .from(table)
      .where(and(isRow(table, ref), isNull(table.recordedTo)))
    if (row !== undefined) return row
  }
  return null
}

export const closeState = async (tx: Tx, { kind, root, rowId }: StoredState): Promise<void> => {
  const table = stateTableOf(kind)
  await tx
    .update(table)
    .set(ended)
    .where(and(eq(table.root, root), eq(table.rowId, rowId)))
}

export const insertState = async (
  tx: Tx,
  values: StateValues & { readonly kind: StateKind },
  version = 1,
): Promise<void> => {
  await tx.insert(stateTableOf(values.kind)).values({ ...values, rowId: uuid(), version })
}
