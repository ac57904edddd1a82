import type { ExemptionRule, RotationRule } from '../../../law/rule.ts'
import type { Notice } from '../certificate.ts'
import { datedClauses, sharedPieces } from '../dated-clauses.ts'
import { isForeign, type LowerDocument } from '../lower-document.ts'
import { citedSuperior } from '../rule-words.ts'
import { alternativesImply, asStrict, bindsWherever } from '../subsumption.ts'
import type { SuperiorRule } from '../superior-rules.ts'

/** Exemptions of own rules that are dead letters: whoever is exempt, a superior rule no weaker binds all the same (§4.5). */
export const shadowedExemptions = (lower: LowerDocument): readonly Notice[] => {
  const { plugin, installation, divisions } = lower
  const own = plugin.rules.filter((rule): rule is RotationRule => rule.kind === 'rotation' && rule.enabled !== false)
  const duties = lower.rules
    .filter(({ rule }) => rule.kind === 'rotation')
    .map((superior) => ({ superior, dated: datedClauses(superior.rule, superior.installation, divisions) }))
  return plugin.rules.flatMap((exemption, i) => {
    if (exemption.kind !== 'exemption' || exemption.enabled === false) return []
    const reached = own.filter(
      ({ id }) => exemption.appliesTo.includes('own') || exemption.appliesTo.includes(`${plugin.id}/${id}`),
    )
    return reached.flatMap((rule) => {
      const mine = datedClauses(rule, installation, divisions)
      const shadow = duties.find(
        ({ superior, dated }) =>
          asStrict(superior.rule, rule) &&
          lower.effort.comparisons-- > 0 &&
          sharedPieces(mine, dated).length > 0 &&
          bindsWherever(dated, mine, false) &&
          !isReached(exemption, superior, lower) &&
          !alsoExemptAbove(exemption, superior, lower),
      )
      return shadow === undefined ? [] : [shadowed(i, exemption, rule, shadow.superior)]
    })
  })
}

const isReached = ({ appliesTo }: ExemptionRule, { id, rule }: SuperiorRule, { plugin }: LowerDocument): boolean =>
  appliesTo.some((target) => isForeign(plugin, target) && target === id) &&
  rule.kind === 'rotation' &&
  rule.exemptable?.includes(plugin.level) === true

/** Whether an exemption above releases from the superior rule in the same cases. */
const alsoExemptAbove = (exemption: ExemptionRule, superior: SuperiorRule, lower: LowerDocument): boolean => {
  const { installation, divisions } = lower
  const mine = datedClauses(exemption, installation, divisions)
  const above = lower.rules
    .filter((one) => one.rule.kind === 'exemption' && reachesFromAbove(one.rule, one, superior))
    .flatMap((one) =>
      datedClauses(one.rule, one.installation, divisions).pieces.flatMap(({ clauses }) => clauses ?? []),
    )
  return mine.pieces.every(({ clauses }) => alternativesImply(clauses, above))
}

const reachesFromAbove = ({ appliesTo }: ExemptionRule, one: SuperiorRule, superior: SuperiorRule): boolean =>
  appliesTo.includes(superior.id) ||
  (appliesTo.includes('own') && one.installation === superior.installation) ||
  (appliesTo.includes('below') && one.installation.jurisdiction !== superior.installation.jurisdiction)

const shadowed = (i: number, exemption: ExemptionRule, rule: RotationRule, superior: SuperiorRule): Notice => {
  const cited = citedSuperior(superior)
  return {
    code: 'SHADOWED_EXEMPTION',
    path: ['rules', String(i)],
    says: {
      zh: `${exemption.catalogueId} 豁免 ${rule.catalogueId}，但凡它所及的人，${cited.zh}照样要求交流而不受此豁免，故该豁免落空。`,
      en: `${exemption.catalogueId} exempts from ${rule.catalogueId}, yet ${cited.en} binds the same people and is not exempted: the exemption is a dead letter.`,
    },
  }
}
