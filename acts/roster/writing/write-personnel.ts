import { v7 } from 'uuid'
import { insertMany } from '../../../db/insert-many.ts'
import { storedDay } from '../../../db/stated.ts'
import { personPersonnel } from '../../../db/tables/person.ts'
import type { Tx } from '../../../db/transaction.ts'
import type { Homes } from '../checking/home.ts'
import type { PersonRow } from '../checking/rows.ts'
import type { StatedDay } from '../reading/stated-day.ts'
import { by, currently, keyed, revise, superseded } from './revision.ts'
import { homeOf, type PeopleToWrite, refsOf } from './write-files.ts'

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
  await insertMany(tx, personPersonnel, insert)
  return insert.map(({ personId }) => personId)
}
