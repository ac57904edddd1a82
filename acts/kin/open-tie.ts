import type { Ref } from '../../db/facts.ts'
import { type StoredTie, tieNow, tiesBetween } from '../../db/queries/kin-ties.ts'
import type { Tx } from '../../db/transaction.ts'
import { NotFoundProblem } from '../problem.ts'
import { inverse, isPrimitive } from './tie.ts'

/** A tie on file, named by what stands on one side. */
export interface TieOnFile {
  readonly row: StoredTie
  /** The declaration behind it: the row itself, or the other side’s. */
  readonly declaring: StoredTie
  /** The declaration of the other of the two, where it says the same of the same days. */
  readonly twin: StoredTie | null
}

const noun = { zh: '亲属关系', en: 'tie of kinship' }
const remedy = {
  zh: '该条可能已被更正或撤销；请重新打开档案查看。',
  en: 'It may have been corrected or withdrawn; open the file again.',
}

export const openTie = async (tx: Tx, ref: Ref): Promise<TieOnFile> => {
  const row = await tieNow(tx, ref)
  if (row === null) throw new NotFoundProblem(['input', 'tie'], ref.id, noun, remedy)
  const between = await tiesBetween(tx, [
    { root: row.root, id: row.personId },
    { root: row.relativeRoot, id: row.relativeId },
  ])
  const across = between.find((other) => other.declared && isOtherSide(row, other)) ?? null
  // A declared term has no twin: of two who call each other 堂兄, each states something else.
  if (row.declared) return { row, declaring: row, twin: isPrimitive(row.relation) ? across : null }
  if (across === null) throw new Error(`\`${row.id}\` mirrors a declaration that is not there.`)
  return { row, declaring: across, twin: null }
}

const days = ['kind', 'fromOn', 'fromPrecision', 'toOn', 'toPrecision', 'endedBy', 'verified'] as const

const isOtherSide = (one: StoredTie, other: StoredTie): boolean =>
  other.personId === one.relativeId &&
  other.relation === inverse(one.relation) &&
  days.every((column) => one[column] === other[column])
