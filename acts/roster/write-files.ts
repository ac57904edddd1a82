import { and, eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { storedDay, storedValidity } from '../../db/stated.ts'
import { dossier } from '../../db/tables/dossier.ts'
import { person, personAuthority, personPersonnel } from '../../db/tables/person.ts'
import type { Tx } from '../../db/transaction.ts'
import { dayText } from '../../policy/index.ts'
import { filled } from './draft.ts'
import type { Home, Homes } from './home.ts'
import { by, currently, inChunks, keyed, revise, superseded } from './revision.ts'
import type { PeopleRows, PersonRow } from './rows.ts'
import { scopeOf } from './scope.ts'
import type { StatedDay } from './stated-day.ts'

export const homeOf = (homes: Homes, id: string): Home => filled(homes.get(id) ?? null)

/** References of the people in a scope whose file already exists. */
export const refsOf = (people: Iterable<string>, homes: Homes) =>
  [...people].map((id) => ({ root: homeOf(homes, id).root, value: id }))

export interface PeopleToWrite {
  readonly rows: PeopleRows
  readonly homes: Homes
  /** Who counts as staff, by id. */
  readonly staff: ReadonlyMap<string, boolean | null>
}

type NewPerson = typeof person.$inferInsert

const personRow = ({ draft, self }: PersonRow, { homes, staff }: PeopleToWrite): NewPerson => ({
  ...homeOf(homes, self.id),
  id: self.id,
  code: self.code,
  name: filled(draft.values.name),
  sex: filled(draft.values.sex),
  staff: staff.get(self.id) ?? true,
})

/** New files, and what the core of the others now says. Returns whose core changed. */
export const writeCores = async (tx: Tx, writing: PeopleToWrite): Promise<readonly string[]> => {
  const { people } = writing.rows
  const fresh = people.filter(({ self }) => self.stored === null)
  await inChunks(
    fresh.map((row) => personRow(row, writing)),
    (some) => tx.insert(person).values(some),
  )
  const known = people.filter(({ self }) => self.stored !== null)
  const refs = by(
    known.map((row) => ({ root: homeOf(writing.homes, row.self.id).root, id: row.self.id })),
    ({ id }) => id,
  )
  const stored = new Map(
    (
      await tx
        .select()
        .from(person)
        .where(keyed(person.root, person.id, refs))
    ).map((r) => [r.id, r]),
  )
  const changed: string[] = []
  for (const row of known) {
    const before = stored.get(row.self.id)
    if (before === undefined) continue
    const { name, sex, authority, staff } = personRow(row, { ...writing, staff: staffOr(before.staff, writing, row) })
    const same = before.name === name && before.sex === sex && before.authority === authority && before.staff === staff
    if (same) continue
    changed.push(row.self.id)
    await tx
      .update(person)
      .set({ name, sex: sex ?? null, authority, staff: staff ?? true })
      .where(and(eq(person.root, before.root), eq(person.id, before.id)))
  }
  return changed
}

/** Where the roster does not tell whether someone is staff, what is stored stands. */
const staffOr = (before: boolean, { staff }: PeopleToWrite, { self }: PersonRow) =>
  new Map([[self.id, staff.get(self.id) ?? before]])

type NewFile = typeof personPersonnel.$inferInsert

const day = (stated: StatedDay | null) => storedDay(stated?.text ?? null)

const fileRow = ({ draft: { values }, self }: PersonRow, homes: Homes): NewFile => {
  const [birth, died, work] = [day(values.birth), day(values.died), day(values.work_start)]
  return {
    root: homeOf(homes, self.id).root,
    id: v7(),
    personId: self.id,
    ...{ birthOn: birth.on, birthPrecision: birth.precision },
    ...{ diedOn: died.on, diedPrecision: died.precision },
    ...{ workStartOn: work.on, workStartPrecision: work.precision },
    ethnicity: values.ethnicity,
    category: values.category,
    authorityOverride: values.authority,
    nativePlace: values.native_place,
    birthPlace: values.birth_place,
    growthPlaces: [...(values.growth_places ?? [])],
    retirementLimit: limitOf(values.retirement_limit),
    education: values.education,
    degree: values.degree,
    party: values.party,
  }
}

/** 已到龄人员 (`-1`) names no age limit: it is derived from sex, category and level, as for a blank cell. */
const limitOf = (limit: PersonRow['draft']['values']['retirement_limit']) => (limit === '-1' ? null : limit)

const fileContent = [
  ...([
    'personId',
    'birthOn',
    'birthPrecision',
    'diedOn',
    'diedPrecision',
    'workStartOn',
    'workStartPrecision',
  ] as const),
  ...(['ethnicity', 'category', 'authorityOverride', 'nativePlace', 'birthPlace', 'growthPlaces'] as const),
  ...(['retirementLimit', 'education', 'degree', 'party'] as const),
] satisfies (keyof NewFile)[]

/** The personnel sheet of everyone with a row in `people`. Returns whose changed. */
export const writePersonnel = async (tx: Tx, { rows, homes }: PeopleToWrite): Promise<readonly string[]> => {
  const refs = refsOf(
    rows.people.map(({ self }) => self.id),
    homes,
  )
  const stored = await tx
    .select()
    .from(personPersonnel)
    .where(currently(personPersonnel, personPersonnel.personId, refs))
  const wanted = rows.people.map((row) => fileRow(row, homes))
  const { close, insert } = revise<NewFile, (typeof stored)[number]>(stored, wanted, fileContent)
  const closing = keyed(
    personPersonnel.root,
    personPersonnel.id,
    by(close, ({ id }) => id),
  )
  await tx.update(personPersonnel).set(superseded).where(closing)
  await inChunks(insert, (some) => tx.insert(personPersonnel).values(some))
  return insert.map(({ personId }) => personId)
}

/** Dated overrides of who manages a person. Returns whose changed. */
export const writeAuthorities = async (tx: Tx, { rows, homes }: PeopleToWrite): Promise<readonly string[]> => {
  type New = typeof personAuthority.$inferInsert
  const wanted = rows.authorities.map(
    ({ draft: { values }, person: { id } }): New => ({
      root: homeOf(homes, id).root,
      id: v7(),
      personId: id,
      jurisdiction: filled(values.jurisdiction),
      ...storedValidity(filled(values.from).text, values.to?.text ?? null),
    }),
  )
  const scope = refsOf(scopeOf(rows, 'authorities'), homes)
  const stored = await tx
    .select()
    .from(personAuthority)
    .where(currently(personAuthority, personAuthority.personId, scope))
  const content = ['personId', 'jurisdiction', 'fromOn', 'fromPrecision', 'toOn', 'toPrecision'] as const
  const { close, insert } = revise<New, (typeof stored)[number]>(stored, wanted, content)
  const closing = keyed(
    personAuthority.root,
    personAuthority.id,
    by(close, ({ id }) => id),
  )
  await tx.update(personAuthority).set(superseded).where(closing)
  await inChunks(insert, (some) => tx.insert(personAuthority).values(some))
  return [...close, ...insert].map(({ personId }) => personId)
}

/** Dated evidence. Returns whose changed. */
export const writeDossier = async (tx: Tx, { rows, homes }: PeopleToWrite): Promise<readonly string[]> => {
  type New = typeof dossier.$inferInsert
  const wanted = rows.dossier.map(({ draft: { values }, person: { id }, post }): New => {
    const on = day(values.on)
    return {
      root: homeOf(homes, id).root,
      id: v7(),
      personId: id,
      kind: filled(values.kind),
      onOn: on.on,
      onPrecision: filled(on.precision),
      until: values.until === null || !Number.isFinite(values.until.hi) ? null : dayText(values.until.hi),
      result: values.result,
      by: values.by,
      handlers: [...(values.handlers ?? [])],
      postId: post?.id ?? null,
    }
  })
  const scope = refsOf(scopeOf(rows, 'dossier'), homes)
  const stored = await tx
    .select()
    .from(dossier)
    .where(currently(dossier, dossier.personId, scope))
  const content = ['personId', 'kind', 'onOn', 'onPrecision', 'until', 'result', 'by', 'handlers', 'postId'] as const
  const { close, insert } = revise<New, (typeof stored)[number]>(stored, wanted, content)
  await tx
    .update(dossier)
    .set(superseded)
    .where(
      keyed(
        dossier.root,
        dossier.id,
        by(close, ({ id }) => id),
      ),
    )
  await inChunks(insert, (some) => tx.insert(dossier).values(some))
  return [...close, ...insert].map(({ personId }) => personId)
}

/** The file of each of these people is a version further. */
export const bumpVersions = async (tx: Tx, people: readonly { readonly root: number; readonly id: string }[]) => {
  const refs = by(people, ({ id }) => id)
  if (refs.length === 0) return
  await tx
    .update(person)
    .set({ version: sql`${person.version} + 1`, revisedAt: sql`now()` })
    .where(keyed(person.root, person.id, refs))
}
