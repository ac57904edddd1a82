import { divisionLevels } from '../../facts/vocabulary.ts'
import type { PlacementRule, RotationRule, Rule } from '../../law/rule.ts'
import { type Days, intersect, minus, unionAll } from '../../time/days.ts'
import type { DatedRule } from '../compiled-rule.ts'
import type { ConformanceItem } from './certificate.ts'
import { type DatedClauses, datedClauses } from './dated-clauses.ts'
import { type Asked, holding, refusing } from './item.ts'
import { isContradictory } from './leaf-implies.ts'
import { type Clause, combined, opposite } from './literal.ts'
import type { LowerDocument } from './lower-document.ts'
import { bindsWords, citedSuperior } from './rule-words.ts'
import { alternativesImply } from './subsumption.ts'
import type { SuperiorRule } from './superior-rules.ts'
import { unavoidable } from './unavoidable.ts'
import { findOfficer } from './witness/candidates.ts'
import { cannotMove } from './witness/cannot-move.ts'

/** What a bar forbids whatever the move, on which days. */
interface Blocked {
  readonly clause: Clause
  readonly days: Days
}

/** A bar on every move of a person makes it impossible to do what a superior rule says must be done. */
export const barItems = (lower: LowerDocument): readonly ConformanceItem[] =>
  lower.plugin.rules.flatMap((rule, i) => {
    if (rule.kind !== 'placement' || rule.effect !== 'MUST_NOT' || rule.enabled === false) return []
    const blocked = blockedBy(rule, lower)
    if (blocked.length === 0) return []
    return lower.rules.flatMap((superior) =>
      isDutyToMove(superior)
        ? [decided({ point: 'bar', path: ['rules', String(i), 'when'], superior }, superior, rule, blocked, lower)]
        : [],
    )
  })

interface DutyToMove extends SuperiorRule<RotationRule> {}

const isDutyToMove = (superior: SuperiorRule): superior is DutyToMove =>
  superior.rule.kind === 'rotation' && superior.rule.effect === 'MUST' && superior.rule.action !== 'retire'

const blockedBy = (rule: PlacementRule, { installation, divisions }: LowerDocument): readonly Blocked[] =>
  datedClauses(rule, installation, divisions).pieces.flatMap(({ clauses, cut }) =>
    // Too many alternatives to compare: then it may bar anything.
    (clauses === null ? [[]] : unavoidable(clauses))
      .filter((clause) => !isContradictory(clause))
      .map((clause) => ({ clause, days: cut })),
  )

const decided = (
  asked: Asked,
  superior: DutyToMove,
  rule: PlacementRule,
  blocked: readonly Blocked[],
  lower: LowerDocument,
): ConformanceItem => {
  const cited = citedSuperior(superior)
  if (superior.rule.exemptable?.includes(lower.plugin.level))
    return holding(asked, 'allowed', {
      zh: `${cited.zh}许可${divisionLevels[lower.plugin.level]}豁免，也就容许禁止调动。`,
      en: `${cited.en} lets a ${lower.plugin.level} exempt from it, and so forbid the move.`,
    })
  const own = beyondSuperiorBars(blocked, lower)
  if (own.length === 0)
    return holding(asked, 'proved', {
      zh: '所禁止的，上级的禁止性规定已经禁止。',
      en: 'A bar above forbids whatever it forbids.',
    })
  const theirs = datedClauses(superior.rule, superior.installation, lower.divisions)
  const clashes = clashing(own, theirs)
  if (clashes.length === 0)
    return holding(asked, 'proved', {
      zh: `${cited.zh}所要求的人，不会有它所禁止的情形。`,
      en: `Nobody of whom ${cited.en} asks a move is in a case that it bars.`,
    })
  return refusing(
    asked,
    {
      zh: `对${cited.zh}必须交流的人，禁止其任何调动，使该规定不能执行。`,
      en: `It bars every move of people who must move by ${cited.en}, which makes that impossible.`,
    },
    stuck(superior, rule, clashes, theirs, lower),
    ({ on }) => bindsWords(rule, lower.plugin, on),
  )
}

/** What no bar above forbids already. */
const beyondSuperiorBars = (blocked: readonly Blocked[], { rules, divisions }: LowerDocument): readonly Blocked[] => {
  const bars = rules
    .filter(({ rule }) => rule.kind === 'placement' && rule.effect === 'MUST_NOT')
    .map(({ rule, installation }) => datedClauses(rule, installation, divisions))
  return blocked.flatMap(({ clause, days }) => {
    const barred = bars.flatMap(({ pieces }) =>
      pieces.flatMap(({ clauses, cut }) => (alternativesImply([clause], clauses) ? [cut] : [])),
    )
    const left = minus(days, unionAll(barred))
    return left.length === 0 ? [] : [{ clause, days: left }]
  })
}

/** The cases in which the superior may bind whom the bar holds fast. */
const clashing = (blocked: readonly Blocked[], theirs: DatedRule<Rule, DatedClauses>): readonly Blocked[] =>
  blocked.flatMap(({ clause, days }) =>
    theirs.pieces.flatMap(({ clauses, cut }) => {
      const shared = intersect(days, cut)
      if (shared.length === 0) return []
      return (clauses ?? [[]])
        .map((bound) => [...bound, ...clause])
        .filter((both) => !isContradictory(both))
        .map((both) => ({ clause: both, days: shared }))
    }),
  )

/** Someone whom the superior binds and who may make no move at all. */
const stuck = (
  superior: DutyToMove,
  rule: PlacementRule,
  clashes: readonly Blocked[],
  { pieces }: DatedRule<Rule, DatedClauses>,
  lower: LowerDocument,
) => {
  const { at, divisions, rules } = lower
  const asks = cannotMove(superior, rule, lower)
  const others = pieces.flatMap(({ clauses }) => clauses ?? [])
  const spared = notBarredAbove(lower)
  for (const { clause, days } of clashes) {
    const facts = [clause, ...spared.map((free) => [...clause, ...free])]
    const search = {
      superior,
      others: rules,
      at,
      divisions,
      effort: lower.effort,
      days,
      facts,
      thresholds: [clause, ...others],
    }
    const officer = findOfficer(search, asks)
    if (officer !== null) return officer
  }
  return null
}

/** Ways not to be held fast by the bars above. */
const notBarredAbove = ({ rules, divisions }: LowerDocument): readonly Clause[] => {
  const above = rules
    .filter(({ rule }) => rule.kind === 'placement' && rule.effect === 'MUST_NOT')
    .flatMap(({ rule, installation }) => datedClauses(rule, installation, divisions).pieces)
    .flatMap(({ clauses }) => unavoidable(clauses ?? []))
  const none = combined(
    above.map((clause) => clause.map((literal) => [opposite(literal)])),
    true,
  )
  return (none ?? []).filter((clause) => clause.length > 0).slice(0, 8)
}
