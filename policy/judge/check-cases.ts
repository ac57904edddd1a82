import { divisionsByCode } from '../facts/divisions.ts'
import type { Divisions } from '../facts/person.ts'
import type { Case } from '../law/case.ts'
import { limits } from '../law/limits.ts'
import type { PluginDocument } from '../law/plugin.ts'
import { type PluginProblem, problem } from '../law/problem.ts'
import { deadlinesOf, runCase } from './run-case.ts'

/** The worked cases of a sound document that do not come out as they say. A document whose cases fail is not installed. */
export const checkCases = (plugin: PluginDocument, divisions: Divisions = divisionsByCode): readonly PluginProblem[] =>
  firstOf(plugin.cases, (worked, i) => failures(plugin, worked, i, divisions))

/** No more than anyone reads: the cases after these are not tried. */
const firstOf = (
  cases: readonly Case[],
  failing: (worked: Case, i: number) => readonly PluginProblem[],
): readonly PluginProblem[] => {
  const found: PluginProblem[] = []
  for (const [i, worked] of cases.entries()) {
    found.push(...failing(worked, i))
    if (found.length >= limits.problems) break
  }
  return found
}

const failures = (
  plugin: PluginDocument,
  worked: Case,
  index: number,
  divisions: Divisions,
): readonly PluginProblem[] => {
  const path = ['cases', String(index)]
  const off = new Set(plugin.rules.filter(({ enabled }) => enabled === false).map(({ id }) => id))
  const compare = (member: 'expect' | 'dueBy', expected: Answers, got: Answers): readonly PluginProblem[] =>
    Object.entries(expected)
      .filter(([rule, answer]) => !off.has(rule) && got[rule] !== answer)
      .map(([rule, answer]) => fails([...path, member, rule], worked, rule, String(answer), String(got[rule])))
  return [
    ...compare('expect', worked.expect, runCase(plugin, worked, divisions)),
    ...(worked.dueBy === undefined ? [] : compare('dueBy', worked.dueBy, deadlinesOf(plugin, worked, divisions))),
  ]
}

type Answers = Readonly<Record<string, string | null>>

const fails = (
  path: readonly string[],
  { name, on }: Case,
  rule: string,
  expected: string,
  got: string,
): PluginProblem =>
  problem(
    'CASE_FAILS',
    path,
    [
      `案例“${name}”（${on}）：规则 \`${rule}\` 应为 ${expected}，实为 ${got}。`,
      `Case “${name}” on ${on}: \`${rule}\` should say ${expected} and says ${got}.`,
    ],
    ['改正规则或案例，使二者一致。', 'Correct the rule or the case until they agree.'],
  )
