import { v7 } from 'uuid'
import type { Database } from '../db/connect.ts'
import { lockPeople } from '../db/queries/evaluation.ts'
import { tiesBetween } from '../db/queries/kin-ties.ts'
import { storedValidity } from '../db/stated.ts'
import type { Tx } from '../db/transaction.ts'
import { type Changed, type ChangeInput, change, type Written } from './change.ts'
import { findPerson, type Named, openFile } from './find-person.ts'
import { Issues } from './issues.ts'
import { refuseUntrue } from './kin/check-written.ts'
import { readTie, type TieInput } from './kin/read-tie.ts'
import { findRelative, type NamesRelative, namedIn, openFileOf } from './kin/relative.ts'
import { type NewTie, writeTies } from './kin/write-ties.ts'
import type { KnownProblem } from './problem.ts'
import { filled } from './roster/reading/draft.ts'
import { tieOf } from './roster/reading/kin-words.ts'

/** A person declares a tie of kinship. */
export interface RecordKin extends ChangeInput, TieInput, NamesRelative {
  readonly person: Named
  readonly relation: string
}

/** Records what a relative is to a person, on both files; what follows for either of them is current on return. */
export const recordKin = (db: Database, actor: string, input: RecordKin): Promise<Changed | KnownProblem> =>
  change(db, { act: 'recordKin', actor }, input, async (tx): Promise<Written> => {
    const person = await findPerson(tx, input.person)
    const issues = new Issues()
    const read = readTie(issues, input)
    issues.refuseIfAny()
    const { spelling, ...said } = filled(read)
    const relation = { ...tieOf(said, input.kind ?? null), spelling }
    const relative = await findRelative(tx, person, relation, input)
    await lockPeople(tx, [person, relative])
    const file = await openFile(tx, person, input.expectedVersion)
    if (relative.fresh === null) await openFile(tx, relative, null, ['input', 'relative'])
    const tie: NewTie = {
      root: file.root,
      id: v7(),
      personId: file.id,
      relativeRoot: relative.root,
      relativeId: relative.id,
      relation: relation.word,
      kind: relation.kind,
      ...storedValidity(input.from ?? null, input.to ?? null),
      endedBy: input.endedBy ?? null,
      verified: input.verified ?? true,
      source: input.source ?? null,
      declared: true,
    }
    await refuseUntrue(tx, {
      ties: [{ tie, spelling: relation.spelling }],
      relative,
      namedIn: namedIn(input),
      instead: [],
    })
    await openFileOf(tx, relative, file)
    await declare(tx, tie)
    const others = relative.fresh === null ? [{ root: relative.root, id: relative.id }] : []
    return { person: { root: file.root, id: file.id }, record: { root: tie.root, id: tie.id }, others }
  })

/** One more declaration beside those that the two have made. */
const declare = async (tx: Tx, tie: NewTie): Promise<void> => {
  const ends = [
    { root: tie.root, id: tie.personId },
    { root: tie.relativeRoot, id: tie.relativeId },
  ]
  const stored = await tiesBetween(tx, ends)
  await writeTies(tx, stored, [...stored.filter(({ declared }) => declared), tie])
}
