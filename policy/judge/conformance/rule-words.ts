import type { Bilingual } from '../../law/citation.ts'
import type { PluginDocument } from '../../law/plugin.ts'
import type { Effect, Rule } from '../../law/rule.ts'
import { effects } from '../../law/rule.ts'
import type { SuperiorRule } from './superior-rules.ts'

const effectsInEnglish: Readonly<Record<Effect, string>> = {
  MUST: 'must move',
  SHALL: 'shall move',
  SHOULD: 'should move',
  MAY: 'may move',
  MUST_NOT: 'must not',
  GENERALLY_NOT: 'generally not',
  WARN: 'is warned',
}

/** 《规定》第五条第一款（JL-5a 党政领导成员同一职位满十年必须交流） */
export const citedRule = (rule: Rule, plugin: PluginDocument): Bilingual => {
  const instrument = plugin.instruments.find(({ id }) => id === rule.cite.instrument)
  const article = rule.cite.article
  return {
    zh: `《${instrument?.title.zh ?? plugin.name.zh}》${article ?? ''}（${rule.catalogueId} ${rule.title.zh}）`,
    en: `${instrument?.title.en ?? plugin.name.en}${article === null ? '' : `, ${article}`} (${rule.catalogueId}: ${rule.title.en})`,
  }
}

export const citedSuperior = ({ rule, installation }: SuperiorRule): Bilingual => citedRule(rule, installation.plugin)

/** What a rule says of the officer on the day, when it binds. */
export const bindsWords = (rule: Rule, plugin: PluginDocument, on: string): Bilingual => {
  const cited = citedRule(rule, plugin)
  const effect = rule.kind === 'exemption' ? null : rule.effect
  return {
    zh: `${cited.zh}：${on}${effect === null ? '适用' : `属“${effects[effect]}”`}。`,
    en: `${cited.en}: on ${on} it binds${effect === null ? '' : ` (${effectsInEnglish[effect]})`}.`,
  }
}
