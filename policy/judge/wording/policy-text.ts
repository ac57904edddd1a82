import { divisionLevels } from '../../facts/vocabulary.ts'
import type { Citation, InForce, Instrument } from '../../law/citation.ts'
import type { Parameter } from '../../law/dated.ts'
import type { PluginDocument } from '../../law/plugin.ts'
import type { Clause, Delegation, DelegationBound, Rule } from '../../law/rule.ts'
import { byArticle } from './article-order.ts'
import { valueWords } from './parameter.ts'
import { renderRule } from './rule.ts'
import { inLanguage, type Language, listed } from './words.ts'

/** One thing a document says under an article, as a lawyer would compare it with the text. */
export interface TextEntry {
  readonly kind: 'rule' | 'exemption' | 'value' | 'clause'
  /** What officers call it; of a value, the name of the parameter. */
  readonly id: string
  /** By which other documents name it: `<plugin>/<rule>`, of a value `<plugin>/<parameter>`; a clause has none. */
  readonly fullId: string | null
  readonly title: string
  readonly sentence: string
  /** What else the rule says of itself: what it reaches, says again, lets others do. */
  readonly details: readonly string[]
  readonly verified: boolean
  readonly note: string | null
}

export interface TextArticle {
  /** As the text numbers it; `null` where it has no number. */
  readonly article: string | null
  readonly entries: readonly TextEntry[]
}

/** What a document makes of one instrument, article by article. */
export interface InstrumentText {
  readonly title: string
  readonly issuer: string
  readonly inForce: string
  readonly articles: readonly TextArticle[]
}

type Cited = readonly [Citation, TextEntry]

/** The document written back as articles beside its citations: by instrument, in the order of the articles. */
export const policyText = (plugin: PluginDocument, language: Language): readonly InstrumentText[] => {
  const cited: readonly Cited[] = [
    ...plugin.rules.map((rule): Cited => [rule.cite, ruleEntry(rule, plugin, language)]),
    ...Object.entries(plugin.parameters).flatMap(([name, parameter]) =>
      valueEntries(name, `${plugin.id}/${name}`, parameter, language),
    ),
    ...Object.entries(plugin.delegated ?? {}).flatMap(([name, parameter]) =>
      valueEntries(name, name, parameter, language),
    ),
    ...plugin.clauses.map((clause): Cited => [clause.cite, clauseEntry(clause, language)]),
  ]
  return plugin.instruments.map((instrument) => ({
    title: inLanguage(language, instrument.title.zh, instrument.title.en),
    issuer: inLanguage(language, instrument.issuer.zh, instrument.issuer.en),
    inForce: forceWords(instrument.inForce, language),
    articles: articlesOf(instrument, cited),
  }))
}

const kinds: readonly TextEntry['kind'][] = ['rule', 'exemption', 'value', 'clause']

const articlesOf = ({ id }: Instrument, cited: readonly Cited[]): readonly TextArticle[] => {
  const articles = new Map<string | null, TextEntry[]>()
  for (const [cite, entry] of cited) {
    if (cite.instrument !== id) continue
    articles.set(cite.article, [...(articles.get(cite.article) ?? []), entry])
  }
  return [...articles]
    .toSorted(([a], [b]) => byArticle(a, b))
    .map(([article, entries]) => ({
      article,
      entries: entries.toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind)),
    }))
}

const ruleEntry = (rule: Rule, plugin: PluginDocument, language: Language): TextEntry => ({
  kind: rule.kind === 'exemption' ? 'exemption' : 'rule',
  id: rule.catalogueId,
  fullId: `${plugin.id}/${rule.id}`,
  title: inLanguage(language, rule.title.zh, rule.title.en),
  sentence: renderRule(rule, plugin, language),
  details: ruleDetails(rule, language),
  verified: rule.cite.verified,
  note: rule.cite.note ?? null,
})

