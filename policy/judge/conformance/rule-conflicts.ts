import type { DivisionCode } from '../../facts/person.ts'
import type { Installation, PluginDocument } from '../../law/plugin.ts'
import { type PluginProblem, problem } from '../../law/problem.ts'
import type { Rule } from '../../law/rule.ts'
import { day } from '../../time/day.ts'
import { type Days, daysFrom, intersect } from '../../time/days.ts'
import { citedRule } from './rule-words.ts'

/** Rules of the document whose id another document at work in the same jurisdiction also carries, on days that both stand. */
export const ruleConflicts = (
  plugin: PluginDocument,
  at: DivisionCode,
  installed: readonly Installation[],
): readonly PluginProblem[] =>
  plugin.rules.flatMap((rule, i) =>
    installed
      .filter(({ jurisdiction, plugin: other }) => jurisdiction === at && other.id !== plugin.id)
      .flatMap((installation) => {
        const twin = installation.plugin.rules.find(({ id }) => id === rule.id)
        if (twin === undefined || rule.enabled === false || twin.enabled === false) return []
        const days = intersect(
          forceOf(rule, plugin),
          intersect(forceOf(twin, installation.plugin), standing(installation)),
        )
        return days.length === 0 ? [] : [conflict(plugin, rule, installation, twin, i)]
      }),
  )

const forceOf = (rule: Rule, { instruments }: PluginDocument): Days => {
  const inForce = rule.inForce ?? instruments.find(({ id }) => id === rule.cite.instrument)?.inForce
  if (inForce === undefined) return []
  return daysFrom(
    day('from' in inForce ? inForce.from : inForce.knownBy),
    inForce.to === undefined ? Infinity : day(inForce.to),
  )
}

const standing = ({ effectiveFrom, effectiveTo }: Installation): Days =>
  daysFrom(day(effectiveFrom), effectiveTo === null ? Infinity : day(effectiveTo))

const conflict = (
  plugin: PluginDocument,
  rule: Rule,
  { plugin: other }: Installation,
  twin: Rule,
  i: number,
): PluginProblem => {
  const [mine, theirs] = [citedRule(rule, plugin), citedRule(twin, other)]
  return {
    ...problem(
      'RULE_CONFLICT',
      ['rules', String(i), 'id'],
      [
        `规则编号 \`${rule.id}\` 在本辖区已由 \`${other.id}\` 使用：本文件为${mine.zh}，已安装的为${theirs.zh}。`,
        `The rule id \`${rule.id}\` is already used here by \`${other.id}\`: in this document it is ${mine.en}, in the installed one ${theirs.en}.`,
      ],
      ['改用另一编号，或者先撤回另一文件。', 'Use another id, or withdraw the other document first.'],
    ),
    superior: { rule: `${other.id}/${twin.id}`, catalogueId: twin.catalogueId, cite: twin.cite },
  }
}
