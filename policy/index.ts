export * from './facts/divisions.ts'
export * from './facts/fact-class.ts'
export * from './facts/kinship/declaration-problems.ts'
export * from './facts/kinship/kin-edge.ts'
export * from './facts/kinship/kin-network.ts'
export * from './facts/kinship/kin-of.ts'
export * from './facts/kinship/kinship.ts'
export * from './facts/kinship/terms/declared-term.ts'
export * from './facts/kinship/terms/path-words.ts'
export * from './facts/org.ts'
export * from './facts/person.ts'
export * from './facts/pieces.ts'
export * from './facts/relations/relation.ts'
export { relationDays } from './facts/relations/relation-days.ts'
export * from './facts/relations/relation-witness.ts'
export * from './facts/retirement.ts'
export * from './facts/stays.ts'
export * from './facts/vocabulary.ts'
export * from './judge/case-person.ts'
export * from './judge/case-story.ts'
export * from './judge/check-cases.ts'
export type { Amendment, Difference } from './judge/comparison/amendment.ts'
export { amendments } from './judge/comparison/amendments.ts'
export * from './judge/comparison/change.ts'
export * from './judge/comparison/changes-between.ts'
export * from './judge/comparison/comparer.ts'
export * from './judge/comparison/conflict-changes.ts'
export * from './judge/comparison/differing.ts'
export * from './judge/comparison/standing.ts'
export * from './judge/conformance/certificate.ts'
export * from './judge/conformance/certificate-problems.ts'
export { certify } from './judge/conformance/certify.ts'
export { ruleConflicts } from './judge/conformance/rule-conflicts.ts'
export * from './judge/explain.ts'
export * from './judge/explanation.ts'
export * from './judge/finding.ts'
export * from './judge/judge.ts'
export * from './judge/judged.ts'
export * from './judge/move/move.ts'
export * from './judge/move/move-judge.ts'
export { type MutationTest, mutationTest, type SmallChange } from './judge/mutants/mutants.ts'
export * from './judge/needs.ts'
export * from './judge/not-yet.ts'
export * from './judge/pair/conflict.ts'
export * from './judge/pair/explain-conflict.ts'
export * from './judge/pair/pair-judge.ts'
export { conflictNeeds } from './judge/pair/pair-needs.ts'
export * from './judge/pair/reversed-kin.ts'
export * from './judge/pair/told.ts'
export * from './judge/policy-digest.ts'
export * from './judge/run-case.ts'
export * from './judge/stay-run.ts'
export * from './judge/team/team.ts'
export * from './judge/team/team-judge.ts'
export { valueWords } from './judge/wording/parameter.ts'
export * from './judge/wording/policy-text.ts'
export { renderRule } from './judge/wording/rule.ts'
export type { Language } from './judge/wording/words.ts'
// By name: an author's `lasting` and `accumulated` are conditions, not the operators on days of the same name.
export {
  accumulated,
  age,
  allOf,
  anyOf,
  avoidance,
  clause,
  composition,
  count,
  crosses,
  definePlugin,
  departs,
  dossier,
  exemption,
  happened,
  held,
  kin,
  lasting,
  leaves,
  native,
  not,
  param,
  person,
  placement,
  posts,
  ref,
  rises,
  rotation,
  share,
  state,
  takes,
  terms,
  together,
  toRetirement,
} from './law/builders.ts'
export * from './law/case.ts'
export * from './law/check.ts'
export { delegationProblems } from './law/checks/delegated.ts'
export * from './law/citation.ts'
export * from './law/condition.ts'
export * from './law/conform.ts'
export { costOf, type PluginCost } from './law/cost.ts'
export * from './law/dated.ts'
export * from './law/delegation.ts'
export * from './law/digest.ts'
export * from './law/giving-way.ts'
export * from './law/limits.ts'
export * from './law/package.ts'
export * from './law/plugin.ts'
export * from './law/problem.ts'
export * from './law/read-package.ts'
export * from './law/reads.ts'
export * from './law/rule.ts'
export * from './law/schema/document.ts'
export * from './law/schema/package.ts'
export * from './time/day.ts'
export * from './time/days.ts'
export * from './time/period.ts'
export * from './time/stated.ts'
export * from './time/truth.ts'
