import type { Database } from '../db/connect.ts'
import type { Ref } from '../db/facts.ts'
import { assignmentNow, closeAssignment, type StoredAssignment } from '../db/queries/change-record.ts'
import { statedText } from '../db/stated.ts'
import type { Tx } from '../db/transaction.ts'
import type { Capacity, DayText, Level, StatedText } from '../policy/index.ts'
import { placeInCareer } from './career-place.ts'
import { type Changed, type ChangeInput, change, type Written } from './change.ts'
import { type Named, openFile } from './find-person.ts'
import { invalid, type KnownProblem, NotFoundProblem } from './problem.ts'
import { readAssignment } from './record-assignment.ts'
import { seatConflict, type Wanted } from './seat.ts'

/** An assignment was recorded wrongly. What is not given stays; what we believed before stays readable. */
export interface CorrectAssignment extends ChangeInput {
  readonly assignment: Ref
  readonly post?: Named | null
  readonly from?: StatedText | null
  /** `null` says that it has not ended; not given: as it was. */
  readonly to?: StatedText | null
  readonly capacity?: Capacity | null
  /** `null`: the post's level; not given: as it was. */
  readonly level?: Level | null
  readonly decidedOn?: DayText | null
  /** It never was: the assignment is taken out of the career. */
  readonly withdrawn?: boolean | null
}

export const correctAssignment = (
  db: Database,
  actor: string,
  input: CorrectAssignment,
): Promise<Changed | KnownProblem> => {
  let wanted: Wanted | null = null
  const write = async (tx: Tx): Promise<Written> => {
    const { row, person } = await openAssignment(tx, input)
    const written = { person, record: { root: row.root, id: row.id } }
    await closeAssignment(tx, row)
    if (input.withdrawn === true) return written
    const { post, values } = await readAssignment(tx, person, corrected(row, input))
    if (saysTheSame(row, values)) throw nothingChanges
    wanted = { post, person, id: row.id, ...values }
    await placeInCareer(tx, person, { root: row.root, id: row.id, personId: row.personId, ...values }, row)
    return written
  }
  return change(
    db,
    { act: 'correctAssignment', actor },
    input,
    write,
    seatConflict(db, () => wanted),
  )
}

/** The assignment as we know it, its person's file held for a change. */
export const openAssignment = async (tx: Tx, input: Pick<CorrectAssignment, 'assignment' | 'expectedVersion'>) => {
  const row = await assignmentNow(tx, input.assignment)
  if (row === null) throw new NotFoundProblem(['input', 'assignment'], input.assignment.id, noun)
  const { root, id } = await openFile(tx, { root: row.root, id: row.personId }, input.expectedVersion)
  return { row, person: { root, id } }
}

const noun = { zh: '任职', en: 'assignment' }

const said = [
  ...(['postRoot', 'postId', 'fromOn', 'fromPrecision', 'toOn', 'toPrecision'] as const),
  ...(['capacity', 'level', 'decidedOn'] as const),
]

const saysTheSame = (row: StoredAssignment, values: Pick<StoredAssignment, (typeof said)[number]>): boolean =>
  said.every((column) => row[column] === values[column])

const nothingChanges = invalid(
  ['input'],
  null,
  { zh: '更正后的任职与原记录相同，没有改动。', en: 'The corrected assignment says what is on file already.' },
  {
    zh: '请写明要更正的内容；无须更正的不必提交。',
    en: 'State what was wrong; if nothing was, there is nothing to do.',
  },
)

const corrected = (row: StoredAssignment, input: CorrectAssignment) => {
  const from = statedText({ on: row.fromOn, precision: row.fromPrecision }) ?? '?'
  const to = statedText({ on: row.toOn, precision: row.toPrecision })
  return {
    post: input.post ?? { root: row.postRoot, id: row.postId },
    from: input.from ?? from,
    to: input.to === undefined ? to : input.to,
    capacity: input.capacity ?? row.capacity,
    level: input.level === undefined ? row.level : input.level,
    decidedOn: input.decidedOn === undefined ? row.decidedOn : input.decidedOn,
  }
}
