import type { Tx } from '../../../db/transaction.ts'
import { approvable, stateValue } from '../../state-value.ts'
import { complaint } from '../problem.ts'
import { type Draft, readable } from '../reading/draft.ts'
import type { Inquiry } from './inquiry.ts'

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
