import { and, asc, eq, gt, ilike, inArray, type SQL, sql } from 'drizzle-orm'
import type { DivisionLevel } from '../../policy/index.ts'
import { jurisdiction } from '../tables/jurisdiction.ts'
import type { Tx } from '../transaction.ts'
import type { Named } from './rows.ts'
import { startsWith } from './text.ts'

/** A node of the division tree, as a browser of the graph sees it. */
export interface JurisdictionRow {
  readonly code: string
  readonly name: string
  readonly level: DivisionLevel
  readonly kind: string
  readonly parent: string | null
  /** From the nation down to the parent. */
  readonly ancestors: readonly string[]
  readonly root: number
  readonly validFrom: string | null
  readonly validTo: string | null
}

const columns =
  sql.raw(`code::text, name, level, kind, parent::text, ancestors::text[], root, valid_from as "validFrom",
  valid_to as "validTo"`)

export const jurisdictionsByCode = async (tx: Tx, codes: readonly string[]): Promise<(JurisdictionRow | null)[]> => {
  const known = [...new Set(codes)].filter((code) => /^\d{6}$/.test(code))
  if (known.length === 0) return codes.map(() => null)
  const rows = await tx.execute<Named<JurisdictionRow>>(
    sql`select ${columns} from jurisdiction where code = any(${sql.param(known.map(Number))}::int[])`,
  )
  const byCode = new Map(rows.map((row) => [row.code, row]))
  return codes.map((code) => byCode.get(code) ?? null)
}

export interface JurisdictionSearch {
  readonly name?: string | null | undefined
  readonly level?: DivisionLevel | null | undefined
  readonly parent?: string | null | undefined
}

/** In the order of their codes. */
export const searchJurisdictions = async (
  tx: Tx,
  { name, level, parent }: JurisdictionSearch,
  page: { readonly limit: number; readonly after: string | null },
): Promise<readonly JurisdictionRow[]> => {
  const where: (SQL | undefined)[] = [
    name ? ilike(jurisdiction.name, `%${startsWith(name)}`) : undefined,
    level ? eq(jurisdiction.level, level) : undefined,
    parent ? eq(jurisdiction.parent, parent) : undefined,
    page.after === null ? undefined : gt(jurisdiction.code, page.after),
  ]
  return tx
    .select()
    .from(jurisdiction)
    .where(and(...where, sql`true`))
    .orderBy(asc(jurisdiction.code))
    .limit(page.limit)
}

/** The jurisdictions directly below each of these, in the order of their codes. */
export const jurisdictionsBelow = async (
  tx: Tx,
  parents: readonly string[],
): Promise<(readonly JurisdictionRow[])[]> => {
  const rows = await tx
    .select()
    .from(jurisdiction)
    .where(inArray(jurisdiction.parent, [...parents]))
    .orderBy(asc(jurisdiction.code))
  return parents.map((parent) => rows.filter((row) => row.parent === parent))
}
