import { sql } from 'drizzle-orm'
import { batchesOf, mapped } from '../../../db/batches.ts'
import { insertMany } from '../../../db/insert-many.ts'
import { person } from '../../../db/tables/person.ts'
import type { Tx } from '../../../db/transaction.ts'
import type { NamedPeople } from '../checking/check-kin.ts'
import type { Someone } from '../checking/entity.ts'
import type { Home, Homes } from '../checking/home.ts'
import type { PeopleRows, PersonRow } from '../checking/rows.ts'
import { filled } from '../reading/draft.ts'
import { by, contentOf, keyed } from './revision.ts'

/** People held against what is stored at once. */
const batch = 2_000

export const homeOf = (homes: Homes, id: string): Home => filled(homes.get(id) ?? null)

/** References of the people in a scope whose file already exists. */
export const refsOf = (people: Iterable<string>, homes: Homes) =>
  [...people].map((id) => ({ root: homeOf(homes, id).root, value: id }))

export interface PeopleToWrite {
  readonly rows: PeopleRows
  readonly homes: Homes
  /** Who is meant by a relative’s name. */
  readonly named: NamedPeople
  /** Who counts as staff, by id. */
  readonly staff: ReadonlyMap<string, boolean | null>
}

/** Keeps the files of everyone the roster speaks of from single changes until the transaction ends. */
export const lockFiles = async (tx: Tx, { people, ...sheets }: PeopleRows): Promise<void> => {
  const spokenOf = [...people.map(({ self }) => self), ...Object.values(sheets).flatMap((rows) => rows.map(personOf))]
  const stored = new Map(spokenOf.flatMap(({ stored: known }) => (known === null ? [] : [[known.id, known] as const])))
  const refs = by([...stored.values()], ({ id }) => id)
  await tx
    .select({ id: person.id })
    .from(person)
    .where(keyed(person.root, person.id, refs))
    .orderBy(person.id)
    .for('update')
}

const personOf = (row: { readonly person: Someone }) => row.person

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
  await insertMany(
    tx,
    person,
    mapped(
      people.filter(({ self }) => self.stored === null),
      (row) => personRow(row, writing),
    ),
  )
  const changed: string[] = []
  for (const some of batchesOf(
    people.filter(({ self }) => self.stored !== null),
    batch,
  )) {
    for (const id of await restateCores(tx, writing, some)) changed.push(id)
  }
  return changed
}

const restateCores = async (
  tx: Tx,
  writing: PeopleToWrite,
  people: readonly PersonRow[],
): Promise<readonly string[]> => {
  const known = new Map(people.map((row) => [row.self.id, row]))
  const stored = await tx
    .select()
    .from(person)
    .where(keyed(person.root, person.id, refsOf(known.keys(), writing.homes)))
  const changed = stored.flatMap((before) => {
    const row = known.get(before.id)
    const after = row === undefined ? null : coreOf(row, writing, before)
    if (after === null || contentOf(after, core) === contentOf<Core>(before, core)) return []
    return [{ root: before.root, id: before.id, ...after }]
  })
  if (changed.length > 0)
    await tx.execute(sql`
    update person set name = filed.name, sex = filed.sex, authority = filed.authority, staff = filed.staff
    from json_populate_recordset(null::person, ${JSON.stringify(changed)}::json) filed
    where person.root = filed.root and person.id = filed.id`)
  return changed.map(({ id }) => id)
}

type StoredCore = typeof person.$inferSelect
type Core = Pick<StoredCore, 'name' | 'sex' | 'authority' | 'staff'>
const core = ['name', 'sex', 'authority', 'staff'] satisfies (keyof Core)[]

/** What the core of a stored file now says. Where the roster does not tell whether someone is staff, what is stored stands. */
const coreOf = (row: PersonRow, writing: PeopleToWrite, before: StoredCore): Core => {
  const { name, sex, authority } = personRow(row, writing)
  return { name, sex: sex ?? null, authority, staff: writing.staff.get(before.id) ?? before.staff }
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
