import type { StoredTie } from '../../db/queries/kin-ties.ts'
import { statedText } from '../../db/stated.ts'
import type { Tx } from '../../db/transaction.ts'
import { parseStated } from '../../policy/index.ts'
import { Issues } from '../issues.ts'
import { sexesOf } from '../roster/reading/kin-words.ts'
import { checkTies, type TieColumn } from './check-ties.ts'
import { familyOnFile } from './family-on-file.ts'
import type { FoundRelative } from './relative.ts'
import type { Kinsman, WrittenTie } from './tie.ts'
import type { NewTie } from './write-ties.ts'

/** Declarations about to stand, with the words each was written in. */
export interface Writing {
  readonly ties: readonly { readonly tie: NewTie; readonly spelling: string }[]
  readonly relative: FoundRelative
  /** Where the caller named them. */
  readonly namedIn: 'relative' | 'relativeName'
  /** Ties on file that will stand no more. */
  readonly instead: readonly StoredTie[]
}

const written = ({ tie, spelling }: Writing['ties'][number]): WrittenTie => ({
  person: tie.personId,
  relative: tie.relativeId,
  relation: tie.relation,
  kind: tie.kind ?? null,
  from: statedText({ on: tie.fromOn ?? null, precision: tie.fromPrecision ?? null }),
  to: statedText({ on: tie.toOn ?? null, precision: tie.toPrecision ?? null }),
  endedBy: tie.endedBy ?? null,
  verified: tie.verified ?? true,
  ...{ spelling, sexes: sexesOf(spelling) },
})

/** Refuses ties that contradict each other or what is on file. */
export const refuseUntrue = async (tx: Tx, { ties, relative, namedIn, instead }: Writing): Promise<void> => {
  const gone = new Set(instead.map(({ id }) => id))
  const ends = ties.flatMap(({ tie }) => [
    { root: tie.root, id: tie.personId },
    { root: tie.relativeRoot, id: tie.relativeId },
  ])
  const { ties: onFile, kinsmen } = await familyOnFile(tx, ends, ({ id }) => !gone.has(id))
  const kinsman = (id: string): Kinsman => {
    const known = kinsmen.get(id)
    if (known !== undefined) return { ...known, called: known.code ?? known.name }
    const { name, sex } = relative.fresh ?? { name: null, sex: null }
    return { called: name ?? '…', name, code: null, sex, birth: null, died: null }
  }
  const issues = new Issues()
  const fieldOf = (column: TieColumn) => (column === 'ended_by' ? 'endedBy' : column === 'relative' ? namedIn : column)
  const all = ties.map(written)
  // A corrected end is held against the start that is on file, and the other way round.
  const { from, to } = all[0] ?? { from: null, to: null }
  issues.inOrder(['input', 'to'], from === null ? null : parseStated(from), to === null ? null : parseStated(to), to)
  checkTies({ written: all, onFile, kinsman, agreeing: true }, (tie, column, wrong) => {
    // Of two that say the same, one refusal says it.
    if (tie === all[0]) issues.complain(['input', fieldOf(column)], valueGiven(tie, column, kinsman), wrong)
  })
  issues.refuseIfAny()
}

const valueGiven = (tie: WrittenTie, column: TieColumn, kinsman: (id: string) => Kinsman): string | null => {
  if (column === 'relation') return tie.spelling
  if (column === 'relative') return kinsman(tie.relative).called
  return column === 'ended_by' ? tie.endedBy : tie[column]
}
