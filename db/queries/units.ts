import { and, asc, eq, like, lte, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { StatedText, UnitKind } from '../../policy/index.ts'
import { unit, unitVersion } from '../tables/unit.ts'
import type { Tx } from '../transaction.ts'
import { type AsOf, endsAfter, inForceFirst, inOrder, isOneOf, knownAt, type RowRef, stated } from './as-of.ts'
import { type CodePage, isAfter } from './code-page.ts'
import { startsWith } from './text.ts'

/** What a unit is called and is, from one day to another. */
export interface UnitVersionRow {
  readonly name: string
  readonly kind: UnitKind
  readonly parentId: string | null
  readonly functions: readonly string[]
  readonly system: string | null
  readonly legalPerson: boolean | null
  readonly staffing: number | null
  readonly from: StatedText | null
  readonly to: StatedText | null
}

/** A unit as it was on a day. */
export interface UnitRow extends RowRef, UnitVersionRow {
  readonly jurisdiction: string
  readonly code: string
}

const version = {
  name: unitVersion.name,
  kind: unitVersion.kind,
  parentId: unitVersion.parentId,
  functions: unitVersion.functions,
  system: unitVersion.system,
  legalPerson: unitVersion.legalPerson,
  staffing: unitVersion.staffing,
  from: stated(unitVersion.fromOn, unitVersion.fromPrecision).as('valid_from'),
  to: stated(unitVersion.toOn, unitVersion.toPrecision).as('valid_to'),
}

const ofUnit = and(eq(unitVersion.root, unit.root), eq(unitVersion.unitId, unit.id))

const unitsWhere = (tx: Tx, where: SQL | undefined, { on, knownAt: moment }: AsOf) =>
  tx
    .selectDistinctOn([unit.root, unit.id], {
      root: unit.root,
      id: unit.id,
      jurisdiction: unit.jurisdiction,
      code: unit.code,
      ...version,
    })
    .from(unit)
    .innerJoin(unitVersion, and(ofUnit, knownAt(unitVersion, moment)))
    .where(where)
    .orderBy(unit.root, unit.id, ...inForceFirst(unitVersion, on))

export const unitsAt = async (tx: Tx, refs: readonly RowRef[], at: AsOf): Promise<(UnitRow | null)[]> =>
  inOrder(refs, await unitsWhere(tx, isOneOf(unit, refs), at))

/** Units that carry a code; more than one when several jurisdictions number alike. */
export const unitsByCode = (tx: Tx, code: string, jurisdiction: string | null, at: AsOf): Promise<UnitRow[]> =>
  unitsWhere(tx, and(eq(unit.code, code), jurisdiction === null ? undefined : eq(unit.jurisdiction, jurisdiction)), at)

export interface UnitSearch {
  readonly jurisdiction?: string | null | undefined
  readonly code?: string | null | undefined
  readonly name?: string | null | undefined
  readonly kind?: UnitKind | null | undefined
}

/** Units that are so on the day, in the order of code and id. */
export const searchUnits = async (
  tx: Tx,
  search: UnitSearch,
  at: AsOf,
  page: CodePage,
): Promise<readonly UnitRow[]> => {
  const { jurisdiction, code, name, kind } = search
  const once = and(
    jurisdiction ? eq(unit.jurisdiction, jurisdiction) : undefined,
    code ? like(unit.code, startsWith(code)) : undefined,
    isAfter(unit, page.after),
  )
  const on = unitsWhere(tx, once, at).as('on_day')
  return tx
    .select()
    .from(on)
    .where(
      and(
        kind ? eq(on.kind, kind) : undefined,
        name ? like(on.name, `%${startsWith(name)}`) : undefined,
        endsAfter(on.to, at.on),
      ),
    )
    .orderBy(asc(on.code), asc(on.id))
    .limit(page.limit)
}

/** For each of these units, the first units directly below it on the day, in the order of code and id. */
export const unitsBelow = async (
  tx: Tx,
  parents: readonly RowRef[],
  at: AsOf,
  page: CodePage,
): Promise<(readonly UnitRow[])[]> => {
  const ever = alias(unitVersion, 'ever')
  const belowThem = isOneOf({ root: ever.root, id: ever.parentId }, parents)
  const everBelow = tx.select({ root: ever.root, unit: ever.unitId }).from(ever).where(belowThem)
  const on = unitsWhere(tx, and(sql`(${unit.root}, ${unit.id}) in ${everBelow}`, isAfter(unit, page.after)), at).as(
    'on_day',
  )
  const place = sql<number>`row_number() over (partition by ${on.root}, ${on.parentId} order by ${on.code}, ${on.id})`
  const ranked = tx
    .select({ ...on._.selectedFields, place: place.as('place') })
    .from(on)
    .where(endsAfter(on.to, at.on))
    .as('ranked')
  const rows = await tx
    .select()
    .from(ranked)
    .where(lte(ranked.place, page.limit))
    .orderBy(asc(ranked.code), asc(ranked.id))
  return parents.map(({ root, id }) => rows.filter((row) => row.root === root && row.parentId === id))
}

/** For each of these jurisdictions (by its root and code), the first units that lie there on the day, in the order of code and id. */
export const unitsIn = async (
  tx: Tx,
  jurisdictions: readonly RowRef[],
  at: AsOf,
  page: CodePage,
): Promise<(readonly UnitRow[])[]> => {
  const roots = [...new Set(jurisdictions.map(({ root }) => root))]
  const codes = jurisdictions.map(({ id }) => Number(id))
  const there = sql`${unit.root} = any(${sql.param(roots)}::int[]) and ${unit.jurisdiction} = any(${sql.param(codes)}::int[])`
  const on = unitsWhere(tx, and(there, isAfter(unit, page.after)), at).as('on_day')
  const place = sql<number>`row_number() over (partition by ${on.jurisdiction} order by ${on.code}, ${on.id})`
  const ranked = tx
    .select({ ...on._.selectedFields, place: place.as('place') })
    .from(on)
    .where(endsAfter(on.to, at.on))
    .as('ranked')
  const rows = await tx
    .select()
    .from(ranked)
    .where(lte(ranked.place, page.limit))
    .orderBy(asc(ranked.code), asc(ranked.id))
  return jurisdictions.map(({ id }) => rows.filter((row) => row.jurisdiction === id))
}

/** Every version of these units that we knew of, oldest first. */
export const unitHistories = async (
  tx: Tx,
  refs: readonly RowRef[],
  moment: string | null,
): Promise<(readonly UnitVersionRow[])[]> => {
  const key = { root: unitVersion.root, id: unitVersion.unitId }
  const rows = await tx
    .select({ ...key, ...version })
    .from(unitVersion)
    .where(and(isOneOf(key, refs), knownAt(unitVersion, moment)))
    .orderBy(sql`${unitVersion.fromOn} asc nulls first`)
  return refs.map(({ root, id }) => rows.filter((row) => row.root === root && row.id === id))
}
