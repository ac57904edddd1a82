import { limits } from '../limits.ts'
import { type DocumentPath, type PluginProblem, problem } from '../problem.ts'
import { hostileText } from './hostile-text.ts'

/** Where a value lies, as a chain of steps back to the document: written out only when something is wrong there. */
interface Place {
  readonly value: unknown
  readonly step: string
  readonly above: Place | null
  readonly depth: number
}

/**
 * What makes a document unfit to be read any further: its size, its nesting, and text that hides what it says. Every value is
 * looked at once, so the answer takes no longer than the document is long, and at most as long as it may be.
 */
export const sizeProblems = (json: unknown): readonly PluginProblem[] => {
  const problems: PluginProblem[] = [...listProblems(json)]
  if (problems.length > 0) return problems
  const open: Place[] = [{ value: json, step: '', above: null, depth: 0 }]
  let bytes = 0
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (place.depth > limits.jsonDepth) return [tooDeep]
    const { value } = place
    if (typeof value === 'string') {
      bytes += textBytes(value)
      const found = hostileText(value, pathOf(place))
      if (found !== null) problems.push(found)
    } else if (typeof value !== 'object' || value === null) bytes += String(value).length
    else {
      const keys = Object.keys(value)
      if (!Array.isArray(value) && keys.length > limits.keys) return [tooMany(pathOf(place), keys.length, limits.keys)]
      bytes += 2
      for (const key of keys) bytes += addEntry(value, key, place, open, problems)
    }
    if (bytes > limits.bytes) return [tooLong]
    if (problems.length > limits.problems) return problems
  }
  return problems.length > 0 ? problems : conditionProblems(json)
}

/** Opens one entry of a list or object; the bytes of its key and comma. */
const addEntry = (of: object, key: string, above: Place, open: Place[], problems: PluginProblem[]): number => {
  const value: unknown = Object.getOwnPropertyDescriptor(of, key)?.value
  if (value === undefined) return 0
  const place = { value, step: key, above, depth: above.depth + 1 }
  open.push(place)
  if (Array.isArray(of)) return 1
  const path = () => pathOf(place)
  const found = key in Object.prototype ? reserved(path(), key) : hostileText(key, path, 'name')
  if (found !== null) problems.push(found)
  return textBytes(key) + 2
}

const pathOf = (place: Place): DocumentPath => {
  const steps: string[] = []
  for (let at: Place = place; at.above !== null; at = at.above) steps.push(at.step)
  return steps.reverse()
}

/** Bytes of a text in UTF-8, its quotes included. */
const textBytes = (text: string): number => {
  let bytes = text.length + 2
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    if (unit >= 0x80) bytes += unit >= 0x800 && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1
  }
  return bytes
}

const listProblems = (json: unknown): readonly PluginProblem[] =>
  Object.entries(limits.lists).flatMap(([name, most]) => {
    const list = typeof json === 'object' && json !== null && Object.hasOwn(json, name) ? Reflect.get(json, name) : null
    return Array.isArray(list) && list.length > most ? [tooMany([name], list.length, most)] : []
  })

/** Conditions as written, before their form is looked at: trying what each may be is what reading a document costs. */
const conditionProblems = (json: unknown): readonly PluginProblem[] => {
  const sizes = rootsIn(json).map(([path, root]) => [path, conditionsIn(root)] as const)
  const large = sizes.find(([, nodes]) => nodes > limits.nodes)
  if (large !== undefined) return [tooManyConditions(...large, limits.nodes)]
  const all = conditionCount(json)
  return all > limits.documentNodes ? [tooManyConditions([], all, limits.documentNodes)] : []
}

/** Conditions of all rules and definitions, as written. */
const conditionCount = (json: unknown): number => rootsIn(json).reduce((sum, [, root]) => sum + conditionsIn(root), 0)

const rootsIn = (json: unknown): readonly (readonly [DocumentPath, unknown])[] => {
  const { rules, definitions } = Object(json)
  return [
    ...entriesOf(definitions).map(([name, condition]) => [['definitions', name], condition] as const),
    ...entriesOf(rules).flatMap(([i, rule]) =>
      entriesOf(rule)
        .filter(([key]) => key === 'when' || key === 'assert')
        .map(([key, condition]) => [['rules', i, key], condition] as const),
    ),
  ]
}

const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : []

const conditionsIn = (value: unknown): number =>
  entriesOf(value).reduce((sum, [key, below]) => {
    if (key === 'all' || key === 'any') return entriesOf(below).reduce((n, [, child]) => n + conditionsIn(child), sum)
    if (key === 'not' || key === 'who') return sum + conditionsIn(below)
    return key === 'share' || key === 'count' ? sum + conditionsIn(below) - 1 : sum
  }, 1)

const tooManyConditions = (path: DocumentPath, size: number, most: number): PluginProblem =>
  problem(
    'TOO_LARGE',
    path,
    [`此处有 ${size} 个条件，上限 ${most}。`, `There are ${size} conditions here; the limit is ${most}.`],
    ['拆成几条规则，或用较少的条件写。', 'Split the rule, or say it with fewer conditions.'],
  )

const tooMany = (path: DocumentPath, size: number, most: number): PluginProblem => {
  const where = path.join('.').slice(0, 80) || 'document'
  return problem(
    'TOO_LARGE',
    path,
    [`\`${where}\` 有 ${size} 项，上限 ${most}。`, `\`${where}\` has ${size} entries; the limit is ${most}.`],
    ['请精简或拆分。', 'Shorten or split it.'],
  )
}

const tooLong = problem(
  'TOO_LARGE',
  [],
  ['文件超过 1 MiB。', 'The document is larger than 1 MiB.'],
  ['精简文字，或拆成几份文件。', 'Shorten its texts, or split it into several documents.'],
)

const tooDeep = problem(
  'TOO_LARGE',
  [],
  ['文件嵌套过深。', 'The document is nested too deeply.'],
  [`条件最多嵌套 ${limits.depth} 层。`, `Conditions nest at most ${limits.depth} levels.`],
)

const reserved = (path: DocumentPath, name: string): PluginProblem =>
  problem(
    'HOSTILE_TEXT',
    path,
    [`\`${name}\` 是程序的保留名，不能用作名称。`, `\`${name}\` is reserved by programs and cannot be a name.`],
    ['换一个名称。', 'Choose another name.'],
  )
