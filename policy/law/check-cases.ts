import { day } from '../time/day.ts'
import { parseStated } from '../time/stated.ts'
import type { CareerLine, Case, Expectation } from './case.ts'
import type { PluginDocument } from './plugin.ts'
import { type PluginProblem, problem } from './problem.ts'

/** Nothing untried: each rule at work has a case in which it binds and one in which it lets pass. */
export const caseProblems = (plugin: PluginDocument): readonly PluginProblem[] => [
  ...strangers(plugin),
  ...plugin.cases.flatMap(impossibleMoves),
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

/** A move of somebody the story does not tell of, or from a post they do not hold on its day. */
const impossibleMoves = ({ career, others = {}, moves = [], on }: Case, i: number): readonly PluginProblem[] =>
  moves.flatMap(({ person = 'self', leaves }, at) => {
    const path = ['cases', String(i), 'moves', String(at)]
    const lines = person === 'self' ? career : Object.hasOwn(others, person) ? others[person]?.career : undefined
    if (lines === undefined) return [nobody(person, path)]
    const held = leaves === undefined || lines.some((line) => line.post === leaves && mayBeHeld(line, on))
    return held ? [] : [notHeld(leaves, [...path, 'leaves'])]
  })

const mayBeHeld = ({ from, to }: CareerLine, on: Case['on']): boolean => {
  const [start, end] = [parseStated(from), to === undefined ? null : parseStated(to)]
  return (start === null || start.lo <= day(on)) && (end === null || day(on) < end.hi)
}

const nobody = (person: string, path: readonly string[]): PluginProblem =>
  problem(
    'MISSING',
    [...path, 'person'],
    [`案例中没有名为 \`${person}\` 的人。`, `Nobody in the case is called \`${person}\`.`],
    ['写 self，或 others 中的一个名字。', 'Write `self`, or a name of `others`.'],
  )

const notHeld = (post: string, path: readonly string[]): PluginProblem =>
  problem(
    'MISSING',
    path,
    [`案例当日此人不任 \`${post}\`。`, `The person does not hold \`${post}\` on the day of the case.`],
    ['写其履历中当日所任的职位。', 'Name a post of their career that they hold on that day.'],
  )

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
