import {
  type Case,
  type ConformanceItem,
  casePerson,
  compile,
  day,
  type Installation,
  type PluginDocument,
} from '../../policy/index.ts'
import { exampleCity, installed, settingWith } from './example-policy.ts'
import { nationwide } from './two-layers.ts'

/** Whether a rule is ACTIVE of the made-up officer on his day, under these installations. */
export const isActive = (officer: Case, rule: string, ...installations: readonly Installation[]): boolean => {
  const on = day(officer.on)
  return compile(installations, settingWith())
    .findings(casePerson(officer, exampleCity))
    .some(
      (finding) =>
        finding.rule === rule &&
        finding.spans.some(({ from, to, status }) => status === 'ACTIVE' && from <= on && on < to),
    )
}

/** The same law, had it let every municipality exempt from its duties. */
export const granting = (plugin: PluginDocument): PluginDocument => ({
  ...plugin,
  rules: plugin.rules.map((rule) => (rule.kind === 'rotation' ? { ...rule, exemptable: ['municipality'] } : rule)),
})

/** The superior alone binds the counterexample; with the lower document, had its exemption been let, it does not. */
export const isReleased = (
  item: ConformanceItem | undefined,
  lower: PluginDocument,
  superior: PluginDocument,
): boolean => {
  if (item?.counterexample == null) return false
  const { officer } = item.counterexample
  const { rule } = item.superior
  return (
    isActive(officer, rule, nationwide(superior)) &&
    !isActive(officer, rule, nationwide(granting(superior)), installed(lower))
  )
}
