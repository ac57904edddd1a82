import { kindProblems } from './check-kinds.ts'
import type { Condition } from './condition.ts'
import { fits, neededWords } from './need.ts'
import type { PluginDocument } from './plugin.ts'
import { type DocumentPath, type PluginProblem, problem } from './problem.ts'
import { conditionOf, type Rule } from './rule.ts'
import { childrenOf, eachNode, type ParameterUse, parametersOf, parametersOfTeams } from './walk.ts'

/** Cost limits of semantics.md §4: they bound what judging one person by one rule can cost. */
export const limits = { nodes: 200, depth: 8, datedPieces: 32 } as const

/** Everything that can be wrong inside conditions once their form is right. */
export const conditionProblems = (plugin: PluginDocument): readonly PluginProblem[] => {
  const cycles = cyclicDefinitions(plugin)
  if (cycles.length > 0) return cycles
  return [
    ...rootsOf(plugin).flatMap(([path, condition]) => nodeProblems(plugin, condition, path)),
    ...plugin.rules.flatMap((rule, i) => costProblems(plugin, conditionOf(rule), conditionPath(rule, i))),
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
  const wrong = parameter.values.find(({ value }) => value !== null && !fits(value, use.needs))
  if (wrong === undefined) return []
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

interface Cost {
  readonly nodes: number
  readonly depth: number
}

const costProblems = (plugin: PluginDocument, root: Condition, path: DocumentPath): readonly PluginProblem[] => {
  const { nodes, depth } = costOf(plugin, root, new Map())
  const measured = [
    ['条件', 'conditions', nodes, limits.nodes],
    ['层嵌套', 'levels of nesting', depth, limits.depth],
    ['个时段', 'dated pieces', datedPieces(plugin, root), limits.datedPieces],
  ] as const
  return measured
    .filter(([, , size, most]) => size > most)
    .map(([zh, en, size, most]) =>
      problem(
        'TOO_LARGE',
        path,
        [`本规则有 ${size} ${zh}，上限 ${most}。`, `The rule has ${size} ${en}; the limit is ${most}.`],
        ['拆成几条规则。', 'Split the rule.'],
      ),
    )
}

const costOf = (plugin: PluginDocument, condition: Condition, known: Map<string, Cost>): Cost => {
  if ('ref' in condition) {
    const target = plugin.definitions[condition.ref]
    const cost = known.get(condition.ref) ?? (target ? costOf(plugin, target, known) : { nodes: 0, depth: 0 })
    known.set(condition.ref, cost)
    return { nodes: cost.nodes + 1, depth: cost.depth + 1 }
  }
  const below = childrenOf(condition).map(([, child]) => costOf(plugin, child, known))
  return {
    nodes: below.reduce((sum, { nodes }) => sum + nodes, 1),
    depth: below.reduce((most, { depth }) => Math.max(most, depth), 0) + 1,
  }
}

const datedPieces = (plugin: PluginDocument, root: Condition): number => {
  const starts = new Set<string>()
  const read = new Set<string>()
  const visit = (node: Condition): void => {
    for (const { name } of parametersOf(node))
      for (const { from } of plugin.parameters[name]?.values ?? []) starts.add(from)
    if (!('ref' in node) || read.has(node.ref)) return
    read.add(node.ref)
    const target = plugin.definitions[node.ref]
    if (target !== undefined) eachNode(target, [], visit)
  }
  eachNode(root, [], visit)
  return starts.size
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
