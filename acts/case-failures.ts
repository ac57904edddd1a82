import {
  type Case,
  type Divisions,
  type PluginDocument,
  type PluginProblem,
  problem,
  runCase,
} from '../policy/index.ts'

/** Worked cases of a document that the judge decides otherwise: the law as written is not the law as meant. */
export const caseFailures = (plugin: PluginDocument, divisions: Divisions): readonly PluginProblem[] =>
  plugin.cases.flatMap((worked, i) => failuresOf(plugin, worked, i, divisions))

const failuresOf = (plugin: PluginDocument, worked: Case, index: number, divisions: Divisions): PluginProblem[] => {
  const answers = runCase(plugin, worked, divisions)
  return Object.entries(worked.expect).flatMap(([rule, expected]) => {
    const answer = answers[rule] ?? 'passes'
    if (answer === expected) return []
    return [
      problem(
        'CASE_FAILS',
        ['cases', String(index), 'expect', rule],
        [
          `案例“${worked.name}”说 \`${rule}\` 在 ${worked.on} 为 ${expected}，计算得 ${answer}。`,
          `The case "${worked.name}" says that \`${rule}\` ${expected} on ${worked.on}; judged, it is ${answer}.`,
        ],
        ['改正规则或案例，二者必有一误。', 'Correct the rule or the case: one of them is wrong.'],
      ),
    ]
  })
}
