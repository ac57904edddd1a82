import { divisionLevels } from '../../facts/vocabulary.ts'
import type { Installation } from '../../law/plugin.ts'
import type { PlacementRule, RotationRule, Rule } from '../../law/rule.ts'
import { intersect, minus, unionAll } from '../../time/days.ts'
import type { DatedRule } from '../compiled-rule.ts'
import type { ConformanceItem } from './certificate.ts'
import { type DatedClauses, datedClauses } from './dated-clauses.ts'
import { type Asked, holding, refusing } from './item.ts'
import { isContradictory } from './leaf-implies.ts'
import { type Clause, combined, opposite } from './literal.ts'
import type { LowerDocument } from './lower-document.ts'
import { asksOfPostTaken } from './moves-open.ts'
import { bindsWords, citedSuperior } from './rule-words.ts'
import { alternativesImply } from './subsumption.ts'
import type { SuperiorRule } from './superior-rules.ts'
import { type Alternative, unavoidable } from './unavoidable.ts'
import { findOfficer } from './witness/candidates.ts'
import { cannotMove } from './witness/cannot-move.ts'

/** One alternative of a bar: of a rule of the document by its number, or of one above. */
interface Barring extends Alternative {
  readonly by: number | null
}

/** What the document forbids whatever the move, on which days, and which of its rules do together. */
interface Blocked extends Alternative {
  readonly rules: readonly PlacementRule[]
}

/**
 * A bar on every move of a person makes it impossible to do what a superior rule says must be done; so do several that leave no
 * way out together, or beside those above. It is told of the last of them in the document.
 */
export const barItems = (lower: LowerDocument): readonly ConformanceItem[] => {
  if (!lower.plugin.rules.some(isBar) || !lower.rules.some(isDutyToMove)) return []
  const all = blockedBy(lower)
  return lower.plugin.rules.flatMap((rule, i) => {
    const blocked = all.filter(({ by }) => by === i)
    if (!isBar(rule) || blocked.length === 0) return []
    return lower.rules.flatMap((superior) =>
      isDutyToMove(superior)
        ? [decided({ point: 'bar', path: ['rules', String(i), 'when'], superior }, superior, rule, blocked, lower)]
        : [],
    )
  })
}

const isBar = (rule: Rule): rule is PlacementRule =>
  rule.kind === 'placement' && rule.effect === 'MUST_NOT' && rule.enabled !== false

interface DutyToMove extends SuperiorRule<RotationRule> {}

const isDutyToMove = (superior: SuperiorRule): superior is DutyToMove =>
  superior.rule.kind === 'rotation' && superior.rule.effect === 'MUST' && superior.rule.action !== 'retire'

const blockedBy = (lower: LowerDocument): readonly (Blocked & { readonly by: number })[] => {
  const { plugin, installation, divisions, rules } = lower
  const own = plugin.rules.flatMap((rule, by) => (isBar(rule) ? alternativesOf(rule, installation, divisions, by) : []))
  const above = rules.flatMap((one) =>
    isBar(one.rule) ? alternativesOf(one.rule, one.installation, divisions, null) : [],
  )
  const asking = above.filter(({ clause }) => clause.some(asksOfPostTaken))
  return unavoidable([...own, ...asking], ({ by }) => by !== null).flatMap(({ clause, days, of }) => {
    const numbers = of.flatMap(({ by }) => by ?? [])
    if (numbers.length === 0 || isContradictory(clause)) return []
    const barring = plugin.rules.filter((rule, i): rule is PlacementRule => isBar(rule) && numbers.includes(i))
    return [{ clause, days, rules: barring, by: Math.max(...numbers) }]
  })
}

/** Too many alternatives to compare: then it may bar anything. */
const alternativesOf = (
  rule: PlacementRule,
  installation: Installation,
  divisions: LowerDocument['divisions'],
  by: number | null,
): readonly Barring[] =>
  datedClauses(rule, installation, divisions).pieces.flatMap(({ clauses, cut }) =>
    cut.length === 0 ? [] : (clauses ?? [[]]).map((clause) => ({ clause, days: cut, by })),
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
    stuck(superior, clashes, theirs, lower),
    ({ on }) => bindsWords(rule, lower.plugin, on),
  )
}

/** What no bar above forbids already. */
const beyondSuperiorBars = (
  blocked: readonly Blocked[],
  { rules: above, divisions }: LowerDocument,
): readonly Blocked[] => {
  const bars = above
    .filter(({ rule }) => rule.kind === 'placement' && rule.effect === 'MUST_NOT')
    .map(({ rule, installation }) => datedClauses(rule, installation, divisions))
  return blocked.flatMap(({ clause, days, rules }) => {
    const barred = bars.flatMap(({ pieces }) =>
      pieces.flatMap(({ clauses, cut }) => (alternativesImply([clause], clauses) ? [cut] : [])),
    )
    const left = minus(days, unionAll(barred))
    return left.length === 0 ? [] : [{ clause, days: left, rules }]
  })
}

/** The cases in which the superior may bind whom the bar holds fast. */
const clashing = (blocked: readonly Blocked[], theirs: DatedRule<Rule, DatedClauses>): readonly Blocked[] =>
  blocked.flatMap(({ clause, days, rules }) =>
    theirs.pieces.flatMap(({ clauses, cut }) => {
      const shared = intersect(days, cut)
      if (shared.length === 0) return []
      return (clauses ?? [[]])
        .map((bound) => [...bound, ...clause])
        .filter((both) => !isContradictory(both))
        .map((both) => ({ clause: both, days: shared, rules }))
    }),
  )

/** Someone whom the superior binds and who may make no move at all. */
const stuck = (
  superior: DutyToMove,
  clashes: readonly Blocked[],
  { pieces }: DatedRule<Rule, DatedClauses>,
  lower: LowerDocument,
) => {
  const { at, divisions, rules } = lower
  const others = pieces.flatMap(({ clauses }) => clauses ?? [])
  const spared = notBarredAbove(lower)
  for (const { clause, days, rules: barring } of clashes) {
    const asks = cannotMove(superior, barring, lower)
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
    .flatMap(({ clauses, cut }) => unavoidable((clauses ?? []).map((clause) => ({ clause, days: cut }))))
  const none = combined(
    above.map(({ clause }) => clause.map((literal) => [opposite(literal)])),
    true,
  )
  return (none ?? []).filter((clause) => clause.length > 0).slice(0, 8)
}
