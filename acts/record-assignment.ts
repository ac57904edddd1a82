import { v7 as uuid } from 'uuid'
import type { Database } from '../db/connect.ts'
import type { Ref } from '../db/facts.ts'
import { careerNow } from '../db/queries/change-record.ts'
import { storedValidity } from '../db/stated.ts'
import type { Tx } from '../db/transaction.ts'
import { type Capacity, capacities, type DayText, type Level, levels, type StatedText } from '../policy/index.ts'
import { placeInCareer } from './career-place.ts'
import { type Changed, type ChangeInput, change, type Written } from './change.ts'
import { type Named, openFile } from './find-person.ts'
import { Issues } from './issues.ts'
import { checkLife } from './life.ts'
import type { KnownProblem } from './problem.ts'
import { checkExists, findSeat, heldTwice, seatConflict, takesOnlySeat, type Wanted } from './seat.ts'

/** A person takes a post. */
export interface RecordAssignment extends ChangeInput {
  readonly person: Named
  readonly post: Named
  readonly from: StatedText
  /** First day no longer; none: still so. */
  readonly to?: StatedText | null
  /** Default: formal. */
  readonly capacity?: Capacity | null
  /** Level held; none: the post's. */
  readonly level?: Level | null
  readonly decidedOn?: DayText | null
}

export const recordAssignment = (
  db: Database,
  actor: string,
  input: RecordAssignment,
): Promise<Changed | KnownProblem> => {
  let wanted: Wanted | null = null
  const write = async (tx: Tx): Promise<Written> => {
    const { person, expectedVersion } = input
    const file = await openFile(tx, person, expectedVersion)
    const { post, values } = await readAssignment(tx, file, input)
    const id = uuid()
    wanted = { post, person: file, id, ...values }
    await placeInCareer(tx, file, { root: file.root, id, personId: file.id, ...values })
    return { person: { root: file.root, id: file.id }, record: { root: file.root, id } }
  }
  return change(
    db,
    { act: 'recordAssignment', actor },
    input,
    write,
    seatConflict(db, () => wanted),
  )
}

/** What an assignment says, checked against the post and the person's life. */
export const readAssignment = async (
  tx: Tx,
  person: Ref,
  input: Omit<RecordAssignment, 'person' | keyof ChangeInput>,
) => {
  const issues = new Issues()
  const from = issues.stated(['input', 'from'], input.from)
  const to = issues.stated(['input', 'to'], input.to)
  issues.inOrder(['input', 'to'], from, to, input.to ?? null)
  issues.word(['input', 'capacity'], input.capacity, capacities)
  issues.word(['input', 'level'], input.level, levels)
  issues.day(['input', 'decidedOn'], input.decidedOn)
  issues.refuseIfAny()
  const seat = await findSeat(tx, input.post)
  if (from !== null) {
    checkExists(issues, seat, from, to, input.from)
    await checkLife(tx, issues, person, from, input.from)
  }
  issues.refuseIfAny()
  if ((input.to ?? null) === null && (await holdsOpenly(tx, person, seat.post))) throw heldTwice
  const capacity = input.capacity ?? 'formal'
  const values = {
    postRoot: seat.post.root,
    postId: seat.post.id,
    ...storedValidity(input.from, input.to ?? null),
    capacity,
    level: input.level ?? null,
    decidedOn: input.decidedOn ?? null,
    exclusive: takesOnlySeat(capacity, seat),
  }
  return { post: seat.post, values }
}

/** Whoever is still in the post holds it twice with another open service, though the start of one is not known. */
const holdsOpenly = async (tx: Tx, person: Ref, post: Ref): Promise<boolean> => {
  const career = await careerNow(tx, person)
  return career.some((held) => held.postRoot === post.root && held.postId === post.id && held.toPrecision === null)
}
