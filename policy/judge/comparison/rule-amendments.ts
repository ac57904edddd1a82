import { isSameText } from '../../law/digest.ts'
import type { PluginDocument } from '../../law/plugin.ts'
import { computedOf, type Rule } from '../../law/rule.ts'
import { parametersOf } from '../resolve.ts'
import { valueWords } from '../wording/parameter.ts'
import { renderRule } from '../wording/rule.ts'
import { inLanguage, type Language } from '../wording/words.ts'
import {
  type Amendment,
  changedPairs,
  citationWords,
  type Difference,
  differencesIn,
  forceWords,
  kindOf,
  type Member,
  type Pair,
} from './amendment.ts'

/** A rule with everything it rests on: its named conditions written out, its values as they are dated. */
interface Ruled {
  readonly rule: Rule
  readonly sentence: string
  readonly computed: unknown
  readonly values: unknown
}

/** Rules that are new, gone or say something else: also where only a named condition or a value they rest on changed. */
export const ruleAmendments = (before: PluginDocument, after: PluginDocument, language: Language) => {
  const ruledBy = (document: PluginDocument) => document.rules.map((rule) => ruled(rule, document, language))
  return changedPairs(ruledBy(before), ruledBy(after), ({ rule }) => rule.id, isSameText).map((pair): Amendment => {
    const rule = (pair.after ?? pair.before)?.rule
    return {
      part: 'rule',
      id: rule?.catalogueId ?? pair.id,
      title: rule === undefined ? '' : inLanguage(language, rule.title.zh, rule.title.en),
      kind: kindOf(pair),
      before: pair.before?.sentence ?? null,
      after: pair.after?.sentence ?? null,
      differences: differences(pair, language),
    }
  })
}

const ruled = (rule: Rule, document: PluginDocument, language: Language): Ruled => ({
  rule,
  sentence: renderRule(rule, document, language),
  computed: expanded(computedOf(rule), document),
  values: [...parametersOf(computedOf(rule), document)].sort().map((name) => [name, document.parameters[name]?.values]),
})

const expanded = (part: unknown, document: PluginDocument): unknown => {
  if (Array.isArray(part)) return part.map((member) => expanded(member, document))
  if (typeof part !== 'object' || part === null) return part
  if ('ref' in part && typeof part.ref === 'string') return expanded(document.definitions[part.ref], document)
  return Object.fromEntries(Object.entries(part).map(([key, member]) => [key, expanded(member, document)]))
}

const differences = (pair: Pair<Ruled>, language: Language): readonly Difference[] => {
  const { before, after } = pair
  if (before === undefined || after === undefined) return []
  const silent = before.sentence === after.sentence
  return [
    ...differencesIn({ id: pair.id, before: before.rule, after: after.rule }, members(language)),
    // What the sentence does not show still counts: then the condition is shown as it is written.
    ...(silent && !isSameText(before.computed, after.computed) ? [written(before, after)] : []),
    ...(silent && !isSameText(before.values, after.values) ? [olderValues] : []),
  ]
}

const written = (before: Ruled, after: Ruled): Difference => ({
  what: { zh: '条件', en: 'condition' },
  before: JSON.stringify(before.computed),
  after: JSON.stringify(after.computed),
})

const olderValues: Difference = {
  what: { zh: '所据数值的日期或出处', en: 'days or citations of its values' },
  before: null,
  after: null,
}

const joined = (words: readonly string[] | undefined) =>
  words === undefined || words.length === 0 ? null : words.join(' ')

const members = (language: Language): readonly Member<Rule>[] => [
  ['条目编号', 'catalogue id', ({ catalogueId }) => catalogueId],
  ['名称', 'title', ({ title }) => inLanguage(language, title.zh, title.en)],
  ['出处', 'citation', ({ cite }) => citationWords(cite, language)],
  ['施行', 'in force', ({ inForce }) => (inForce === undefined ? null : forceWords(inForce, language))],
  ['本地称谓', 'label', ({ label = null }) => label],
  ['启用', 'enabled', ({ enabled = true }) => String(enabled)],
  ['类别', 'kind', ({ kind }) => kind],
  ['效力', 'effect', (rule) => ('effect' in rule ? rule.effect : rule.class)],
  ['计算维度', 'counted along', (rule) => ('per' in rule ? joined(rule.per) : null)],
  ['交流类型', 'core type', (rule) => ('coreType' in rule ? rule.coreType : null)],
  ['动作', 'action', (rule) => ('action' in rule ? (rule.action ?? null) : null)],
  ['及于', 'reaches', (rule) => (rule.kind === 'exemption' ? joined(rule.appliesTo) : null)],
  ['重申', 'says again', (rule) => ('restates' in rule ? joined(rule.restates) : null)],
  ['可豁免的层级', 'exemptable by', (rule) => ('exemptable' in rule ? joined(rule.exemptable) : null)],
  [
    '授权',
    'delegates',
    (rule) => ('delegable' in rule ? joined(rule.delegable?.map(delegationWords(language))) : null),
  ],
]

const delegationWords =
  (language: Language) =>
  ({ parameter, min, max, to, areas }: NonNullable<Extract<Rule, { kind: 'rotation' }>['delegable']>[number]) => {
    const bound = (value: typeof min) => (value === undefined ? '…' : valueWords(value, language))
    return `${parameter} ${bound(min)}–${bound(max)} → ${to.join(' ')}${areas === undefined ? '' : ` (${areas})`}`
  }
