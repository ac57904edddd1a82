import { measuresOf } from '../cost.ts'
import { limits } from '../limits.ts'
import type { PluginDocument } from '../plugin.ts'
import { type DocumentPath, type PluginProblem, problem } from '../problem.ts'
import type { Rule } from '../rule.ts'

/** What makes a document too dear to be judged by, rule by rule and as a whole. Its definitions form no ring. */
export const costProblems = (plugin: PluginDocument): readonly PluginProblem[] => {
  const measures = measuresOf(plugin)
  const costs = plugin.rules.map((rule) => measures.costOf(rule))
  const large = plugin.rules.flatMap((rule, i) => ofRule(measures, rule, costs[i] ?? 0, i))
  if (large.length > 0) return large
  const total = costs.reduce((sum, cost) => sum + cost, 0)
  if (total > limits.totalCost) return [tooCostlyInAll(total)]
  const trial = (total + limits.readyCost * plugin.rules.length) * plugin.cases.length
  return trial > limits.trialCost ? [tooManyTrials(plugin.cases.length, trial)] : []
}

const ofRule = (
  measures: ReturnType<typeof measuresOf>,
  rule: Rule,
  cost: number,
  index: number,
): readonly PluginProblem[] => {
  const path = ['rules', String(index), rule.kind === 'composition' ? 'assert' : 'when']
  const { nodes, depth } = measures.ofRule(rule)
  const measured = [
    ['条件', 'conditions', nodes, limits.nodes],
    ['层嵌套', 'levels of nesting', depth, limits.depth],
    ['个时段', 'dated pieces', measures.datedPieces(rule), limits.datedPieces],
  ] as const
  const large = measured
    .filter(([, , size, most]) => size > most)
    .map(([zh, en, size, most]) =>
      problem(
        'TOO_LARGE',
        path,
        [`本规则有 ${size} ${zh}，上限 ${most}。`, `The rule has ${size} ${en}; the limit is ${most}.`],
        ['拆成几条规则。', 'Split the rule.'],
      ),
    )
  return large.length > 0 || cost <= limits.ruleCost ? large : [tooCostly(rule.id, cost, path)]
}

const tooCostly = (id: string, cost: number, path: DocumentPath): PluginProblem =>
  problem(
    'TOO_COSTLY',
    path,
    [
      `规则 \`${id}\` 的计算量为 ${cost}，上限 ${limits.ruleCost}。`,
      `Judging by \`${id}\` costs ${cost}; the limit is ${limits.ruleCost}.`,
    ],
    [
      '减少条件、词表或参数的时段，或拆成几条规则；累计与任期类条件最费。',
      'Use fewer conditions, shorter lists of words or fewer dated values, or split the rule; conditions over the whole career cost most.',
    ],
  )

const tooCostlyInAll = (total: number): PluginProblem =>
  problem(
    'TOO_COSTLY',
    ['rules'],
    [
      `全部规则的计算量为 ${total}，上限 ${limits.totalCost}。`,
      `Judging by all rules costs ${total}; the limit is ${limits.totalCost}.`,
    ],
    ['精简规则，或拆成几份文件。', 'Simplify the rules, or split the document.'],
  )

const tooManyTrials = (cases: number, cost: number): PluginProblem =>
  problem(
    'TOO_COSTLY',
    ['cases'],
    [
      `${cases} 个案例乘以规则的计算量为 ${cost}，上限 ${limits.trialCost}。`,
      `Trying ${cases} cases costs ${cost}; the limit is ${limits.trialCost}.`,
    ],
    ['每条规则只留能说明问题的案例。', 'Keep those cases that show something of a rule.'],
  )
