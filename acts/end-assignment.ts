import type { Database } from '../db/connect.ts'
import type { Ref } from '../db/facts.ts'
import { closeAssignment, insertAssignment, type StoredAssignment } from '../db/queries/change-record.ts'
import { statedRange, statedText, storedDay } from '../db/stated.ts'
import type { Tx } from '../db/transaction.ts'
import type { StatedText } from '../policy/index.ts'
import { type Changed, type ChangeInput, change, type Written } from './change.ts'
import { openAssignment } from './correct-assignment.ts'
import { Issues } from './issues.ts'
import type { KnownProblem } from './problem.ts'
import { seatConflict } from './seat.ts'

/** A person leaves a post. */
export interface EndAssignment extends ChangeInput {
  readonly assignment: Ref
  /** First day no longer in the post. */
  readonly to: StatedText
}

export const endAssignment = (db: Database, actor: string, input: EndAssignment): Promise<Changed | KnownProblem> => {
  const write = async (tx: Tx): Promise<Written> => {
    const { row, person } = await openAssignment(tx, input)
    checkEnd(row, input.to)
    await closeAssignment(tx, row)
    const { rowId: _, version, sure: __, recordedFrom: ___, recordedTo: ____, ...says } = row
    const { on, precision } = storedDay(input.to)
    await insertAssignment(tx, { ...says, toOn: on, toPrecision: precision }, version + 1)
    return { person, record: { root: row.root, id: row.id } }
  }
  return change(
    db,
    { act: 'endAssignment', actor },
    input,
    write,
    seatConflict(db, () => null),
  )
}

const checkEnd = (row: StoredAssignment, text: StatedText): void => {
  const issues = new Issues()
  const path = ['input', 'to']
  const to = issues.stated(path, text)
  issues.inOrder(path, statedRange({ on: row.fromOn, precision: row.fromPrecision }), to, text)
  const ended = statedText({ on: row.toOn, precision: row.toPrecision })
  if (ended !== null) issues.add(path, text, endedAlready(ended), correctInstead)
  issues.refuseIfAny()
}

const endedAlready = (on: string) => ({
  zh: `该任职已于 ${on} 结束。`,
  en: `This assignment ended on ${on} already.`,
})
const correctInstead = { zh: '日期有误的，请用更正任职。', en: 'If that day is wrong, correct the assignment.' }
