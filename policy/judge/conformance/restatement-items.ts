import type { Bilingual } from '../../law/citation.ts'
import type { Condition } from '../../law/condition.ts'
import type { PluginDocument } from '../../law/plugin.ts'
import type { ExemptionRule, Rule } from '../../law/rule.ts'
import type { DatedRule } from '../compiled-rule.ts'
import type { ConformanceItem } from './certificate.ts'
import { type DatedClauses, datedClauses, scopeOf, sharedPieces } from './dated-clauses.ts'
import { dutiesAndExemptions } from './exemption-items.ts'
import { type Asked, holding, refusing, unproved } from './item.ts'
import { type Clause, combined, opposite } from './literal.ts'
import { isForeign, type LowerDocument, versionsOf } from './lower-document.ts'
import { citedRule, citedSuperior } from './rule-words.ts'
import { asSoon, asStrict, bindsWherever } from './subsumption.ts'
import type { SuperiorRule } from './superior-rules.ts'
import { bars, bench, only, type Standing, standings } from './witness/bench.ts'
import { findOfficer } from './witness/candidates.ts'
import type { Officer } from './witness/officer.ts'

/** A rule that says a superior one again must not be weaker inside what it addresses (decisions/0014). */
export const restatementItems = (lower: LowerDocument): readonly ConformanceItem[] =>
  lower.plugin.rules.flatMap((rule, i) =>
    rule.kind === 'exemption' || rule.enabled === false
      ? []
      : (rule.restates ?? []).flatMap((target, n) =>
          isForeign(lower.plugin, target)
            ? versionsOf(lower, target)
                .filter((superior) => superior.rule.kind === rule.kind)
                .map((superior) =>
                  decided(
                    { point: 'restatement', path: ['rules', String(i), 'restates', String(n)], superior },
                    rule,
                    lower,
                  ),
                )
            : [],
        ),
  )

type RestatingRule = Exclude<Rule, ExemptionRule>
type Dated = DatedRule<Rule, DatedClauses>

const decided = (asked: Asked, rule: RestatingRule, lower: LowerDocument): ConformanceItem => {
  const { superior } = asked
  const { divisions, installation } = lower
  const mine = datedClauses(rule, installation, divisions)
  const theirs = datedClauses(superior.rule, superior.installation, divisions)
  const cited = citedSuperior(superior)
  const own = citedRule(rule, lower.plugin)
  const says = ({ on }: Officer): Bilingual => ({
    zh: `${own.zh}：${on}没有同样严格的要求。`,
    en: `${own.en}: on ${on} it asks nothing as strict.`,
  })
  if (!asStrict(rule, superior.rule))
    return refusing(
      asked,
      { zh: `重申${cited.zh}而语气较弱。`, en: `It says ${cited.en} again with a weaker effect.` },
      weakly(rule, superior, mine, theirs, lower, 'effect'),
      says,
    )
  if (!sharedPieces(theirs, mine).every(([s, l]) => asSoon(l.within, s.within)))
    return refusing(
      asked,
      { zh: `重申${cited.zh}而期限较晚或者没有期限。`, en: `It says ${cited.en} again with a later deadline or none.` },
      weakly(rule, superior, mine, theirs, lower, 'deadline'),
      says,
    )
  if (bindsWherever(mine, theirs, true))
    return holding(asked, 'proved', {
      zh: `在其所及的人员和职位内，${cited.zh}所要求的都同样要求。`,
      en: `Of the people and posts it addresses it asks whatever ${cited.en} asks.`,
    })
  const officer = weakly(rule, superior, mine, theirs, lower, 'days')
  return officer === null
    ? unproved(asked, {
        zh: `不能证明它不弱于${cited.zh}，也未找到反例，须由人比对后负责确认。`,
        en: `That it is no weaker than ${cited.en} cannot be proved, and no counterexample was found: a person has to compare both and answer for it.`,
      })
    : refusing(
        asked,
        { zh: `重申${cited.zh}而要求较弱。`, en: `It says ${cited.en} again and asks less.` },
        officer,
        says,
      )
}

