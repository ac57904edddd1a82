import { v7 } from 'uuid'
import type { Database } from '../db/connect.ts'
import type { Ref } from '../db/facts.ts'
import { lockPeople } from '../db/queries/evaluation.ts'
import { type StoredTie, tiesBetween } from '../db/queries/kin-ties.ts'
import { storedDay } from '../db/stated.ts'
import type { Tx } from '../db/transaction.ts'
import { type Changed, type ChangeInput, change, type Written } from './change.ts'
import { openFile } from './find-person.ts'
import { Issues } from './issues.ts'
import { refuseUntrue } from './kin/check-written.ts'
import { openTie, type TieOnFile } from './kin/open-tie.ts'
import { readTie, type Spelled, type TieInput } from './kin/read-tie.ts'
import {
  type FoundRelative,
  findRelative,
  type NamesRelative,
  namedIn,
  namesRelative,
  openFileOf,
} from './kin/relative.ts'
import { type NewTie, type TiesWritten, tieContent, writeTies } from './kin/write-ties.ts'
import { invalid, type KnownProblem } from './problem.ts'
import { relationOf, tieOf } from './roster/reading/kin-words.ts'
import { contentOf } from './roster/writing/revision.ts'

/**
 * A tie was recorded wrongly, or has ended. What is not given stays; what we believed before stays readable. Where the
 * other side declares the same tie for the same days, it is corrected with it.
 */
export interface CorrectKin extends ChangeInput, TieInput, NamesRelative {
  readonly tie: Ref
  /** It never was: the tie is taken out of both files. */
  readonly withdrawn?: boolean | null
}

export const correctKin = (db: Database, actor: string, input: CorrectKin): Promise<Changed | KnownProblem> =>
  change(db, { act: 'correctKin', actor }, input, async (tx): Promise<Written> => {
    const onFile = await openTie(tx, input.tie)
    const { row, declaring, twin } = onFile
    const issues = new Issues()
    const read = readTie(issues, input)
    issues.refuseIfAny()
    const relation = read ?? asStored(declaring.relation)
    const relative = await relativeOf(tx, onFile, relation, input)
    const ends = endsOf(row, declaring, relative)
    await lockPeople(tx, ends)
    const { root, id } = await openFile(tx, { root: row.root, id: row.personId }, input.expectedVersion)
    const declarer = await openFile(tx, { root: declaring.root, id: declaring.personId }, null)
    if (relative.fresh === null) await openFile(tx, relative, null, ['input', 'relative'])
    const said = corrected(declaring, relation, relative, input)
    if (input.withdrawn !== true && saysTheSame(declaring, said)) throw nothingChanges
    const follows = twin !== null && read === null && !namesRelative(input)
    const instead = [declaring, ...(follows ? [twin] : [])]
    const ties = [
      { tie: said, spelling: relation.spelling },
      ...(follows ? [{ tie: following(twin, said), spelling: twin.relation }] : []),
    ]
    if (input.withdrawn !== true) {
      await refuseUntrue(tx, { ties, relative, namedIn: namedIn(input), instead })
      await openFileOf(tx, relative, declarer)
    }
    const stored = await tiesBetween(tx, ends)
    const others = stored.filter((tie) => tie.declared && !instead.some((former) => former.id === tie.id))
    const now = input.withdrawn === true ? [] : ties.map(({ tie }) => tie)
    const written = await writeTies(tx, stored, [...others, ...now])
    return {
      person: { root, id },
      record: recordIn(written, row),
      others: ends.filter((end) => end.id !== id && (relative.fresh === null || end.id !== relative.id)),
    }
  })

/** The relation on file; that it is known was asked when it was recorded. */
const asStored = (word: string): Spelled => ({ ...(relationOf(word) ?? { word, kind: null }), spelling: word })

const relativeOf = async (
  tx: Tx,
  { row, declaring }: TieOnFile,
  relation: Spelled,
  input: CorrectKin,
): Promise<FoundRelative> => {
  const elsewhere = row.id !== declaring.id
  if (elsewhere && (namesRelative(input) || (input.relation ?? null) !== null)) throw toldByOther(declaring)
  if (namesRelative(input)) return findRelative(tx, { root: declaring.root, id: declaring.personId }, relation, input)
  return { root: declaring.relativeRoot, id: declaring.relativeId, fresh: null }
}

const toldByOther = ({ root, id }: StoredTie) =>
  invalid(
    ['input', 'tie'],
    null,
    {
      zh: '这一关系由对方申报，本人一侧不能改动称谓和亲属。',
      en: 'The other side declared this tie: the word and the relative cannot be changed from here.',
    },
    {
      zh: `请更正对方的申报 \`KinTie:${root}:${id}\`；日期、终止原因和是否核实可在此更正。`,
      en: `Correct their declaration, \`KinTie:${root}:${id}\`; days, end and verification may be corrected here.`,
    },
  )

/** Everyone whose file says something else afterwards. */
const endsOf = (row: StoredTie, declaring: StoredTie, relative: FoundRelative): readonly Ref[] => {
  const ends = [
    { root: row.root, id: row.personId },
    { root: row.relativeRoot, id: row.relativeId },
    { root: declaring.root, id: declaring.personId },
    { root: relative.root, id: relative.id },
  ]
  return [...new Map(ends.map((end) => [end.id, end])).values()]
}

const corrected = (row: StoredTie, relation: Spelled, relative: Ref, input: CorrectKin): NewTie => {
  const [from, to] = [input.from, input.to].map((text) => (text === undefined ? null : storedDay(text)))
  const kindSaid = relation.word === row.relation ? row.kind : relation.kind
  const tie = tieOf(relation, input.kind === undefined ? kindSaid : input.kind)
  return {
    root: row.root,
    id: v7(),
    personId: row.personId,
    relativeRoot: relative.root,
    relativeId: relative.id,
    relation: tie.word,
    kind: input.kind === null ? null : tie.kind,
    fromOn: from ? from.on : row.fromOn,
    fromPrecision: from ? from.precision : row.fromPrecision,
    toOn: to ? to.on : row.toOn,
    toPrecision: to ? to.precision : row.toPrecision,
    endedBy: input.endedBy === undefined ? row.endedBy : input.endedBy,
    verified: input.verified ?? row.verified,
    source: input.source === undefined ? row.source : input.source,
    declared: true,
  }
}

/** The other side’s declaration of the same tie says the same again; its source stays its own. */
const following = (
  twin: StoredTie,
  { kind, fromOn, fromPrecision, toOn, toPrecision, endedBy, verified }: NewTie,
): NewTie => ({
  ...{ root: twin.root, id: v7(), personId: twin.personId, relation: twin.relation, source: twin.source },
  ...{ relativeRoot: twin.relativeRoot, relativeId: twin.relativeId, declared: true },
  ...{ kind, fromOn, fromPrecision, toOn, toPrecision, endedBy, verified },
})

const saysTheSame = (row: StoredTie, said: NewTie): boolean =>
  contentOf<NewTie>(row, tieContent) === contentOf(said, tieContent)

const nothingChanges = invalid(
  ['input'],
  null,
  { zh: '更正后的亲属关系与原记录相同，没有改动。', en: 'The corrected tie says what is on file already.' },
  {
    zh: '请写明要更正的内容；无须更正的不必提交。',
    en: 'State what was wrong; if nothing was, there is nothing to do.',
  },
)

/** What now stands on the side that was named; when nothing does, what stood there. */
const recordIn = ({ insert }: TiesWritten, row: StoredTie): Ref => {
  const now = insert.find(({ personId }) => personId === row.personId)
  return { root: row.root, id: now?.id ?? row.id }
}
