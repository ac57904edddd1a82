import type { z } from 'zod'
import { conditionWords } from '../condition.ts'
import { limits } from '../limits.ts'
import {
  type DocumentPath,
  type PluginProblem,
  type PluginProblemCode,
  pluginProblemCodes,
  problem,
} from '../problem.ts'

type Issue = z.core.$ZodIssue
type Line = readonly [zh: string, en: string]

/** What the schema found wrong with the form of a document, as sentences an author can act on. */
export const shapeProblems = (
  json: unknown,
  error: z.ZodError,
  most: number = limits.problems,
): readonly PluginProblem[] => error.issues.slice(0, most + 1).map((issue) => ofIssue(json, issue, []))

const ofIssue = (json: unknown, issue: Issue, above: DocumentPath): PluginProblem => {
  const path = [...above, ...issue.path.map(String)]
  if (issue.message === 'UNKNOWN_CONDITION') {
    const value = at(json, path)
    return value === undefined ? missing(short(path.join('.')), path) : unknownCondition(value, path)
  }
  const first = issue.code === 'invalid_union' ? bestBranch(issue.errors)[0] : undefined
  return first === undefined ? told(json, issue, path) : ofIssue(json, first, path)
}

/** The alternative the author meant: the one whose own keys fit and whose trouble lies deeper. */
const bestBranch = (branches: readonly (readonly Issue[])[]): readonly Issue[] => {
  let [best, least]: readonly [readonly Issue[], number] = [[], Infinity]
  for (const branch of branches) {
    const penalty = branch.reduce((sum, issue) => sum + penaltyOf(issue), 0)
    if (penalty < least) [best, least] = [branch, penalty]
  }
  return best
}

const penaltyOf = ({ code, path }: Issue): number =>
  path.length > 0 ? (code === 'invalid_type' && path.length === 1 ? 0.5 : 0) : code === 'custom' ? 1 : 2

const at = (json: unknown, path: DocumentPath): unknown => {
  let value = json
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Object.getOwnPropertyDescriptor(value, key)?.value
  }
  return value
}

const unknownCondition = (value: unknown, path: DocumentPath): PluginProblem => {
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [String(value)]
  if (keys.length > 1 && keys.every((key) => conditionWords.includes(key))) return severalKeys(keys, path)
  const named = listed(keys.map(short))
  return problem(
    'UNKNOWN_CONDITION',
    path,
    [`\`${named}\` 不是一个条件。`, `\`${named}\` is no condition.`],
    [
      `每个条件写成只有一个键的对象：${conditionWords.join(' ')}。`,
      `Write an object with exactly one key of: ${conditionWords.join(' ')}.`,
    ],
  )
}

const severalKeys = (keys: readonly string[], path: DocumentPath): PluginProblem =>
  problem(
    'UNKNOWN_CONDITION',
    path,
    [
      `一个条件只能有一个键，这里有 ${keys.length} 个：\`${listed(keys)}\`。`,
      `A condition has one key; here stand ${keys.length}: \`${listed(keys)}\`.`,
    ],
    [
      `各写成一个条件，再用 all（同时满足）或 any（满足其一）合起来，如 all: [${keys.map((key) => `{ ${key}: … }`).join(', ')}]。`,
      `Write a condition of each and join them by all or any, such as all: [${keys.map((key) => `{ ${key}: … }`).join(', ')}].`,
    ],
  )

const told = (json: unknown, issue: Issue, path: DocumentPath): PluginProblem => {
  const value = at(json, path)
  const where = short(path.join('.')) || 'document'
  if (issue.code === 'unrecognized_keys') return unknownKey(issue.keys, where, path)
  if (issue.code === 'too_big')
    return problem(
      'TOO_LARGE',
      path,
      [`\`${where}\` 超过上限 ${issue.maximum}。`, `\`${where}\` exceeds its limit of ${issue.maximum}.`],
      ['请精简或拆分。', 'Shorten or split it.'],
    )
  if (value === undefined) return missing(where, path)
  if (issue.code === 'invalid_type' && issue.expected === 'string' && typeof value === 'number')
    return unquoted(String(value), path)
  return wrong(issue, shown(value), path)
}