const ruleDetails = (rule: Rule, language: Language): readonly string[] => {
  const say = (zh: string, en: string) => inLanguage(language, zh, en)
  const named = (levels: readonly (keyof typeof divisionLevels)[]) =>
    listed(
      levels.map((level) => say(divisionLevels[level], level)),
      language,
    )
  const restates = 'restates' in rule ? (rule.restates ?? []) : []
  const exemptable = rule.kind === 'rotation' ? (rule.exemptable ?? []) : []
  const delegable = 'delegable' in rule ? (rule.delegable ?? []) : []
  return [
    ...(rule.enabled === false ? [say('停用：待核对原文。', 'Off until its text is confirmed.')] : []),
    ...(rule.label === undefined ? [] : [say(`本地称“${rule.label}”。`, `Locally called “${rule.label}”.`)]),
    ...(rule.inForce === undefined ? [] : [forceWords(rule.inForce, language)]),
    ...(rule.kind === 'exemption' ? [reachWords(rule.appliesTo, language)] : []),
    ...(restates.length === 0
      ? []
      : [say(`重申 ${listed(restates, language)}。`, `Says again ${listed(restates, language)}.`)]),
    ...(exemptable.length === 0
      ? []
      : [say(`${named(exemptable)}可以豁免。`, `May be exempted from by: ${named(exemptable)}.`)]),
    ...delegable.map((delegation) => delegationWords(delegation, named(delegation.to), language)),
  ]
}

const reachWords = (targets: readonly string[], language: Language): string => {
  const words = targets.map((target) => {
    if (target === 'own') return inLanguage(language, '本文件各项交流规则', 'every rotation rule of this document')
    return target === 'below' ? inLanguage(language, '下级各项交流规则', 'every rotation rule below') : target
  })
  return inLanguage(language, `及于${listed(words, language)}。`, `Reaches ${listed(words, language)}.`)
}

const delegationWords = ({ parameter, min, max, areas }: Delegation, levels: string, language: Language): string => {
  const bound = (value: DelegationBound) => valueWords(value, language)
  const range = [
    ...(min === undefined ? [] : [inLanguage(language, `不低于${bound(min)}`, `no less than ${bound(min)}`)]),
    ...(max === undefined ? [] : [inLanguage(language, `不高于${bound(max)}`, `no more than ${bound(max)}`)]),
  ]
  const where = areas === undefined ? '' : inLanguage(language, '民族自治地方的', ' of autonomous areas')
  return inLanguage(
    language,
    `${where}${levels}可以自定 ${parameter}${range.length === 0 ? '' : `（${range.join('，')}）`}。`,
    `${levels}${where} may set ${parameter}${range.length === 0 ? '' : ` (${range.join(', ')})`}.`,
  )
}

/** Values cited to one article stand together, oldest first. */
const valueEntries = (
  name: string,
  fullId: string,
  { title, values }: Parameter,
  language: Language,
): readonly Cited[] => {
  const articles = new Map<string, Cited>()
  for (const { from, value, cite } of values) {
    const key = `${cite.instrument} ${cite.article}`
    const words = inLanguage(
      language,
      `自${from}起：${valueWords(value, language)}`,
      `from ${from}: ${valueWords(value, language)}`,
    )
    const [before, entry] = articles.get(key) ?? [cite, null]
    articles.set(key, [
      before,
      {
        kind: 'value',
        id: name,
        fullId,
        title: inLanguage(language, title.zh, title.en),
        sentence: entry === null ? words : `${entry.sentence}${inLanguage(language, '；', '; ')}${words}`,
        details: [],
        verified: cite.verified && (entry?.verified ?? true),
        note: cite.note ?? entry?.note ?? null,
      },
    ])
  }
  return [...articles.values()]
}

const clauseEntry = ({ catalogueId, title, text, cite, status }: Clause, language: Language): TextEntry => ({
  kind: 'clause',
  id: catalogueId,
  fullId: null,
  title: inLanguage(language, title.zh, title.en),
  sentence: inLanguage(language, text.zh, text.en),
  details: [statusWords(status, language)],
  verified: cite.verified,
  note: cite.note ?? null,
})

const statusWords = (status: Clause['status'], language: Language): string => {
  if (status === 'manual') return inLanguage(language, '由人研判。', 'Left to people.')
  if (status === 'unpublished') return inLanguage(language, '文本未公开。', 'Its text was never published.')
  return inLanguage(language, `待 ${status.later} 类规则承载。`, `Waits for rules of kind ${status.later}.`)
}

const forceWords = (inForce: InForce, language: Language): string => {
  const end = inForce.to === undefined ? '' : inLanguage(language, `，至${inForce.to}止`, ` until ${inForce.to}`)
  return 'from' in inForce
    ? inLanguage(language, `自${inForce.from}起施行${end}。`, `In force from ${inForce.from}${end}.`)
    : inLanguage(
        language,
        `施行日未载，至迟${inForce.knownBy}已存在${end}。`,
        `No day of force given; known by ${inForce.knownBy}${end}.`,
      )
}