/** Someone in the scope of the lower rule whom the superior binds, and the lower one not, or less, or later. */
const weakly = (
  rule: RestatingRule,
  superior: SuperiorRule,
  mine: Dated,
  theirs: Dated,
  lower: LowerDocument,
  weaker: Weaker,
): Officer | null => {
  const { at, divisions } = lower
  for (const [s, l, days] of sharedPieces(theirs, mine)) {
    if (s.clauses === null || l.clauses === null || l.scope === null) continue
    // Later only because the rule is in force later: that is no weaker rule.
    if (weaker === 'deadline' && asSoon(l.within, s.within)) continue
    const bound = combined([s.clauses, l.scope], true) ?? s.clauses
    const facts =
      weaker === 'days'
        ? bound.flatMap((clause) => freed(l.clauses ?? [], l.scope ?? []).map((no) => [...clause, ...no]))
        : bound
    const thresholds = [...s.clauses, ...l.clauses]
    const asks = asking(rule, superior, s.says, lower, weaker)
    const officer = findOfficer(
      { superior, others: lower.rules, at, divisions, effort: lower.effort, days, facts: [...facts, []], thresholds },
      asks,
    )
    if (officer !== null) return officer
  }
  return null
}

/** Ways in which nothing of the lower rule holds: of every alternative one literal fails, though none of its scope. */
const freed = (clauses: readonly Clause[], scope: readonly Clause[]): readonly Clause[] => {
  const addressed = new Set(scope.flat().map(({ leaf }) => JSON.stringify(leaf)))
  const failing = clauses.map((clause) =>
    clause.filter(({ leaf }) => !addressed.has(JSON.stringify(leaf))).map((literal): Clause => [opposite(literal)]),
  )
  return (combined(failing, true) ?? []).slice(0, 24)
}

/** The question put to the engine: the superior binds, the lower rule's scope holds, and the lower rule does not bind as strictly. */
const asking = (rule: RestatingRule, superior: SuperiorRule, says: Condition, lower: LowerDocument, weaker: Weaker) => {
  const { at, divisions, installation } = lower
  const addressed = addressedBy(rule, says, lower.plugin)
  const addressing = { ...installation, plugin: { ...lower.plugin, rules: [addressed] } }
  if (rule.kind !== 'rotation')
    return (officer: Officer): boolean =>
      bars(superior.installation, superior.rule, officer, lower) &&
      bars(addressing, addressed, officer, lower) &&
      (weaker === 'effect' || !bars(installation, rule, officer, lower))
  const [stands, mine, inScope] = [
    bench(
      lower.superiors.map((one) => dutiesAndExemptions(one, superior)),
      at,
      divisions,
    ),
    bench([only(installation, ({ id }) => id === rule.id)], at, divisions),
    bench([addressing], at, divisions),
  ]
  const id = `${lower.plugin.id}/${rule.id}`
  const alike = superior.rule.kind === 'rotation' && superior.rule.per.join() === rule.per.join()
  return (officer: Officer): boolean =>
    standings(stands, officer, superior.id).some((bound) => {
      const same = ({ key, status }: Standing) => status === 'ACTIVE' && (!alike || key.join() === bound.key.join())
      if (!same(bound) || !standings(inScope, officer, id).some(same)) return false
      const again = standings(mine, officer, id).filter(same)
      if (weaker === 'days') return again.length === 0
      return weaker === 'effect' || !again.some(({ dueBy }) => dueBy !== null && dueBy <= (bound.dueBy ?? Infinity))
    })
}

type Weaker = 'effect' | 'deadline' | 'days'

/**
 * The rule as if it asked nothing but its outermost filters: it binds whatever it addresses. Two people are only compared where
 * they are kin and their posts stand somehow: there it says beside its filters what the superior says.
 */
const addressedBy = (rule: RestatingRule, says: Condition, plugin: PluginDocument): RestatingRule => {
  if (rule.kind === 'composition') return { ...rule, assert: { count: { atMost: 0 } } }
  if (rule.kind === 'avoidance') return { ...rule, when: { all: [says, ...scopeOf(rule.when, plugin)] } }
  const { deadline: _, ...addressing } = { deadline: null, ...rule, when: { all: scopeOf(rule.when, plugin) } }
  return addressing
}
