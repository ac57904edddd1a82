import type { Citation, Installation } from '../policy/index.ts'
import { builder } from './builder.ts'
import { installedAt } from './chain.ts'
import type { Context } from './context.ts'
import { ProblemIssue } from './problem.ts'
import { Rule, type RuleInPlugin, ruleIn } from './rule.ts'

/** A superior rule as the law that quotes it names it. */
export interface NamedSuperior {
  readonly rule: string
  readonly catalogueId: string
  readonly cite?: Citation
}

/** The rule out of the installed document it was quoted from: of several versions the latest that cites the same article. */
export const superiorRule = async (
  context: Context,
  { rule, catalogueId, cite }: NamedSuperior,
): Promise<RuleInPlugin | null> => {
  const among = (fits: (found: RuleInPlugin) => boolean) => (installation: Installation) =>
    found(installation, rule).filter(fits)
  const installed = await installedAt(context, null)
  const same = ({ rule }: RuleInPlugin) =>
    rule.catalogueId === catalogueId && (cite === undefined || rule.cite.article === cite.article)
  return installed.flatMap(among(same)).at(-1) ?? installed.flatMap(among(() => true)).at(-1) ?? null
}

const found = ({ plugin, digest }: Installation, fullId: string): RuleInPlugin[] =>
  plugin.rules.some(({ id }) => `${plugin.id}/${id}` === fullId) ? [ruleIn(plugin, digest, fullId)] : []

builder.objectField(ProblemIssue, 'superior', (t) =>
  t.field({
    type: Rule,
    nullable: true,
    description: 'Of a policy: the superior rule that stands in the way, with its article. 所违反的上位规则。',
    resolve: ({ superior }, _args, context) => (superior === undefined ? null : superiorRule(context, superior)),
  }),
)
