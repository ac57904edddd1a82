import type { Tx } from '../../db/transaction.ts'
import { approvable, stateValue } from '../state-value.ts'
import { type Draft, readable } from './draft.ts'
import type { Inquiry } from './inquiry.ts'
import { complaint } from './problem.ts'
import type { KinRow } from './rows.ts'

/** States whose meaning lies in their value must have one that can be understood. */
export const checkStates = async (tx: Tx, drafts: readonly Draft<'states'>[], inquiry: Inquiry): Promise<void> => {
  const rules = await approvable(
    tx,
    drafts.map(({ values }) => values.kind),
  )
  for (const draft of drafts) {
    const { kind, value } = draft.values
    if (kind === null || !readable(draft, 'value')) continue
    const read = stateValue(kind, value, rules)
    if ('value' in read) continue
    const code = read.is === 'missing' ? 'REQUIRED_MISSING' : 'UNKNOWN_WORD'
    inquiry.say(draft, 'value', complaint(code, read.says, read.remedy))
  }
}

const toSelf = complaint(
  'KIN_TO_SELF',
  { zh: '本人不能是自己的亲属。', en: 'Nobody is their own relative.' },
  { zh: '请填写亲属的编号。', en: 'Give the code of the relative.' },
)

const noRelative = complaint(
  'REQUIRED_MISSING',
  {
    zh: '未写明亲属：relative 与 relative_name 都为空。',
    en: 'No relative is named: `relative` and `relative_name` are both blank.',
  },
  { zh: '亲属有编号时填 relative，否则填 relative_name。', en: 'Fill in `relative` with a code, or `relative_name`.' },
)

/** Each tie names someone else. */
export const checkKin = (drafts: readonly Draft<'kin'>[], rows: readonly KinRow[], inquiry: Inquiry): void => {
  for (const draft of drafts) {
    const { relative, relative_name } = draft.values
    if (relative === null && relative_name === null && readable(draft, 'relative'))
      inquiry.say(draft, 'relative', noRelative)
  }
  for (const { draft, person, relative } of rows) {
    if (relative?.id === person.id) inquiry.say(draft, 'relative', toSelf)
  }
}
