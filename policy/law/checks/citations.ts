import type { Citation, InForce } from '../citation.ts'
import type { Parameter } from '../dated.ts'
import { delegationsOf } from '../delegation.ts'
import type { PluginDocument } from '../plugin.ts'
import { type DocumentPath, type PluginProblem, problem } from '../problem.ts'

/** Nothing without a citation that leads somewhere, and nothing dated backwards. */
export const citationProblems = (plugin: PluginDocument): readonly PluginProblem[] => [
  ...uncited(plugin),
  ...duplicates(plugin),
  ...descending(plugin),
]

const uncited = (plugin: PluginDocument): readonly PluginProblem[] => {
  const known = new Set(plugin.instruments.map((instrument) => instrument.id))
  return citations(plugin)
    .filter(([, cite]) => !known.has(cite.instrument))
    .map(([path, { instrument }]) =>
      problem(
        'UNKNOWN_INSTRUMENT',
        [...path, 'cite', 'instrument'],
        [`\`${instrument}\` 不在 instruments 中。`, `\`${instrument}\` is not among the document's instruments.`],
        ['把该文件写进 instruments，或改正引用。', 'List the instrument, or correct the citation.'],
      ),
    )
}

const citations = ({ rules, clauses, ...document }: PluginDocument): readonly (readonly [DocumentPath, Citation])[] => [
  ...rules.map(({ cite }, i) => [['rules', String(i)], cite] as const),
  ...rules.flatMap((rule, i) =>
    delegationsOf(rule).flatMap(({ cite }, n) =>
      cite === undefined ? [] : [[['rules', String(i), 'delegable', String(n)], cite] as const],
    ),
  ),
  ...clauses.map(({ cite }, i) => [['clauses', String(i)], cite] as const),
  ...parametersIn(document).flatMap(([path, { values }]) =>
    values.map(({ cite }, i) => [[...path, 'values', String(i)], cite] as const),
  ),
]

/** The document's own parameters, and those it sets for its superiors. */
const parametersIn = ({
  parameters,
  delegated = {},
}: Pick<PluginDocument, 'parameters' | 'delegated'>): readonly (readonly [DocumentPath, Parameter])[] => [
  ...Object.entries(parameters).map(([name, parameter]) => [['parameters', name], parameter] as const),
  ...Object.entries(delegated).map(([name, parameter]) => [['delegated', name], parameter] as const),
]

const duplicates = ({ rules, clauses, instruments, cases }: PluginDocument): readonly PluginProblem[] => [
  ...repeated(
    'rules',
    'id',
    rules.map(({ id }) => id),
  ),
  ...repeated(
    'rules',
    'catalogueId',
    rules.map(({ catalogueId }) => catalogueId),
  ),
  ...repeated(
    'clauses',
    'catalogueId',
    clauses.map(({ catalogueId }) => catalogueId),
  ),
  ...repeated(
    'instruments',
    'id',
    instruments.map(({ id }) => id),
  ),
  ...repeated(
    'cases',
    'name',
    cases.map(({ name }) => name),
  ),
]

const repeated = (list: string, member: string, ids: readonly string[]): readonly PluginProblem[] => {
  const seen = new Set<string>()
  return ids.flatMap((id, i) => {
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    return [
      problem(
        'DUPLICATE_ID',
        [list, String(i), member],
        [`\`${id}\` 用了两次。`, `\`${id}\` is used twice.`],
        ['每条各取一个名称。', 'Give each its own.'],
      ),
    ]
  })
}

const descending = ({ instruments, rules, ...document }: PluginDocument): readonly PluginProblem[] => [
  ...parametersIn(document).flatMap(([path, { values }]) =>
    values.flatMap(({ from }, i) => {
      const before = values[i - 1]
      return before === undefined || before.from < from
        ? []
        : [backwards([...path, 'values', String(i), 'from'], before.from, from)]
    }),
  ),
  ...instruments.flatMap(({ inForce }, i) => endsTooEarly(inForce, ['instruments', String(i), 'inForce'])),
  ...rules.flatMap(({ inForce }, i) => (inForce ? endsTooEarly(inForce, ['rules', String(i), 'inForce']) : [])),
]

const endsTooEarly = (inForce: InForce, path: DocumentPath): readonly PluginProblem[] => {
  const from = 'from' in inForce ? inForce.from : inForce.knownBy
  return inForce.to === undefined || from < inForce.to ? [] : [backwards([...path, 'to'], from, inForce.to)]
}

const backwards = (path: DocumentPath, before: string, after: string): PluginProblem =>
  problem(
    'DESCENDING_DATES',
    path,
    [`${after} 不在 ${before} 之后。`, `${after} does not come after ${before}.`],
    ['按日期先后排列，最早的在前。', 'Put the values in the order of their days, oldest first.'],
  )
