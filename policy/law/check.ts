import type { z } from 'zod'
import { caseProblems } from './checks/cases.ts'
import { citationProblems } from './checks/citations.ts'
import { conditionProblems } from './checks/conditions.ts'
import { reachProblems } from './checks/reach.ts'
import { sizeProblems } from './checks/size.ts'
import { limits } from './limits.ts'
import type { PluginDocument } from './plugin.ts'
import { type PluginProblem, problem } from './problem.ts'
import { readingProblems } from './reads.ts'
import { pluginSchema } from './schema/document.ts'
import { shapeProblems } from './schema/shape-problems.ts'

export type CheckedPlugin = { readonly plugin: PluginDocument } | { readonly problems: readonly PluginProblem[] }

/** Issues the schema may raise, tried alternatives included, before it is stopped: well above what a hundred honest slips raise. */
const patience = 5000

/**
 * Reads a policy document from anywhere: it is either sound in form, citation, dates, names and cost, and tried by its own
 * cases on paper, or it comes back with the problems found, at most a hundred of them. Whether the cases hold is for the judge
 * to say. Whatever is handed in, the answer takes no longer than reading an honest document of the size allowed.
 */
export const checkPlugin = (json: unknown): CheckedPlugin => {
  const unfit = sizeProblems(json)
  if (unfit.length > 0) return { problems: firstFew(unfit) }
  const read = parse(json)
  if (read === null) return { problems: firstFew(firstOfMany(json)) }
  if ('error' in read) return { problems: firstFew(shapeProblems(json, read.error)) }
  const { plugin } = read
  const problems: PluginProblem[] = []
  for (const found of [citationProblems, conditionProblems, reachProblems, readingProblems, caseProblems]) {
    problems.push(...found(plugin))
    if (problems.length > limits.problems) break
  }
  return problems.length > 0 ? { problems: firstFew(problems) } : { plugin }
}

/** Issues that `shapeProblems` words itself: the library need not. */
const worded: ReadonlySet<string> = new Set([
  'invalid_type',
  'invalid_union',
  'invalid_value',
  'unrecognized_keys',
  'too_big',
])

type Read = { readonly plugin: PluginDocument } | { readonly error: z.ZodError }

/** `null` when there is so much wrong that reading on would help nobody. */
const parse = (json: unknown): Read | null => {
  let raised = 0
  const stop = new RangeError('Too many problems.')
  try {
    const read = pluginSchema.safeParse(json, {
      error: ({ code }) => {
        raised += 1
        if (raised > patience) throw stop
        return worded.has(code) ? '' : undefined
      },
    })
    // The list of what is wrong is written when it is first read.
    return read.success ? { plugin: read.data } : { error: read.error }
  } catch (error) {
    if (error === stop) return null
    throw error
  }
}

/** Of a document with too much wrong: what is wrong with the first entries of each list. */
const firstOfMany = (json: unknown): readonly PluginProblem[] => {
  for (const most of [5, 1]) {
    const read = parse(shortened(json, most))
    if (read !== null && 'error' in read) return [...shapeProblems(json, read.error), more(null)]
  }
  return [hopeless]
}

const shortened = (json: unknown, most: number): unknown =>
  typeof json === 'object' && json !== null
    ? Object.fromEntries(
        Object.entries(json).map(([key, value]: [string, unknown]) => [
          key,
          Array.isArray(value)
            ? value.slice(0, most)
            : typeof value === 'object' && value !== null
              ? Object.fromEntries(Object.entries(value).slice(0, most))
              : value,
        ]),
      )
    : json

const firstFew = (problems: readonly PluginProblem[]): readonly PluginProblem[] =>
  problems.length <= limits.problems
    ? problems
    : [...problems.slice(0, limits.problems), more(problems.length - limits.problems)]

const more = (count: number | null): PluginProblem =>
  problem(
    'MORE_PROBLEMS',
    [],
    [`另有${count === null ? '更多' : ` ${count} 处`}问题未列出。`, `There are ${count ?? 'many'} more problems.`],
    ['先改正以上各处，再检查一次。', 'Correct these first, then check again.'],
  )

const hopeless = problem(
  'MALFORMED',
  [],
  ['文件形式问题过多，无法逐一列出。', 'So much of the document has a wrong form that it cannot be listed.'],
  [
    '对照格式说明重写，从一条规则开始检查。',
    'Write it again beside the description of the format, checking from the first rule on.',
  ],
)
