import type { Rule } from '../../../law/rule.ts'
import type { DatedRule } from '../../compiled-rule.ts'
import type { Notice } from '../certificate.ts'
import { type DatedClauses, datedClauses, sharedPieces } from '../dated-clauses.ts'
import { isContradictory } from '../leaf-implies.ts'
import { combined } from '../literal.ts'
import type { LowerDocument } from '../lower-document.ts'
import { citedSuperior } from '../rule-words.ts'
import { bindsWherever, isNoWeaker } from '../subsumption.ts'
import type { SuperiorRule } from '../superior-rules.ts'
import { affords, sameAim } from './comparing.ts'

type Dated = DatedRule<Rule, DatedClauses>

/**
 * Rules that ask just what a superior rule asks, and of relatives whatever it asks and more, and do not say that they say it
 * again: both would be shown. A stricter duty is a rule of its own, and often meant so.
 */
export const unsaidRestatements = (lower: LowerDocument): readonly Notice[] => {
  const { plugin, installation, divisions, effort } = lower
  const superiors = lower.rules
    .filter(({ rule }) => rule.kind !== 'exemption')
    .map((superior) => ({ superior, dated: datedClauses(superior.rule, superior.installation, divisions) }))
  return plugin.rules.flatMap((rule, i): readonly Notice[] => {
    if (rule.kind === 'exemption' || rule.enabled === false) return []
    const mine = datedClauses(rule, installation, divisions)
    const said = saidAgain(rule.restates ?? [], lower)
    const again = superiors.find(
      ({ superior, dated }) =>
        !said.has(superior.id) &&
        sameAim(rule, superior.rule) &&
        affords(effort, mine, dated) &&
        bindsWherever(mine, dated, true) &&
        isNoWeaker(mine, dated) &&
        (rule.kind === 'avoidance' || saysTheSame(mine, dated)) &&
        addressesAnybody(dated, mine),
    )
    return again === undefined ? [] : [notice(i, rule, again.superior)]
  })
}

/** What a rule says again, and what that says again. */
const saidAgain = (targets: readonly string[], { rules }: LowerDocument): ReadonlySet<string> => {
  const said = new Set(targets)
  for (const target of said)
    for (const { id, rule } of rules)
      if (id === target && rule.kind !== 'exemption') for (const next of rule.restates ?? []) said.add(next)
  return said
}

const saysTheSame = (mine: Dated, superior: Dated): boolean =>
  isNoWeaker(superior, mine) && bindsWherever(superior, mine, false)

/** Whether the superior binds somebody whom the lower rule addresses. */
const addressesAnybody = (superior: Dated, lower: Dated): boolean =>
  sharedPieces(superior, lower).some(([s, l]) =>
    (combined([s.clauses, l.scope], true) ?? []).some((clause) => !isContradictory(clause)),
  )

const notice = (i: number, rule: Rule, superior: SuperiorRule): Notice => {
  const cited = citedSuperior(superior)
  return {
    code: 'UNSAID_RESTATEMENT',
    path: ['rules', String(i)],
    says: {
      zh: `${rule.catalogueId} 对其所及之人的要求不低于${cited.zh}，却没有写明重申；写 restates: [${superior.id}]，同一事项即只列一次、并注两处依据。`,
      en: `${rule.catalogueId} asks of those it addresses whatever ${cited.en} asks, and does not say so: with restates: [${superior.id}] it is shown once, with both citations.`,
    },
  }
}