const unknownKey = (keys: readonly string[], where: string, path: DocumentPath): PluginProblem => {
  const named = listed(keys)
  return problem(
    'UNKNOWN_KEY',
    path,
    [`\`${where}\` 中有不认识的键 \`${named}\`。`, `\`${where}\` has unknown keys \`${named}\`.`],
    [
      '删去，或改为格式中已有的键；不认识的内容不会被悄悄忽略。',
      'Remove them or use a key of the format; nothing unknown is silently ignored.',
    ],
  )
}

const missing = (where: string, path: DocumentPath): PluginProblem => {
  const last = path.at(-1)
  if (last === 'cite')
    return problem(
      'UNCITED',
      path,
      [`\`${where}\` 没有注明出处。`, `\`${where}\` is missing: nothing stands here without a citation.`],
      [
        '写明文件、条款，以及是否与原文核对过。',
        'Give the instrument, the article, and whether it was compared with the text.',
      ],
    )
  if (last === 'from' && (path[0] === 'parameters' || path[0] === 'delegated'))
    return problem(
      'UNDATED_VALUE',
      path,
      [`\`${where}\` 没有起始日。`, `\`${where}\` is missing: a value of the law has a day it starts.`],
      ['写明该数值自哪一天起施行。', 'Write the first day of this value, YYYY-MM-DD.'],
    )
  return problem('MISSING', path, [`缺少 \`${where}\`。`, `\`${where}\` is missing.`], ['请补上。', 'Add it.'])
}

/** What YAML took for a number, and the format for a text: a division code, a version, a year. */
const unquoted = (value: string, path: DocumentPath): PluginProblem =>
  problem(
    'MALFORMED',
    path,
    [`\`${value}\` 写成了数，这里要的是文字。`, `\`${value}\` is a number where a text is wanted.`],
    [`加引号写成文字：'${value}'。`, `Put it in quotes: '${value}'.`],
  )

const wrong = (issue: Issue, value: string, path: DocumentPath): PluginProblem => {
  const code = codeOf(issue)
  const [message, remedy] = says(code, value, issue)
  return problem(code, path, message, remedy)
}

const codeOf = (issue: Issue): PluginProblemCode => {
  if (issue.code === 'invalid_value') return 'UNKNOWN_WORD'
  const named: unknown = issue.code === 'custom' ? issue.params?.code : undefined
  return pluginProblemCodes.find((code) => code === named) ?? 'MALFORMED'
}

const says = (code: PluginProblemCode, value: string, issue: Issue): readonly [Line, Line] => {
  if (code === 'BAD_DAY')
    return [
      [`\`${value}\` 不是日历上的一天。`, `\`${value}\` is not a day of the calendar.`],
      ['写成 YYYY-MM-DD（履历中可写 YYYY-MM、YYYY 或 ?）。', 'Write YYYY-MM-DD (in careers also YYYY-MM, YYYY or ?).'],
    ]
  if (code === 'BAD_PERIOD')
    return [
      [`\`${value}\` 不是一段时间。`, `\`${value}\` is not a period.`],
      ['写成 P10Y、P6M、P1Y6M 或 P30D 这样的形式。', 'Write for example P10Y, P6M, P1Y6M or P30D.'],
    ]
  if (code === 'UNKNOWN_WORD') {
    const words = issue.code === 'invalid_value' ? issue.values.map(String).join(' ') : ''
    return [
      [`\`${value}\` 不在词表中。`, `\`${value}\` is not a word of the list.`],
      [`可用的词：${words}。`, `Use one of: ${words}.`],
    ]
  }
  const wanted = issue.code === 'invalid_type' ? issue.expected : issue.message
  return [
    [`\`${value}\` 的形式不对。`, `\`${value}\` has the wrong form.`],
    [`应为：${wanted}。`, `Expected: ${wanted}.`],
  ]
}

const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  return short(text)
}

const short = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text)

const listed = (keys: readonly string[]): string => {
  const some = keys.slice(0, 5).map(short).join('`, `')
  return keys.length > 5 ? `${some}\` … (${keys.length}) \`` : some
}
