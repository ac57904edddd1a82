import { type Installation, type PluginDocument, type Rule as RuleOf, renderRule } from '../policy/index.ts'
import { builder } from './builder.ts'
import { Citation } from './citation.ts'
import { CoreType, Dim, Effect, ExemptionClass, RuleAction, RuleKind } from './enums.ts'
import { PluginVersion } from './plugin-version.ts'

/** A rule in the document that carries it. */
export interface RuleInPlugin {
  readonly rule: RuleOf
  readonly document: PluginDocument
  readonly digest: string
}

/** `<plugin>/<rule>`, the id a rule has everywhere outside its document. */
export const fullRuleId = ({ rule, document }: RuleInPlugin): string => `${document.id}/${rule.id}`

/** The rule of a document by its full id; findings never name one that is not there. */
export const ruleIn = (document: PluginDocument, digest: string, fullId: string): RuleInPlugin => {
  const rule = document.rules.find(({ id }) => `${document.id}/${id}` === fullId)
  if (rule === undefined) throw new Error(`Plugin ${document.id} ${document.version} has no rule ${fullId}.`)
  return { rule, document, digest }
}

/** The rule of this full id in the latest document installed that has it. */
export const installedRule = (installations: readonly Installation[], fullId: string): RuleInPlugin => {
  const has = ({ plugin }: Installation) => plugin.rules.some(({ id }) => `${plugin.id}/${id}` === fullId)
  const installation = installations.findLast(has)
  if (installation === undefined) throw new Error(`No installed plugin has a rule ${fullId}.`)
  return ruleIn(installation.plugin, installation.digest, fullId)
}

export const Rule = builder.objectRef<RuleInPlugin>('Rule')

Rule.implement({
  description: 'A rule of a policy: on which days it binds whom, and under which article. 规则。',
  fields: (t) => ({
    id: t.id({ description: 'Full id, `plugin/rule`. 规则标识。', resolve: fullRuleId }),
    catalogueId: t.string({
      description: 'Id in the catalogue that officers know, e.g. `LH-M1`. 目录编号。',
      resolve: ({ rule }) => rule.catalogueId,
    }),
    title: t.string({
      description: 'What it says, in a line. 标题。',
      resolve: ({ rule }, _args, { language }) => rule.title[language],
    }),
    kind: t.field({ type: RuleKind, description: 'Its kind. 种类。', resolve: ({ rule }) => rule.kind }),
    effect: t.field({
      type: Effect,
      nullable: true,
      description: 'How strictly it binds; null for an exemption. 规范强度。',
      resolve: ({ rule }) => (rule.kind === 'exemption' ? null : rule.effect),
    }),
    class: t.field({
      type: ExemptionClass,
      nullable: true,
      description: 'What an exemption does; null for other rules. 免除方式。',
      resolve: ({ rule }) => (rule.kind === 'exemption' ? rule.class : null),
    }),
    coreType: t.field({
      type: CoreType,
      nullable: true,
      description: 'Common core of the local kind of exchange; null for an exemption. 交流类型。',
      resolve: ({ rule }) => (rule.kind === 'rotation' ? rule.coreType : null),
    }),
    label: t.string({
      nullable: true,
      description: "The jurisdiction's own name for it. 本地名称。",
      resolve: ({ rule }) => rule.label ?? null,
    }),
    action: t.field({
      type: RuleAction,
      nullable: true,
      description: 'What it asks for; null for an exemption. 措施。',
      resolve: ({ rule }) => (rule.kind === 'rotation' ? (rule.action ?? 'move') : null),
    }),
    per: t.field({
      type: [Dim],
      description: 'What the stay it counts runs along; empty: the person. 计算维度。',
      resolve: ({ rule }) => (rule.kind === 'rotation' || rule.kind === 'exemption' ? (rule.per ?? []) : []),
    }),
    enabled: t.boolean({
      description: 'False while its text is not confirmed: written down, switched off. 是否启用。',
      resolve: ({ rule }) => rule.enabled ?? true,
    }),
    text: t.string({
      description: 'The rule as a sentence. 规则全文表述。',
      resolve: ({ rule, document }, _args, { language }) => renderRule(rule, document, language),
    }),
    citation: t.field({
      type: Citation,
      description: 'Where it stands in the law. 依据。',
      resolve: ({ rule, document }) => ({
        citation: rule.cite,
        instrument: document.instruments.find(({ id }) => id === rule.cite.instrument),
      }),
    }),
    plugin: t.field({
      type: PluginVersion,
      description: 'The document that carries it. 所属插件版本。',
      resolve: ({ document, digest }) => ({ document, digest }),
    }),
    restates: t.stringList({
      description: 'Full ids of superior rules it says again. 重申的上位规则。',
      resolve: ({ rule }) => (rule.kind === 'exemption' ? [] : [...(rule.restates ?? [])]),
    }),
  }),
})
