import { parsePeriod } from '../time/period.ts'
import type { ParameterValue } from './dated.ts'
import { parseFraction } from './fraction.ts'
import type { PluginDocument } from './plugin.ts'
import { conditionOf, type Rule } from './rule.ts'
import { eachNode, type Need, parametersOf, parametersOfTeams } from './walk.ts'

/** What a use of a parameter needs, in words. */
export const neededWords = (needs: Need): readonly [zh: string, en: string] => {
  if (needs === 'period') return ['一段时间，如 P10Y', 'a period such as P10Y']
  if (needs === 'count') return [`不大于 ${mostTimes} 的非负整数`, `a whole number from 0 to ${mostTimes}`]
  if (needs === 'table') return ['从词到期间的表', 'a table from word to period']
  if (needs === 'texts') return ['一列文字', 'a list of texts']
  if (needs === 'fraction') return ['分数，如 1/3', 'a fraction such as 1/3']
  if ('word' in needs) return [`一个词，取自 ${needs.word.join(' ')}`, `one word out of ${needs.word.join(' ')}`]
  return [`一列词，取自 ${needs.join(' ')}`, `a list of words out of ${needs.join(' ')}`]
}

/** The same as for a number written where it is used. */
const mostTimes = 1000

/** Whether a value can stand where it is used. */
export const fits = (value: ParameterValue, needs: Need): boolean => {
  if (needs === 'period') return typeof value === 'string' && parsePeriod(value) !== null
  if (needs === 'count') return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= mostTimes
  if (needs === 'fraction') return typeof value === 'string' && parseFraction(value) !== null
  if (typeof needs === 'object' && 'word' in needs) return typeof value === 'string' && needs.word.includes(value)
  if (needs === 'table') return isTable(value) && Object.values(value).every((period) => parsePeriod(period) !== null)
  return Array.isArray(value) && (needs === 'texts' || value.every((word) => needs.includes(word)))
}

const isTable = (value: ParameterValue): value is Readonly<Record<string, string>> =>
  typeof value === 'object' && !Array.isArray(value)

/** What a rule needs the values of a parameter to be, wherever it names it, named conditions followed; empty: it does not. */
export const needsOf = (plugin: PluginDocument, rule: Rule, parameter: string): readonly Need[] => {
  const needs: Need[] = []
  const followed = new Set<string>()
  const read = (root: Parameters<typeof eachNode>[0]): void =>
    eachNode(root, [], (node) => {
      for (const use of parametersOf(node)) if (use.name === parameter) needs.push(use.needs)
      if (!('ref' in node) || followed.has(node.ref)) return
      followed.add(node.ref)
      const target = Object.hasOwn(plugin.definitions, node.ref) ? plugin.definitions[node.ref] : undefined
      if (target !== undefined) read(target)
    })
  read(conditionOf(rule))
  if (rule.kind === 'composition')
    for (const use of parametersOfTeams(rule.of)) if (use.name === parameter) needs.push(use.needs)
  const within = rule.kind === 'rotation' ? rule.deadline?.within : undefined
  if (typeof within === 'object' && within.param === parameter) needs.push('period')
  return needs
}
