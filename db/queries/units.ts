import { eq, like, type SQL, sql } from 'drizzle-orm'
import type { StatedText, UnitKind } from '../../policy/index.ts'
import { grouped } from '../recorded.ts'
import { unit, unitVersion } from '../tables/unit.ts'
import type { Tx } from '../transaction.ts'
import { type AsOf, endsAfter, inForceFirst, inOrder, isOneOf, knownAt, type RowRef } from './as-of.ts'
import { type CodePage, isAfter } from './code-page.ts'
import { allOf, anyEver, type Named, statedText } from './rows.ts'
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

const version = `unit_version.name, unit_version.kind, unit_version.parent_id as "parentId", unit_version.functions,
  unit_version.system, unit_version.legal_person as "legalPerson", unit_version.staffing,
  ${statedText('unit_version.from')} as "from", ${statedText('unit_version.to')} as "to"`

const columns = sql.raw(`unit.root, unit.id, unit.jurisdiction::text, unit.code, ${version}`)

/** Each of these units as it was on the day. */
const unitsOn = (where: SQL, { on, knownAt: moment }: AsOf): SQL => sql`
  select distinct on (unit.root, unit.id) ${columns}
  from unit join unit_version on unit_version.root = unit.root and unit_version.unit_id = unit.id
  where ${allOf(where, knownAt(unitVersion, moment))}
  order by unit.root, unit.id, ${sql.join(inForceFirst(unitVersion, on), sql.raw(', '))}`

export const unitsAt = async (tx: Tx, refs: readonly RowRef[], at: AsOf): Promise<(UnitRow | null)[]> =>
  inOrder(refs, await tx.execute<Named<UnitRow>>(unitsOn(isOneOf(unit, refs), at)))

/** Units that carry a code; more than one when several jurisdictions number alike. */
export const unitsByCode = (
  tx: Tx,
  code: string,
  jurisdiction: string | null,
  at: AsOf,
): Promise<readonly UnitRow[]> => {
  const there = jurisdiction === null ? undefined : eq(unit.jurisdiction, jurisdiction)
  return tx.execute<Named<UnitRow>>(unitsOn(allOf(eq(unit.code, code), there), at))
}

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
  const once = allOf(
    jurisdiction ? eq(unit.jurisdiction, jurisdiction) : undefined,
    code ? like(unit.code, startsWith(code)) : undefined,
    isAfter(unit, page.after),
  )
  const then = allOf(
    kind ? sql`kind = ${kind}` : undefined,
    name ? sql`name like ${`%${startsWith(name)}`}` : undefined,
    endsAfter(sql.raw('"to"'), at.on),
  )
  return tx.execute<Named<UnitRow>>(
    sql`select * from (${unitsOn(once, at)}) on_day where ${then} order by code, id limit ${page.limit}`,
  )
}

/** The first units of each owner, in the order of code and id. */
const firstOfEach = (tx: Tx, owner: '"parentId"' | 'jurisdiction', where: SQL, at: AsOf, page: CodePage) =>
  tx.execute<Named<UnitRow>>(sql`select * from (
      select *, row_number() over (partition by root, ${sql.raw(owner)} order by code, id) as place
      from (${unitsOn(allOf(where, isAfter(unit, page.after)), at)}) on_day
      where ${endsAfter(sql.raw('"to"'), at.on)}) ranked
    where place <= ${page.limit} order by code, id`)

/** For each of these units, the first units directly below it on the day. */
export const unitsBelow = async (
  tx: Tx,
  parents: readonly RowRef[],
  at: AsOf,
  page: CodePage,
): Promise<(readonly UnitRow[])[]> => {
  const ever = isOneOf({ root: unitVersion.root, id: unitVersion.parentId }, parents)
  const everBelow = anyEver(unit, sql`select unit_id from unit_version where ${ever}`, parents)
  const lists = grouped(
    await firstOfEach(tx, '"parentId"', everBelow, at, page),
    (row) => `${row.root}:${row.parentId}`,
  )
  return parents.map(({ root, id }) => lists.get(`${root}:${id}`) ?? [])
}

/** For each of these jurisdictions (by its root and code), the first units that lie there on the day. */
export const unitsIn = async (
  tx: Tx,
  jurisdictions: readonly RowRef[],
  at: AsOf,
  page: CodePage,
): Promise<(readonly UnitRow[])[]> => {
  const roots = sql.param([...new Set(jurisdictions.map(({ root }) => root))])
  const codes = sql.param(jurisdictions.map(({ id }) => Number(id)))
  const there = sql`unit.root = any(${roots}::int[]) and unit.jurisdiction = any(${codes}::int[])`
  const lists = grouped(await firstOfEach(tx, 'jurisdiction', there, at, page), (row) => row.jurisdiction)
  return jurisdictions.map(({ id }) => lists.get(id) ?? [])
}

/** Every version of these units that we knew of, oldest first. */
export const unitHistories = async (
  tx: Tx,
  refs: readonly RowRef[],
  moment: string | null,
): Promise<(readonly UnitVersionRow[])[]> => {
  const key = { root: unitVersion.root, id: unitVersion.unitId }
  const known = allOf(isOneOf(key, refs), knownAt(unitVersion, moment))
  const rows = await tx.execute<Named<UnitVersionRow & RowRef>>(
    sql`select root, unit_id as id, ${sql.raw(version)} from unit_version where ${known} order by from_on asc nulls first`,
  )
  return refs.map(({ root, id }) => rows.filter((row) => row.root === root && row.id === id))
}
