import type { DivisionCode, Divisions } from '../../facts/person.ts'
import type { Installation } from '../../law/plugin.ts'
import type { Rule } from '../../law/rule.ts'
import type { ConformanceItem } from './certificate.ts'

/** A rule that stands above the document, and the installation that carries it. */
export interface SuperiorRule<R extends Rule = Rule> {
  /** `<plugin>/<rule>` */
  readonly id: string
  readonly rule: R
  readonly installation: Installation
}

/** What is installed above a jurisdiction. */
export const above = (
  at: DivisionCode,
  installed: readonly Installation[],
  divisions: Divisions,
): readonly Installation[] => {
  const chain = new Set(divisions.chain(at).filter((code) => code !== at))
  return installed.filter(({ jurisdiction }) => chain.has(jurisdiction))
}

/** Every rule at work there; a rule of several versions comes once for each. */
export const rulesOf = (superiors: readonly Installation[]): readonly SuperiorRule[] =>
  superiors.flatMap((installation) =>
    installation.plugin.rules
      .filter(({ enabled }) => enabled !== false)
      .map((rule) => ({ id: `${installation.plugin.id}/${rule.id}`, rule, installation })),
  )

export const named = ({ id, rule }: SuperiorRule): ConformanceItem['superior'] => ({
  rule: id,
  catalogueId: rule.catalogueId,
  cite: rule.cite,
})
