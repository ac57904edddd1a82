import { and, asc, eq, gt, inArray, like, type SQL, sql } from 'drizzle-orm'
import type { Category, RetirementLimit, Sex, StatedText } from '../../policy/index.ts'
import { assignment } from '../tables/assignment.ts'
import { person, personPersonnel } from '../tables/person.ts'
import { postVersion } from '../tables/post.ts'
import type { Tx } from '../transaction.ts'
import { type AsOf, holdsOn, inOrder, isOneOf, knownAt, type RowRef, stated } from './as-of.ts'
import type { Named } from './rows.ts'
import { startsWith } from './text.ts'

/** Someone in the graph, core class. */
export interface PersonRow extends RowRef {
  readonly authority: string
  readonly code: string | null
  readonly name: string
  readonly sex: Sex | null
  readonly version: number
  readonly revisedAt: string
  readonly staff: boolean
}

/** What the file says of a person beside the career, personnel class. */
export interface PersonnelRow {
  readonly birth: StatedText | null
  readonly died: StatedText | null
  readonly ethnicity: string | null
  readonly category: Category | null
  readonly nativePlace: string | null
  readonly birthPlace: string | null
  readonly growthPlaces: readonly string[]
  readonly retirementLimit: RetirementLimit | null
  readonly workStart: StatedText | null
  readonly education: string | null
  readonly degree: string | null
  readonly party: string | null
}

const columns = sql.raw('root, id, authority::text, code, name, sex, version, revised_at as "revisedAt", staff')

export const peopleById = async (tx: Tx, refs: readonly RowRef[]): Promise<(PersonRow | null)[]> =>
  inOrder(refs, await tx.execute<Named<PersonRow>>(sql`select ${columns} from person where ${isOneOf(person, refs)}`))

/** People who carry a code; more than one when several authorities number alike. */
export const peopleByCode = (tx: Tx, code: string, authority: string | null): Promise<PersonRow[]> =>
  tx
    .select()
    .from(person)
    .where(and(eq(person.code, code), authority === null ? undefined : eq(person.authority, authority)))
    .orderBy(asc(person.authority))
    .limit(50)

export const personnelOf = async (
  tx: Tx,
  refs: readonly RowRef[],
  moment: string | null,
): Promise<(PersonnelRow | null)[]> => {
  const file = personPersonnel
  const key = { root: file.root, id: file.personId }
  const rows = await tx
    .select({
      ...key,
      birth: stated(file.birthOn, file.birthPrecision).as('birth'),
      died: stated(file.diedOn, file.diedPrecision).as('died'),
      ethnicity: file.ethnicity,
      category: file.category,
      nativePlace: file.nativePlace,
      birthPlace: file.birthPlace,
      growthPlaces: file.growthPlaces,
      retirementLimit: file.retirementLimit,
      workStart: stated(file.workStartOn, file.workStartPrecision).as('work_start'),
      education: file.education,
      degree: file.degree,
      party: file.party,
    })
    .from(file)
    .where(and(isOneOf(key, refs), knownAt(file, moment)))
  return inOrder(refs, rows)
}

export interface PersonSearch {
  /** Jurisdictions whose files are searched; all when not given. */
  readonly authorities?: readonly string[] | undefined
  /** Beginning of a code. */
  readonly code?: string | null | undefined
  /** Beginning of a name. */
  readonly name?: string | null | undefined
  /** Holders, on the day, of a post in one of these units. */
  readonly units?: readonly RowRef[] | undefined
  readonly staff?: boolean | null | undefined
}

/** In the order of code (people known only by name first) and id. */
export const searchPeople = (
  tx: Tx,
  { authorities, code, name, units, staff }: PersonSearch,
  at: AsOf,
  page: { readonly limit: number; readonly after: readonly [code: string, id: string] | null },
): Promise<PersonRow[]> => {
  const place = sql`coalesce(${person.code}, '')`
  const where: (SQL | undefined)[] = [
    authorities === undefined ? undefined : inArray(person.authority, [...authorities]),
    code ? like(person.code, startsWith(code)) : undefined,
    name ? like(person.name, startsWith(name)) : undefined,
    typeof staff === 'boolean' ? eq(person.staff, staff) : undefined,
    units === undefined ? undefined : holdsPostIn(units, at),
    page.after === null
      ? undefined
      : gt(sql`(${place}, ${person.id})`, sql`(${page.after[0]}, ${page.after[1]}::uuid)`),
  ]
  return tx
    .select()
    .from(person)
    .where(and(...where))
    .orderBy(asc(place), asc(person.id))
    .limit(page.limit)
}

const holdsPostIn = (units: readonly RowRef[], { on, knownAt: moment }: AsOf): SQL => {
  const inUnits = isOneOf({ root: postVersion.root, id: postVersion.unitId }, units)
  return sql`(${person.root}, ${person.id}) in (
    select ${assignment.root}, ${assignment.personId} from ${assignment}
    join ${postVersion} on ${postVersion.root} = ${assignment.postRoot} and ${postVersion.postId} = ${assignment.postId}
    where ${and(inUnits, knownAt(postVersion, moment), holdsOn(postVersion, on))}
    and ${and(knownAt(assignment, moment), holdsOn(assignment, on))})`
}
