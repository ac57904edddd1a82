import { divisionLevels } from '../../facts/vocabulary.ts'
import type { ExemptionRule, Rule } from '../../law/rule.ts'
import { daysFrom, intersect } from '../../time/days.ts'
import type { ConformanceItem } from './certificate.ts'
import { datedClauses } from './dated-clauses.ts'
import { type Asked, holding, refusing } from './item.ts'
import { isForeign, type LowerDocument, versionsOf } from './lower-document.ts'
import { bindsWords, citedSuperior } from './rule-words.ts'
import type { SuperiorRule } from './superior-rules.ts'
import { bench, only, standings } from './witness/bench.ts'
import { findOfficer } from './witness/candidates.ts'
import type { Officer } from './witness/officer.ts'

/** An exemption may reach a superior duty to move that lists this level, and nothing else above. */
export const exemptionItems = (lower: LowerDocument): readonly ConformanceItem[] =>
  lower.plugin.rules.flatMap((rule, i) =>
    rule.kind !== 'exemption' || rule.enabled === false
      ? []
      : rule.appliesTo.flatMap((target, n) =>
          isForeign(lower.plugin, target)
            ? versionsOf(lower, target).map((superior) =>
                decided(
                  { point: 'exemption', path: ['rules', String(i), 'appliesTo', String(n)], superior },
                  rule,
                  lower,
                ),
              )
            : [],
        ),
  )

const decided = (asked: Asked, exemption: ExemptionRule, lower: LowerDocument): ConformanceItem => {
  const { superior } = asked
  const cited = citedSuperior(superior)
  const { level } = lower.plugin
  if (superior.rule.kind !== 'rotation')
    return refusing(
      asked,
      {
        zh: `${cited.zh}不是交流义务，任何豁免不能及于它。`,
        en: `${cited.en} is no duty to move: no exemption reaches it.`,
      },
      null,
      () => bindsWords(exemption, lower.plugin, ''),
    )
  if (superior.rule.exemptable?.includes(level))
    return holding(asked, 'allowed', {
      zh: `${cited.zh}许可${divisionLevels[level]}豁免。`,
      en: `${cited.en} lets a ${level} exempt from it.`,
    })
  return refusing(
    asked,
    { zh: `${cited.zh}不许${divisionLevels[level]}豁免。`, en: `${cited.en} lets no ${level} exempt from it.` },
    released(exemption, superior, lower),
    ({ on }) => bindsWords(exemption, lower.plugin, on),
  )
}

/** Someone whom the superior binds and whom the exemption, had it been let, would release. */
const released = (exemption: ExemptionRule, superior: SuperiorRule, lower: LowerDocument): Officer | null => {
  const { at, divisions, plugin } = lower
  const [mine, theirs] = [
    datedClauses(exemption, lower.installation, divisions),
    datedClauses(superior.rule, superior.installation, divisions),
  ]
  const days = intersect(daysFrom(mine.from, mine.to), daysFrom(theirs.from, theirs.to))
  if (days.length === 0) return null
  const alone = lower.superiors.map((installation) => dutiesAndExemptions(installation, superior))
  const stands = bench(alone, at, divisions)
  const let_ = bench(
    [
      ...alone.map((one) => granting(one, superior, plugin.level)),
      only(lower.installation, ({ id }) => id === exemption.id),
    ],
    at,
    divisions,
  )
  const binding = theirs.pieces.flatMap(({ clauses }) => clauses ?? [])
  const laid = mine.pieces.flatMap(({ clauses }) => clauses ?? [])
  const facts = laid.flatMap((clause) => [clause, ...binding.map((bound) => [...bound, ...clause])])
  return findOfficer(
    {
      superior,
      others: lower.rules,
      at,
      divisions,
      effort: lower.effort,
      days,
      facts,
      thresholds: [...laid, ...binding],
    },
    (officer) =>
      standings(stands, officer, superior.id).some(({ status }) => status === 'ACTIVE') &&
      !standings(let_, officer, superior.id).some(({ status }) => status === 'ACTIVE'),
  )
}

/** The superior rule with every exemption above: enough to tell how it stands. */
export const dutiesAndExemptions = (installation: SuperiorRule['installation'], superior: SuperiorRule) =>
  only(installation, (rule) => rule.kind === 'exemption' || `${installation.plugin.id}/${rule.id}` === superior.id)

/** The superior as if it let this level exempt from the rule. */
const granting = (
  installation: SuperiorRule['installation'],
  superior: SuperiorRule,
  level: LowerDocument['plugin']['level'],
) => ({
  ...installation,
  plugin: {
    ...installation.plugin,
    rules: installation.plugin.rules.map(
      (rule): Rule =>
        rule.kind === 'rotation' && `${installation.plugin.id}/${rule.id}` === superior.id
          ? { ...rule, exemptable: [...(rule.exemptable ?? []), level] }
          : rule,
    ),
  },
})
