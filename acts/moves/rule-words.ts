import { type Installation, type Language, type PluginDocument, type Rule, renderRule } from '../../policy/index.ts'
import type { Change } from './outcome.ts'

interface RuleThere {
  readonly rule: Rule
  readonly plugin: PluginDocument
}

/** The rule a change names, in the very document it was judged under. */
export const ruleAt = (
  installations: readonly Installation[],
  { rule: fullId, digest }: Pick<Change, 'rule' | 'digest'>,
): RuleThere => {
  const installation = installations.find((each) => each.digest === digest)
  const rule = installation?.plugin.rules.find(({ id }) => `${installation.plugin.id}/${id}` === fullId)
  if (installation === undefined || rule === undefined) throw new Error(`No policy at work has a rule ${fullId}.`)
  return { rule, plugin: installation.plugin }
}

/** The law as the explanation of a duty cites it. */
export const lawWords = ({ rule, plugin }: RuleThere, language: Language): string => {
  const instrument = plugin.instruments.find(({ id }) => id === rule.cite.instrument)
  const article = rule.cite.article ?? ''
  const sentence = renderRule(rule, plugin, language)
  if (language === 'en') {
    const unverified = rule.cite.verified ? '' : ', text not yet compared'
    return `Under ${instrument?.title.en ?? ''} ${article} (${rule.catalogueId}${unverified}): ${sentence}`
  }
  const unverified = rule.cite.verified ? '' : '，条文待核对'
  return `依据《${instrument?.title.zh ?? ''}》${article}（${rule.catalogueId}${unverified}）：${sentence}`
}
