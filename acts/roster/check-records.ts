import { type Draft, readable } from './draft.ts'
import type { Inquiry } from './inquiry.ts'
import { type Complaint, complaint } from './problem.ts'
import type { KinRow } from './rows.ts'
import { quoted } from './suggest.ts'
import { appraisalWords, caseStageWords, type WordList, wordOf } from './words.ts'

const valueMissing = (what: { readonly zh: string; readonly en: string }): Complaint =>
  complaint(
    'REQUIRED_MISSING',
    { zh: `此类状态须在 value 栏写明${what.zh}。`, en: `A state of this kind needs ${what.en} in \`value\`.` },
    { zh: `请填写${what.zh}。`, en: `Fill in ${what.en}.` },
  )

const needed: Partial<Record<string, { readonly zh: string; readonly en: string }>> = {
  sanction: { zh: '处分种类', en: 'the kind of sanction' },
  appraisal: { zh: '考核等次', en: 'the grade' },
  approval: { zh: '所批准的规则编号或 deferral', en: 'the id of the rule approved, or `deferral`' },
}

const graded: Partial<Record<string, WordList<string>>> = { appraisal: appraisalWords, case_filed: caseStageWords }

/** The value a state is stored with: closed words in canonical form; a filed case without a stage is `filed`. */
export const stateValue = ({ kind, value }: Draft<'states'>['values']): string | null => {
  const list = kind === null ? undefined : graded[kind]
  if (value === null) return kind === 'case_filed' ? 'filed' : null
  return list === undefined ? value : (wordOf(list, value) ?? value)
}

/** States whose meaning lies in their value must have one that can be understood. */
export const checkStates = (drafts: readonly Draft<'states'>[], inquiry: Inquiry): void => {
  for (const draft of drafts) {
    const { kind, value } = draft.values
    if (kind === null || !readable(draft, 'value')) continue
    const missing = needed[kind]
    if (value === null && missing !== undefined) inquiry.say(draft, 'value', valueMissing(missing))
    const list = graded[kind]
    if (value === null || list === undefined || wordOf(list, value) !== null) continue
    inquiry.say(
      draft,
      'value',
      complaint(
        'UNKNOWN_WORD',
        { zh: `\`${value}\`不是此类状态可用的词。`, en: `\`${value}\` is not a value of this kind of state.` },
        { zh: `可用：${quoted(list.spellings, '、')}。`, en: `Use one of ${quoted(list.spellings, ', ')}.` },
      ),
    )
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
