import { v7 } from 'uuid'
import { insertMany } from '../../../db/insert-many.ts'
import { storedDay, storedValidity } from '../../../db/stated.ts'
import { dossier } from '../../../db/tables/dossier.ts'
import { personAuthority } from '../../../db/tables/person.ts'
import type { Tx } from '../../../db/transaction.ts'
import { dayText } from '../../../policy/index.ts'
import type { Homes } from '../checking/home.ts'
import type { DossierRow } from '../checking/rows.ts'
import { scopeOf } from '../checking/scope.ts'
import { filled } from '../reading/draft.ts'
import { by, currently, keyed, revise, superseded } from './revision.ts'
import { homeOf, type PeopleToWrite, refsOf } from './write-files.ts'

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
  await insertMany(tx, personAuthority, insert)
  return [...close, ...insert].map(({ personId }) => personId)
}

type NewRecord = typeof dossier.$inferInsert

const recordRow = ({ draft: { values }, person: { id }, post }: DossierRow, homes: Homes): NewRecord => {
  const on = storedDay(filled(values.on).text)
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
}

/** Dated evidence. Returns whose changed. */
export const writeDossier = async (tx: Tx, { rows, homes }: PeopleToWrite): Promise<readonly string[]> => {
  const wanted = rows.dossier.map((row) => recordRow(row, homes))
  const scope = refsOf(scopeOf(rows, 'dossier'), homes)
  const stored = await tx
    .select()
    .from(dossier)
    .where(currently(dossier, dossier.personId, scope))
  const content = ['personId', 'kind', 'onOn', 'onPrecision', 'until', 'result', 'by', 'handlers', 'postId'] as const
  const { close, insert } = revise<NewRecord, (typeof stored)[number]>(stored, wanted, content)
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
  await insertMany(tx, dossier, insert)
  return [...close, ...insert].map(({ personId }) => personId)
}
