import { divisionOrder } from '../../facts/vocabulary.ts'
import type { PluginDocument } from '../plugin.ts'
import { type DocumentPath, type PluginProblem, problem } from '../problem.ts'
import type { ExemptionRule, Rule, RuleKind } from '../rule.ts'
import { delegableProblems, delegatedProblems } from './delegable.ts'

type RestatingRule = Exclude<Rule, ExemptionRule>

/** Whether exemptions, restatements and delegations point at something, as far as the document alone can tell. */
export const reachProblems = (plugin: PluginDocument): readonly PluginProblem[] => {
  const kinds = new Map(plugin.rules.map(({ id, kind }) => [`${plugin.id}/${id}`, kind]))
  const ofRules = plugin.rules.flatMap((rule, i) => {
    const path = ['rules', String(i)]
    return rule.kind === 'exemption'
      ? exemptionProblems(plugin, kinds, rule, path)
      : restatingProblems(plugin, kinds, rule, path)
  })
  return [...ofRules, ...delegatedProblems(plugin)]
}

/** The kinds of the document's own rules, by full id. */
type Kinds = ReadonlyMap<string, RuleKind>

const exemptionProblems = (
  plugin: PluginDocument,
  kinds: Kinds,
  rule: ExemptionRule,
  at: DocumentPath,
): readonly PluginProblem[] => {
  const path = [...at, 'appliesTo']
  if (rule.appliesTo.length === 0) return [reachesNothing(path, 'appliesTo')]
  return rule.appliesTo.flatMap((target, i) =>
    reachesSomething(plugin, kinds, target) ? [] : [reachesNothing([...path, String(i)], target)],
  )
}

const reachesSomething = (plugin: PluginDocument, kinds: Kinds, target: string): boolean => {
  if (target === 'below') return plugin.level !== divisionOrder.at(-1)
  if (target === 'own') return plugin.rules.some(({ kind }) => kind === 'rotation')
  return !isOwn(plugin, target) || kinds.get(target) === 'rotation'
}

const isOwn = (plugin: PluginDocument, target: string) => target.startsWith(`${plugin.id}/`)

const reachesNothing = (path: DocumentPath, target: string): PluginProblem =>
  problem(
    'REACHES_NOTHING',
    path,
    [`豁免 \`${target}\` 没有所及的交流规则。`, `An exemption of \`${target}\` reaches no rotation rule.`],
    ['写 own、below，或 `插件/规则` 全名。', 'Write own, below, or a full id `plugin/rule`.'],
  )

const restatingProblems = (
  plugin: PluginDocument,
  kinds: Kinds,
  rule: RestatingRule,
  path: DocumentPath,
): readonly PluginProblem[] => [
  ...(rule.restates ?? []).flatMap((target, i) =>
    restatesWell(plugin, kinds, rule, target) ? [] : [badRestatement([...path, 'restates', String(i)], target)],
  ),
  ...delegableProblems(plugin, rule, path),
]

const restatesWell = (plugin: PluginDocument, kinds: Kinds, rule: RestatingRule, target: string): boolean =>
  /^[a-z0-9-]+\/[a-z0-9-]+$/.test(target) &&
  target !== `${plugin.id}/${rule.id}` &&
  (!isOwn(plugin, target) || kinds.get(target) === rule.kind)

const badRestatement = (path: DocumentPath, target: string): PluginProblem =>
  problem(
    'BAD_RESTATEMENT',
    path,
    [`\`${target}\` 不是另一条规则的全名。`, `\`${target}\` is not the full id of another rule.`],
    ['写被重申规则的全名 `插件/规则`。', 'Write the full id `plugin/rule` of the rule said again.'],
  )
