import { ruleNames } from '../db/queries/rule-names.ts'
import type { Tx } from '../db/transaction.ts'
import type { Bilingual, StateKind } from '../policy/index.ts'
import { didYouMean, quoted } from './roster/reading/suggest.ts'
import { appraisalWords, caseStageWords, sanctionWords, type WordList, wordOf } from './roster/reading/words.ts'

/** Kinds whose value is a word of a list. */
const listed: Partial<Record<StateKind, WordList<string>>> = {
  case_filed: caseStageWords,
  sanction: sanctionWords,
  appraisal: appraisalWords,
}

/** Kinds that say nothing without a value, and what it is. */
const needed: Partial<Record<StateKind, Bilingual>> = {
  sanction: { zh: '处分种类', en: 'the kind of sanction' },
  appraisal: { zh: '考核等次', en: 'the grade' },
  approval: { zh: '所批准的规则编号或 deferral', en: 'the id of the rule approved, or `deferral`' },
}

/** What is wrong with the value of a state, and what would be right. */
export interface WrongValue {
  readonly is: 'missing' | 'unknown'
  readonly says: Bilingual
  readonly remedy: Bilingual
}

/** A value as it is stored: words of a list in canonical form; a filed case without a stage is `filed`. */
export const canonicalValue = (kind: StateKind, value: string | null): string | null => {
  const given = value?.trim() || (kind === 'case_filed' ? 'filed' : null)
  const list = listed[kind]
  return given === null || list === undefined ? given : (wordOf(list, given) ?? given)
}

/** What may be approved where anybody approves something: a deferral, or a rule of an installed document by its name. */
export const approvable = async (tx: Tx, kinds: Iterable<StateKind | null>): Promise<ReadonlySet<string>> =>
  new Set([...kinds].includes('approval') ? ['deferral', ...(await ruleNames(tx))] : [])

/** The value a state is stored with, or what is wrong with the one given. */
export const stateValue = (
  kind: StateKind,
  value: string | null,
  rules: ReadonlySet<string>,
): { readonly value: string | null } | WrongValue => {
  const canonical = canonicalValue(kind, value)
  const what = needed[kind]
  if (canonical === null) return what === undefined ? { value: null } : missing(what)
  const list = listed[kind]
  if (list !== undefined && wordOf(list, canonical) === null) return unknownWord(canonical, list)
  if (kind === 'approval' && !rules.has(canonical)) return unknownRule(canonical, rules)
  return { value: canonical }
}

const missing = (what: Bilingual): WrongValue => ({
  is: 'missing',
  says: { zh: `此类状态须在 value 栏写明${what.zh}。`, en: `A state of this kind needs ${what.en} in \`value\`.` },
  remedy: { zh: `请填写${what.zh}。`, en: `Fill in ${what.en}.` },
})

const unknownWord = (value: string, { spellings }: WordList<string>): WrongValue => ({
  is: 'unknown',
  says: { zh: `\`${value}\`不是此类状态可用的词。`, en: `\`${value}\` is not a value of this kind of state.` },
  remedy: { zh: `可用：${quoted(spellings, '、')}。`, en: `Use one of ${quoted(spellings, ', ')}.` },
})

const unknownRule = (value: string, rules: ReadonlySet<string>): WrongValue => ({
  is: 'unknown',
  says: {
    zh: `已安装的政策文件中没有编号为\`${value}\`的规则。`,
    en: `No installed document has a rule \`${value}\`.`,
  },
  remedy: didYouMean(value, rules, {
    zh: '请写所批准规则的编号（如 JL-5a），暂缓交流写 deferral；规则所在的政策文件须先安装。',
    en: 'Write the id of the rule approved (such as JL-5a), or `deferral`; the document must be installed first.',
  }),
})
