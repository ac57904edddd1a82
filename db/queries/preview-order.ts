import { sql } from 'drizzle-orm'
import { among, type Ref } from '../recorded.ts'
import { person } from '../tables/person.ts'
import { unit } from '../tables/unit.ts'
import type { Tx } from '../transaction.ts'

/** Where a unit lies, and how its jurisdiction numbers it. */
export interface UnitPlaced extends Ref {
  readonly jurisdiction: string
  readonly code: string
}

/** These units, by id: a career names them without saying where they lie. */
export const unitsPlaced = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, UnitPlaced>> => {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({ root: unit.root, id: unit.id, jurisdiction: unit.jurisdiction, code: unit.code })
    .from(unit)
    .where(sql`${unit.id} = any(${sql.param([...ids])}::uuid[])`)
  return new Map(rows.map((row) => [row.id, row]))
}

/** What these people are called by their office, by id; who has no code goes by name. */
export const peopleCalled = async (tx: Tx, people: readonly Ref[]): Promise<ReadonlyMap<string, string>> => {
  if (people.length === 0) return new Map()
  const rows = await tx
    .select({ id: person.id, code: person.code, name: person.name })
    .from(person)
    .where(among(person, people))
  return new Map(rows.map(({ id, code, name }) => [id, code ?? name]))
}
