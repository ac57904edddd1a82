import type { ExemptionRule, Rule } from '../../../law/rule.ts'
import { minus, unionAll } from '../../../time/days.ts'
import type { DatedRule } from '../../compiled-rule.ts'
import type { Notice } from '../certificate.ts'
import { type DatedClauses, datedClauses } from '../dated-clauses.ts'
import { isContradictory } from '../leaf-implies.ts'
import type { LowerDocument } from '../lower-document.ts'
import { bindsWherever, isNoWeaker } from '../subsumption.ts'
import { affords, sameAim } from './comparing.ts'

type Dated = DatedRule<Rule, DatedClauses>

/** Rules that never bind before another of the same document, which is no weaker. Those that say each other again are meant so. */
export const redundantRules = ({ plugin, installation, divisions, effort }: LowerDocument): readonly Notice[] => {
  const rules = plugin.rules
    .map((rule, i) => ({ rule, i, dated: datedClauses(rule, installation, divisions) }))
    .filter(({ rule, dated }) => rule.enabled !== false && rule.kind !== 'exemption' && isAlive(dated))
  const exemptions = plugin.rules.filter((rule) => rule.kind === 'exemption' && rule.enabled !== false)
  const family = families(plugin.rules, plugin.id)
  const implied = (one: Dated, other: Dated) =>
    sameAim(one.rule, other.rule) &&
    affords(effort, one, other) &&
    standsWhile(other, one) &&
    bindsWherever(other, one, false) &&
    isNoWeaker(other, one) &&
    reaching(other.rule, exemptions, plugin.id).every((id) => reaching(one.rule, exemptions, plugin.id).includes(id))
  return rules.flatMap(({ rule, i, dated }): readonly Notice[] => {
    const before = rules.find(
      (other) =>
        other.i !== i &&
        family(other.rule.id) !== family(rule.id) &&
        implied(dated, other.dated) &&
        (other.i < i || !implied(other.dated, dated)),
    )
    if (before === undefined) return []
    return [
      {
        code: 'REDUNDANT_RULE',
        path: ['rules', String(i)],
        says: {
          zh: `${rule.catalogueId} 从不先于 ${before.rule.catalogueId} 适用，后者语气和期限不弱，故属多余。`,
          en: `${rule.catalogueId} never binds before ${before.rule.catalogueId}, which is no weaker: it is superfluous.`,
        },
      },
    ]
  })
}

const isAlive = ({ pieces }: Dated): boolean =>
  pieces.some(({ cut, clauses }) => cut.length > 0 && !(clauses?.every(isContradictory) ?? false))

const standsWhile = (other: Dated, one: Dated): boolean =>
  minus(unionAll(one.pieces.map(({ cut }) => cut)), unionAll(other.pieces.map(({ cut }) => cut))).length === 0

const reaching = (rule: Rule, exemptions: readonly Rule[], plugin: string): readonly string[] =>
  exemptions
    .filter((exemption): exemption is ExemptionRule => exemption.kind === 'exemption')
    .filter(({ appliesTo }) => appliesTo.includes('own') || appliesTo.includes(`${plugin}/${rule.id}`))
    .map(({ id }) => id)

/** Rules tied to each other by saying one another again. */
const families = (rules: readonly Rule[], plugin: string): ((id: string) => string) => {
  const parent = new Map(rules.map(({ id }) => [id, id]))
  const head = (id: string): string => {
    const up = parent.get(id) ?? id
    return up === id ? id : head(up)
  }
  for (const rule of rules)
    for (const target of rule.kind === 'exemption' ? [] : (rule.restates ?? []))
      if (target.startsWith(`${plugin}/`)) parent.set(head(target.slice(plugin.length + 1)), head(rule.id))
  return head
}
