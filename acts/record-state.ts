import { v7 as uuid } from 'uuid'
import type { Database } from '../db/connect.ts'
import type { Ref } from '../db/facts.ts'
import { closeState, insertState, type StoredState, stateNow } from '../db/queries/change-record.ts'
import { statesOf } from '../db/queries/person-states.ts'
import { storedValidity } from '../db/stated.ts'
import type { Tx } from '../db/transaction.ts'
import { type StatedText, type StateKind, stateKinds } from '../policy/index.ts'
import { type Changed, type ChangeInput, change, type Written } from './change.ts'
import { type Named, openFile } from './find-person.ts'
import { Issues } from './issues.ts'
import { checkLife } from './life.ts'
import { invalid, type KnownProblem, NotFoundProblem } from './problem.ts'
import { approvable, stateValue } from './state-value.ts'

/** A dated fact about a person: a case filed, an appraisal, an approval … */
export interface RecordState extends ChangeInput {
  readonly person: Named
  readonly kind: StateKind
  readonly from: StatedText
  /** First day no longer; none: it still holds (an appraisal: until the next). */
  readonly to?: StatedText | null
  readonly value?: string | null
  readonly note?: string | null
  /** The state on file that this one corrects or ends; none: a new one. */
  readonly replaces?: Ref | null
}

export const recordState = (db: Database, actor: string, input: RecordState): Promise<Changed | KnownProblem> =>
  change(db, { act: 'recordState', actor }, input, async (tx): Promise<Written> => {
    const { root, id: personId } = await openFile(tx, input.person, input.expectedVersion)
    const former = await formerState(tx, input, personId)
    const values = await readState(tx, { root, id: personId }, input)
    await checkNew(tx, { root, id: personId }, input, values)
    if (former !== null) await closeState(tx, former)
    const id = former?.id ?? uuid()
    await insertState(tx, { root, id, personId, ...values }, (former?.version ?? 0) + 1)
    return { person: { root, id: personId }, record: { root, id } }
  })

const formerState = async (tx: Tx, { replaces }: RecordState, person: string): Promise<StoredState | null> => {
  if (replaces === null || replaces === undefined) return null
  const former = await stateNow(tx, replaces)
  if (former === null || former.personId !== person) {
    throw new NotFoundProblem(['input', 'replaces'], replaces.id, { zh: '状态', en: 'state' })
  }
  return former
}

/** The same fact is not recorded twice, nor corrected to what it says. */
const checkNew = async (
  tx: Tx,
  person: Ref,
  { from, to = null }: RecordState,
  { kind, value, note }: Awaited<ReturnType<typeof readState>>,
): Promise<void> => {
  const [onFile = []] = await statesOf(tx, [person], null)
  const same = onFile.some(
    (state) =>
      state.kind === kind &&
      state.value === value &&
      state.note === note &&
      state.from === from &&
      state.to === (to ?? null),
  )
  if (same) throw onFileAlready
}

const onFileAlready = invalid(
  ['input'],
  null,
  { zh: '档案中已有完全相同的状态。', en: 'The very same state is on file already.' },
  {
    zh: '无须重复记录；要更正或终止已有的状态，请用 replaces 指明并写明改动。',
    en: 'There is nothing to record; to correct or end it, name it with `replaces` and say what changes.',
  },
)

const readState = async (tx: Tx, person: Ref, input: RecordState) => {
  const issues = new Issues()
  const from = issues.stated(['input', 'from'], input.from)
  const to = issues.stated(['input', 'to'], input.to)
  issues.inOrder(['input', 'to'], from, to, input.to ?? null)
  issues.word(['input', 'kind'], input.kind, stateKinds)
  const rules = await approvable(tx, [input.kind])
  const read = stateValue(input.kind, input.value ?? null, rules)
  if (!('value' in read)) issues.add(['input', 'value'], input.value ?? null, read.says, read.remedy)
  if (from !== null) await checkLife(tx, issues, person, from, input.from)
  issues.refuseIfAny()
  const { kind, note = null } = input
  const value = 'value' in read ? read.value : null
  return { kind, value, note, ...storedValidity(input.from, input.to ?? null) }
}
