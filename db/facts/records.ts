import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import { type AuthorityOverride, anyDay, type DossierRecord, day, type State } from '../../policy/index.ts'
import { among, grouped, heldTrue, type KnownAt, type Ref } from '../recorded.ts'
import { statedRange, validityRanges } from '../stated.ts'
import { dossier } from '../tables/dossier.ts'
import { person, personAuthority, personPersonnel } from '../tables/person.ts'
import { type StateTable, stateDiscipline, stateHealth, statePersonnel } from '../tables/state.ts'
import type { Tx } from '../transaction.ts'

export type Grouped<T> = ReadonlyMap<string, readonly T[]>

const statesOf = (tx: Tx, table: StateTable, where: SQL | undefined) =>
  tx
    .select({
      id: table.id,
      personId: table.personId,
      kind: table.kind,
      value: table.value,
      fromOn: table.fromOn,
      fromPrecision: table.fromPrecision,
      toOn: table.toOn,
      toPrecision: table.toPrecision,
    })
    .from(table)
    .where(where)

/** States of every class, earliest first. */
export const gatherStates = async (tx: Tx, people: readonly Ref[], knownAt: KnownAt): Promise<Grouped<State>> => {
  const of = (table: StateTable) =>
    statesOf(tx, table, and(among({ root: table.root, id: table.personId }, people), heldTrue(table, knownAt)))
  const rows = await unionAll(of(statePersonnel), of(stateDiscipline), of(stateHealth)).orderBy(
    sql`from_on nulls first`,
    sql`id`,
  )
  return mapped(rows, (row) => ({ id: row.id, kind: row.kind, value: row.value, ...validityRanges(row) }))
}

/** Dated evidence, earliest first. */
export const gatherDossiers = async (
  tx: Tx,
  people: readonly Ref[],
  knownAt: KnownAt,
): Promise<Grouped<DossierRecord>> => {
  const rows = await tx
    .select()
    .from(dossier)
    .where(and(among({ root: dossier.root, id: dossier.personId }, people), heldTrue(dossier, knownAt)))
    .orderBy(sql`${dossier.onOn} nulls first`, asc(dossier.id))
  return mapped(rows, (row) => ({
    id: row.id,
    kind: row.kind,
    on: statedRange({ on: row.onOn, precision: row.onPrecision }) ?? anyDay,
    until: row.until === null ? null : day(row.until),
    result: row.result,
  }))
}

/** Dated rows that say who manages a person. */
export const gatherAuthorities = async (
  tx: Tx,
  people: readonly Ref[],
  knownAt: KnownAt,
): Promise<Grouped<AuthorityOverride>> => {
  const rows = await tx
    .select()
    .from(personAuthority)
    .where(
      and(
        among({ root: personAuthority.root, id: personAuthority.personId }, people),
        heldTrue(personAuthority, knownAt),
      ),
    )
    .orderBy(sql`${personAuthority.fromOn} nulls first`, asc(personAuthority.id))
  return mapped(rows, (row) => ({ jurisdiction: row.jurisdiction, ...validityRanges(row) }))
}

/** The person, and what the file says of them beside the career; the latter null when we had no file at that instant. */
export const gatherFiles = (tx: Tx, people: readonly Ref[], knownAt: KnownAt) =>
  tx
    .select({ person: { id: person.id, sex: person.sex }, file: personPersonnel })
    .from(person)
    .leftJoin(
      personPersonnel,
      and(
        eq(personPersonnel.root, person.root),
        eq(personPersonnel.personId, person.id),
        heldTrue(personPersonnel, knownAt),
      ),
    )
    .where(among(person, people))

export type FileRow = Awaited<ReturnType<typeof gatherFiles>>[number]

const mapped = <Row extends { readonly personId: string }, T>(rows: readonly Row[], as: (row: Row) => T): Grouped<T> =>
  new Map([...grouped(rows, (row) => row.personId)].map(([person, group]) => [person, group.map(as)]))
