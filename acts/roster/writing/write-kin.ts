import { v7 } from 'uuid'
import { tiesAround } from '../../../db/queries/kin-ties.ts'
import { storedValidity } from '../../../db/stated.ts'
import type { Tx } from '../../../db/transaction.ts'
import { type NewTie, writeTies } from '../../kin/write-ties.ts'
import type { KinRow } from '../checking/rows.ts'
import { scopeOf } from '../checking/scope.ts'
import { filled } from '../reading/draft.ts'
import { tieOf } from '../reading/kin-words.ts'
import { findRelatives, type PersonRef } from './relatives.ts'
import { homeOf, type PeopleToWrite } from './write-files.ts'

const declaredTie = ({ draft: { values }, person }: KinRow, relative: PersonRef, root: number): NewTie => {
  const relation = tieOf(filled(values.relation), values.kind)
  return {
    root,
    id: v7(),
    personId: person.id,
    relativeRoot: relative.root,
    relativeId: relative.id,
    relation: relation.word,
    kind: relation.kind,
    ...storedValidity(values.from?.text ?? null, values.to?.text ?? null),
    endedBy: values.ended_by,
    verified: values.verified ?? true,
    source: values.source,
    declared: true,
  }
}

/** The declarations of everyone in scope, on both sides. What others declared stays as they declared it. Returns whose ties changed. */
export const writeKin = async (tx: Tx, writing: PeopleToWrite): Promise<readonly PersonRef[]> => {
  const { rows, homes } = writing
  const scope = scopeOf(rows, 'kin')
  const relatives = await findRelatives(tx, writing)
  const stored = await tiesAround(
    tx,
    [...scope].map((id) => ({ root: homeOf(homes, id).root, id })),
  )
  const filed = rows.kin.map((row) =>
    declaredTie(row, filled(relatives.get(row) ?? null), homeOf(homes, row.person.id).root),
  )
  const ofOthers = stored.filter((tie) => tie.declared && !scope.has(tie.personId))
  const { close, insert } = await writeTies(tx, stored, [...filed, ...ofOthers])
  return [...close, ...insert].map(({ root, personId }) => ({ root, id: personId }))
}
