import { divisionOrder } from '../../facts/vocabulary.ts'
import { delegationsOf, isWithin } from '../delegation.ts'
import { limits } from '../limits.ts'
import { needsOf } from '../need.ts'
import type { PluginDocument } from '../plugin.ts'
import { type DocumentPath, type PluginProblem, problem } from '../problem.ts'
import type { Delegation, Rule } from '../rule.ts'

/** What a rule says lower levels may set: a parameter it reads, to levels below its own, within bounds that can be compared. */
export const delegableProblems = (plugin: PluginDocument, rule: Rule, at: DocumentPath): readonly PluginProblem[] =>
  delegationsOf(rule).flatMap((delegation, i) => {
    const path = [...at, 'delegable', String(i)]
    if (!Object.hasOwn(plugin.parameters, delegation.parameter)) return [unknownParameter(path, delegation.parameter)]
    if (needsOf(plugin, rule, delegation.parameter).length === 0) return [notRead(path, delegation.parameter)]
    return [...levelProblems(plugin, delegation, path), ...boundProblems(plugin, delegation, path)]
  })

const levelProblems = (plugin: PluginDocument, { to }: Delegation, path: DocumentPath): readonly PluginProblem[] => {
  const below = divisionOrder.slice(divisionOrder.indexOf(plugin.level) + 1)
  if (to.length > 0 && to.every((level) => below.includes(level))) return []
  return [
    problem(
      'REACHES_NOTHING',
      [...path, 'to'],
      ['授权须指明低于本级的层级。', 'What is delegated goes to levels below the document’s own.'],
      below.length === 0
        ? ['本级之下没有层级，删去授权。', 'There is no level below: remove the delegation.']
        : [`可用的层级：${below.join(' ')}。`, `Name one of: ${below.join(' ')}.`],
    ),
  ]
}

/** A bound that the superior's own value does not meet says something else than the superior meant. */
const boundProblems = (plugin: PluginDocument, { parameter, min, max }: Delegation, path: DocumentPath) => {
  const values = plugin.parameters[parameter]?.values ?? []
  const bounds = [
    ['min', min === undefined ? {} : { min }],
    ['max', max === undefined ? {} : { max }],
  ] as const
  return bounds.flatMap(([name, bound]) =>
    values.every(({ value }) => value === null || isWithin(value, bound))
      ? []
      : [
          problem(
            'PARAMETER_TYPE',
            [...path, name],
            [
              `参数 \`${parameter}\` 自己的值不符合 \`${name}\`，无法据以比较。`,
              `The document’s own values of \`${parameter}\` do not keep to \`${name}\`.`,
            ],
            [
              '界限与参数同类（期间、数、分数、一列词），且容得下本文件自己的值。',
              'Write a bound of the parameter’s own type (period, number, fraction, list of words) that its own values keep to.',
            ],
          ),
        ],
  )
}

const unknownParameter = (path: DocumentPath, name: string): PluginProblem =>
  problem(
    'UNKNOWN_PARAMETER',
    [...path, 'parameter'],
    [`没有名为 \`${name}\` 的参数可以授权。`, `There is no parameter \`${name}\` to delegate.`],
    ['改正名称。', 'Correct the name.'],
  )

const notRead = (path: DocumentPath, name: string): PluginProblem =>
  problem(
    'REACHES_NOTHING',
    [...path, 'parameter'],
    [`本规则不读参数 \`${name}\`，授权落空。`, `The rule does not read \`${name}\`: delegating it changes nothing.`],
    ['写本规则所读的参数，或删去授权。', 'Name a parameter the rule reads, or remove the delegation.'],
  )

/** What a document sets for its superiors, as far as it alone can tell; whether they let it is for installing to say. */
export const delegatedProblems = ({ id, level, delegated = {} }: PluginDocument): readonly PluginProblem[] =>
  Object.entries(delegated).flatMap(([name, { values }]): readonly PluginProblem[] => {
    const path = ['delegated', name]
    if (level === divisionOrder[0]) return [nobodyAbove(path)]
    if (name.startsWith(`${id}/`)) return [itsOwn(path, name)]
    return values.length > limits.datedPieces ? [tooMany([...path, 'values'], values.length)] : []
  })

const nobodyAbove = (path: DocumentPath): PluginProblem =>
  problem(
    'NOT_DELEGABLE',
    path,
    ['全国性文件没有上级可授权。', 'Nobody stands above the nation to delegate anything to it.'],
    ['删去该项。', 'Remove it.'],
  )

const itsOwn = (path: DocumentPath, name: string): PluginProblem =>
  problem(
    'NOT_DELEGABLE',
    path,
    [
      `\`${name}\` 是本文件自己的参数，不是上级授权的。`,
      `\`${name}\` is a parameter of this document, not one a superior delegates.`,
    ],
    ['写进 parameters。', 'Set it under `parameters`.'],
  )

const tooMany = (path: DocumentPath, size: number): PluginProblem =>
  problem(
    'TOO_LARGE',
    path,
    [
      `有 ${size} 个时段，上限 ${limits.datedPieces}。`,
      `There are ${size} dated pieces; the limit is ${limits.datedPieces}.`,
    ],
    ['精简时段。', 'Set fewer values.'],
  )
