import { v7 } from 'uuid'
import type { Ref } from '../../db/facts.ts'
import { insertMany } from '../../db/insert-many.ts'
import { person } from '../../db/tables/person.ts'
import type { Tx } from '../../db/transaction.ts'
import type { Sex } from '../../policy/index.ts'
import { findPerson, type Named } from '../find-person.ts'
import { invalid } from '../problem.ts'
import { sexesOf } from '../roster/reading/kin-words.ts'
import { matchNames } from './named-relatives.ts'
import { relativeNamedOnce, type Spelled } from './read-tie.ts'

/** How a caller names the other end of a tie. */
export interface NamesRelative {
  readonly relative?: Named | null
  /** Of someone known only by name. */
  readonly relativeName?: string | null
}

export interface Declarer extends Ref {
  readonly authority: string
}

/** The other end of a tie. */
export interface FoundRelative extends Ref {
  /** Name and sex of someone who has no file yet. */
  readonly fresh: { readonly name: string; readonly sex: Sex | null } | null
}

export const namesRelative = ({ relative, relativeName }: NamesRelative): boolean =>
  (relative ?? null) !== null || (relativeName ?? null) !== null

/** Where the caller named the relative. */
export const namedIn = ({ relativeName }: NamesRelative): 'relative' | 'relativeName' =>
  (relativeName ?? null) === null ? 'relative' : 'relativeName'

/** The relative with that code, or the one this person declared by that name before; else someone new. */
export const findRelative = async (
  tx: Tx,
  declarer: Ref,
  { word, spelling }: Spelled,
  { relative, relativeName }: NamesRelative,
): Promise<FoundRelative> => {
  const name = relativeName?.trim() ?? ''
  const byCode = relative ?? null
  if ((byCode === null) === (name === '')) {
    throw invalid(['input', 'relative'], relativeName ?? null, relativeNamedOnce.says, relativeNamedOnce.remedy)
  }
  if (byCode !== null) return { ...(await findPerson(tx, byCode, ['input', 'relative'])), fresh: null }
  const asked = { declarer, relation: word, name }
  const known = (await matchNames(tx, [asked])).get(asked) ?? null
  if (known !== null) return { ...known, fresh: null }
  return { root: declarer.root, id: v7(), fresh: { name, sex: sexesOf(spelling).relative } }
}

/** Someone known only by name gets a file where the file of whoever declares them lies. */
export const openFileOf = async (
  tx: Tx,
  { root, id, fresh }: FoundRelative,
  { authority }: Declarer,
): Promise<void> => {
  if (fresh === null) return
  await insertMany(tx, person, [{ root, id, authority, code: null, ...fresh, staff: false }])
}
