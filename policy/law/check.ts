import { caseProblems } from './check-cases.ts'
import { citationProblems } from './check-citations.ts'
import { conditionProblems } from './check-conditions.ts'
import { reachProblems } from './check-reach.ts'
import type { PluginDocument } from './plugin.ts'
import { type PluginProblem, problem } from './problem.ts'
import { readingProblems } from './reads.ts'
import { pluginSchema } from './schema.ts'
import { shapeProblems } from './shape-problems.ts'

export type CheckedPlugin = { readonly plugin: PluginDocument } | { readonly problems: readonly PluginProblem[] }

/** No honest document nests its JSON deeper than this; checked first, so that hostile nesting cannot exhaust the stack. */
const deepest = 48

/**
 * Reads a policy document from anywhere: it is either sound in form, citation, dates, names and cost, and tried by its own
 * cases on paper, or it comes back with every problem found. Whether the cases hold is for the judge to say.
 */
export const checkPlugin = (json: unknown): CheckedPlugin => {
  if (isDeeperThan(json, deepest)) return { problems: [tooDeep] }
  const read = pluginSchema.safeParse(json)
  if (!read.success) return { problems: shapeProblems(json, read.error) }
  const plugin: PluginDocument = read.data
  const problems = [
    ...citationProblems(plugin),
    ...conditionProblems(plugin),
    ...reachProblems(plugin),
    ...readingProblems(plugin),
    ...caseProblems(plugin),
  ]
  return problems.length > 0 ? { problems } : { plugin }
}

const isDeeperThan = (json: unknown, most: number): boolean => {
  let layer: readonly unknown[] = [json]
  for (let depth = 0; depth <= most; depth += 1) {
    layer = layer.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []))
    if (layer.length === 0) return false
  }
  return true
}

const tooDeep = problem(
  'TOO_LARGE',
  [],
  ['文件嵌套过深。', 'The document is nested too deeply.'],
  ['条件最多嵌套八层。', 'Conditions nest at most eight levels.'],
)
