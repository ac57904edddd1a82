import type { Expectation } from '../case.ts'
import type { PluginDocument } from '../plugin.ts'
import { type PluginProblem, problem } from '../problem.ts'
import { storyProblems } from './stories.ts'

/** Nothing untried: each rule at work has a case in which it binds and one in which it lets pass. */
export const caseProblems = (plugin: PluginDocument): readonly PluginProblem[] => [
  ...strangers(plugin),
  ...plugin.cases.flatMap(storyProblems),
  ...plugin.rules.flatMap(({ id, enabled }, i) => (enabled === false ? [] : untried(plugin, id, i))),
]

const strangers = ({ rules, cases }: PluginDocument): readonly PluginProblem[] => {
  const known = new Set(rules.map(({ id }) => id))
  return cases.flatMap(({ expect, dueBy }, i) =>
    Object.keys({ ...expect, ...dueBy })
      .filter((id) => !known.has(id))
      .map((id) =>
        problem(
          'UNKNOWN_RULE',
          ['cases', String(i), 'expect', id],
          [
            `案例所说的 \`${id}\` 不是本文件的规则。`,
            `The case speaks of \`${id}\`, which is no rule of this document.`,
          ],
          ['改正规则编号。', 'Correct the rule id.'],
        ),
      ),
  )
}

const untried = ({ cases }: PluginDocument, id: string, index: number): readonly PluginProblem[] => {
  const seen = new Set(cases.map(({ expect }) => (Object.hasOwn(expect, id) ? expect[id] : undefined)))
  const lacking = (['binds', 'passes'] satisfies Expectation[]).filter((expectation) => !seen.has(expectation))
  if (lacking.length === 0) return []
  return [
    problem(
      'UNTRIED_RULE',
      ['rules', String(index)],
      [
        `规则 \`${id}\` 缺少结论为 ${lacking.join('、')} 的案例。`,
        `\`${id}\` has no case saying ${lacking.join(' or ')}.`,
      ],
      ['补一个适用的和一个不适用的案例。', 'Add a worked case in which it binds and one in which it passes.'],
    ),
  ]
}
