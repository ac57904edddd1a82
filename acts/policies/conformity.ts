import type { InstallationRow } from '../../db/queries/evaluation-policy.ts'
import { type DayText, type Installation, type PluginDocument, ruleConflicts } from '../../policy/index.ts'
import { type Issue, PolicyProblem } from '../problem.ts'
import { type Counting, strayProblems } from './certificate.ts'
import { type Objection, objectionsTo } from './objections.ts'
import { refuseIfAny } from './refusal.ts'

/** A document somebody wants to count at a jurisdiction. */
export interface Candidate {
  readonly plugin: PluginDocument
  readonly at: string
  readonly counting: Counting
  readonly mode: InstallationRow['mode']
}

/**
 * Refuses a document that may not stand where it would: misplaced, against a superior, or against another plugin there.
 * Answers with the superior rules against which nothing could be proved, all of them acknowledged; the operator answers for
 * all there are.
 */
export const refuseUnlawful = (
  { plugin, at, counting, mode }: Candidate,
  installations: readonly Installation[],
  acknowledged: readonly string[] | 'all',
): readonly string[] => {
  refuseIfAny(strayProblems(plugin, at, installations))
  const objections = objectionsTo(plugin, at, counting, installations)
  const isAnswered = ({ answerable, superior }: Objection) =>
    answerable && (acknowledged === 'all' || acknowledged.includes(superior.rule))
  const [first, ...rest] = objections.filter((each) => !isAnswered(each)).map(issueOf)
  if (first !== undefined) throw new PolicyProblem([first, ...rest])
  if (mode === 'enforce') refuseIfAny(ruleConflicts(plugin, at, during(counting, installations)))
  return [...new Set(objections.map(({ superior }) => superior.rule))]
}

/** What is at work on some of these days, and as if on these days only. */
const during = ({ from, to }: Counting, installations: readonly Installation[]): readonly Installation[] =>
  installations
    .filter(({ effectiveFrom, effectiveTo }) => isBefore(effectiveFrom, to) && isBefore(from, effectiveTo))
    .map((each) => ({ ...each, effectiveFrom: each.effectiveFrom < from ? from : each.effectiveFrom }))

const isBefore = (day: DayText, end: DayText | null): boolean => end === null || day < end

const issueOf = ({ code, path, says, remedy, superior }: Objection): Issue => ({
  path: ['document', ...path],
  value: code,
  code,
  says,
  remedy,
  superior,
})
