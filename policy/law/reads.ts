import { type FactClass, factClasses } from '../facts/fact-class.ts'
import type { StateKind } from '../facts/vocabulary.ts'
import type { Condition } from './condition.ts'
import type { PluginDocument } from './plugin.ts'
import { type DocumentPath, type PluginProblem, problem } from './problem.ts'
import { conditionOf } from './rule.ts'
import { eachNode } from './walk.ts'

/** The class of data a dated fact about a person belongs to: the one it is stored and guarded under. */
export const classOfState = (kind: StateKind): FactClass => {
  if (kind === 'case_filed' || kind === 'sanction') return 'discipline'
  return kind === 'health_unfit' ? 'health' : 'personnel'
}

/** Classes of facts that a condition and everything under it reads beside the career; named conditions are not followed. */
export const classesOf = (condition: Condition): readonly FactClass[] => {
  const read = new Set<FactClass>()
  eachNode(condition, [], (node) => {
    for (const one of classesRead(node)) read.add(one)
  })
  return inOrder(read)
}

/** What the rules of a document read, named conditions included. */
export const classesReadBy = (plugin: PluginDocument): readonly FactClass[] =>
  inOrder(new Set(conditionsOf(plugin).flatMap(([, condition]) => classesOf(condition))))

/** Classes a document declares and no rule of it reads: whoever installs it is asked for more than it needs. */
export const unusedClasses = (plugin: PluginDocument): readonly FactClass[] => {
  const read = classesReadBy(plugin)
  return (plugin.reads ?? []).filter((declared) => !read.includes(declared))
}

/** Every condition that reads a class of facts the document does not declare. */
export const readingProblems = (plugin: PluginDocument): readonly PluginProblem[] =>
  conditionsOf(plugin).flatMap(([at, condition]) => {
    const problems: PluginProblem[] = []
    eachNode(condition, at, (node, path) => {
      for (const read of classesRead(node))
        if (!(plugin.reads ?? []).includes(read)) problems.push(undeclared(read, node, path))
    })
    return problems
  })

const classesRead = (node: Condition): readonly FactClass[] => {
  if ('kin' in node) return ['family']
  if ('state' in node) return [classOfState(node.state.kind)]
  if ('happened' in node) return node.happened.kind === undefined ? [] : [classOfState(node.happened.kind)]
  if ('person' in node) return Object.keys(node.person).some((attribute) => attribute !== 'sex') ? ['personnel'] : []
  return 'age' in node || 'toRetirement' in node || 'native' in node || 'dossier' in node ? ['personnel'] : []
}

const inOrder = (read: ReadonlySet<FactClass>): readonly FactClass[] => known.filter((one) => read.has(one))

const known: readonly FactClass[] = ['personnel', 'family', 'discipline', 'health']

const conditionsOf = ({ rules, definitions }: PluginDocument): readonly (readonly [DocumentPath, Condition])[] => [
  ...Object.entries(definitions).map(([name, condition]) => [['definitions', name], condition] as const),
  ...rules.map(
    (rule, i) => [['rules', String(i), rule.kind === 'composition' ? 'assert' : 'when'], conditionOf(rule)] as const,
  ),
]

const undeclared = (read: FactClass, node: Condition, path: DocumentPath): PluginProblem => {
  const [name = ''] = Object.keys(node)
  return problem(
    'UNDECLARED_CLASS',
    path,
    [
      `\`${name}\` 读取“${factClasses[read]}”类信息，本文件未声明读取此类。`,
      `\`${name}\` reads facts of class \`${read}\`, which the document does not declare: whoever installs it must see what it asks about people.`,
    ],
    [`在 \`reads\` 中加上 \`${read}\`，或删去此条件。`, `Add \`${read}\` to \`reads\`, or remove the condition.`],
  )
}
