import type { Condition } from '../condition.ts'
import type { DatedValue, Parameter } from '../dated.ts'
import { fits, neededWords } from '../need.ts'
import type { PluginDocument } from '../plugin.ts'
import { type DocumentPath, type PluginProblem, problem } from '../problem.ts'
import { conditionOf, type Rule } from '../rule.ts'
import { eachNode, type Need, type ParameterUse, parametersOf, parametersOfTeams } from '../walk.ts'
import { costProblems } from './cost.ts'
import { kindProblems } from './kinds.ts'

/** Everything that can be wrong inside conditions once their form is right. */
export const conditionProblems = (plugin: PluginDocument): readonly PluginProblem[] => {
  const cycles = cyclicDefinitions(plugin)
  if (cycles.length > 0) return cycles
  const costly = costProblems(plugin)
  if (costly.length > 0) return costly
  return [
    ...rootsOf(plugin).flatMap(([path, condition]) => nodeProblems(plugin, condition, path)),
    ...deadlineProblems(plugin),
    ...teamProblems(plugin),
    ...kindProblems(plugin),
  ]
}

const rootsOf = ({ rules, definitions }: PluginDocument): readonly (readonly [DocumentPath, Condition])[] => [
  ...Object.entries(definitions).map(([name, condition]) => [['definitions', name], condition] as const),
  ...rules.map((rule, i) => [conditionPath(rule, i), conditionOf(rule)] as const),
]

const conditionPath = (rule: Rule, i: number): DocumentPath => [
  'rules',
  String(i),
  rule.kind === 'composition' ? 'assert' : 'when',
]

const nodeProblems = (plugin: PluginDocument, root: Condition, at: DocumentPath): readonly PluginProblem[] => {
  const problems: PluginProblem[] = []
  eachNode(root, at, (node, path) => {
    for (const use of parametersOf(node)) problems.push(...useProblems(plugin, use, path))
    if ('ref' in node && !Object.hasOwn(plugin.definitions, node.ref)) problems.push(unknownDefinition(node.ref, path))
  })
  return problems
}

const useProblems = (plugin: PluginDocument, use: ParameterUse, at: DocumentPath): readonly PluginProblem[] => {
  const path = [...at, ...use.path]
  const parameter = Object.hasOwn(plugin.parameters, use.name) ? plugin.parameters[use.name] : undefined
  if (parameter === undefined)
    return [
      problem(
        'UNKNOWN_PARAMETER',
        path,
        [`没有名为 \`${use.name}\` 的参数。`, `There is no parameter \`${use.name}\`.`],
        ['在 parameters 中定义它，或改正名称。', 'Define it under `parameters`, or correct the name.'],
      ),
    ]
  const wrong = misfit(parameter, use.needs)
  if (wrong === null) return []
  const needs = neededWords(use.needs)
  return [
    problem(
      'PARAMETER_TYPE',
      path,
      [
        `参数 \`${use.name}\` 自 ${wrong.from} 的值不能用在这里。`,
        `The value of \`${use.name}\` from ${wrong.from} cannot be used here.`,
      ],
      [`这里需要：${needs[0]}。`, `Needed here: ${needs[1]}.`],
    ),
  ]
}

const misfits = new WeakMap<Parameter, Map<Need, DatedValue | null>>()

/** The first value that cannot stand where this is needed. A parameter used a thousand times is looked through once. */
const misfit = (parameter: Parameter, needs: Need): DatedValue | null => {
  const known = misfits.get(parameter) ?? new Map<Need, DatedValue | null>()
  misfits.set(parameter, known)
  const before = known.get(needs)
  if (before !== undefined) return before
  const wrong = parameter.values.find(({ value }) => value !== null && !fits(value, needs)) ?? null
  known.set(needs, wrong)
  return wrong
}

const unknownDefinition = (name: string, path: DocumentPath): PluginProblem =>
  problem(
    'UNKNOWN_DEFINITION',
    path,
    [`没有名为 \`${name}\` 的定义。`, `There is no definition \`${name}\`.`],
    ['在 definitions 中写出它，或改正名称。', 'Write it under `definitions`, or correct the name.'],
  )

const cyclicDefinitions = ({ definitions }: PluginDocument): readonly PluginProblem[] => {
  const done = new Set<string>()
  const problems: PluginProblem[] = []
  const visit = (name: string, above: readonly string[]): void => {
    const condition = Object.hasOwn(definitions, name) ? definitions[name] : undefined
    if (condition === undefined || done.has(name)) return
    if (above.includes(name)) {
      problems.push(cyclic([...above.slice(above.indexOf(name)), name]))
      return
    }
    for (const next of refsIn(condition)) visit(next, [...above, name])
    done.add(name)
  }
  for (const name of Object.keys(definitions)) visit(name, [])
  return problems
}

const cyclic = (ring: readonly string[]): PluginProblem =>
  problem(
    'CYCLIC_DEFINITION',
    ['definitions', ring[0] ?? ''],
    [`定义互相引用成环：${ring.join(' → ')}。`, `Definitions refer to each other in a ring: ${ring.join(' → ')}.`],
    ['拆开这个环。', 'Break the ring.'],
  )

const refsIn = (condition: Condition): readonly string[] => {
  const names: string[] = []
  eachNode(condition, [], (node) => {
    if ('ref' in node) names.push(node.ref)
  })
  return names
}

const deadlineProblems = (plugin: PluginDocument): readonly PluginProblem[] =>
  plugin.rules.flatMap((rule, i) => {
    if (rule.kind !== 'rotation' || rule.deadline === undefined || typeof rule.deadline.within === 'string') return []
    return useProblems(plugin, { path: [], name: rule.deadline.within.param, needs: 'period' }, [
      'rules',
      String(i),
      'deadline',
      'within',
    ])
  })

/** What a composition rule says of the teams it is about. */
const teamProblems = (plugin: PluginDocument): readonly PluginProblem[] =>
  plugin.rules.flatMap((rule, i) =>
    rule.kind === 'composition'
      ? parametersOfTeams(rule.of).flatMap((use) => useProblems(plugin, use, ['rules', String(i), 'of']))
      : [],
  )
