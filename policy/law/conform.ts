import type { DivisionCode, Divisions } from '../facts/person.ts'
import { delegationProblems } from './checks/delegated.ts'
import type { Installation, PluginDocument } from './plugin.ts'
import { type DocumentPath, type PluginProblem, problem } from './problem.ts'
import type { Rule } from './rule.ts'

/**
 * Whether a sound document fits a jurisdiction: its level and place, and whether every rule it reaches or restates stands above.
 * Whether it loosens any of them is for the certificate to say.
 */
export const checkInstall = (
  plugin: PluginDocument,
  at: DivisionCode,
  superiors: readonly Installation[],
  divisions: Divisions,
): readonly PluginProblem[] => {
  const misplaced = placeProblems(plugin, at, divisions)
  if (misplaced.length > 0) return misplaced
  const above = new Set(divisions.chain(at).filter((code) => code !== at))
  const superior = superiorRules(superiors.filter(({ jurisdiction }) => above.has(jurisdiction)))
  return [
    ...plugin.rules.flatMap((rule, i) => ruleProblems(plugin, rule, superior, ['rules', String(i)])),
    // Whose value is not theirs to set is for the certificate to say.
    ...delegationProblems(plugin, at, superiors, divisions).filter((each) => each.superior === undefined),
  ]
}

const ruleProblems = (
  plugin: PluginDocument,
  rule: Rule,
  superior: ReadonlyMap<string, Rule>,
  path: DocumentPath,
): readonly PluginProblem[] =>
  rule.kind === 'exemption'
    ? rule.appliesTo.flatMap((target, n) =>
        isForeign(plugin, target) && !superior.has(target)
          ? [unknownSuperior(target, [...path, 'appliesTo', String(n)])]
          : [],
      )
    : (rule.restates ?? []).flatMap((target, n) =>
        isForeign(plugin, target) && superior.get(target)?.kind !== rule.kind
          ? [unknownSuperior(target, [...path, 'restates', String(n)])]
          : [],
      )

/** Whether a document is meant for this jurisdiction and its level. */
export const placeProblems = (
  plugin: PluginDocument,
  at: DivisionCode,
  divisions: Divisions,
): readonly PluginProblem[] => {
  const level = divisions.level(at)
  if (level === null) return [noDivision(at, divisions.chain(at).at(-1))]
  if (level !== plugin.level)
    return [
      problem(
        'WRONG_LEVEL',
        ['level'],
        [
          `本文件属 ${plugin.level} 一级，\`${at}\` 属 ${level} 一级。`,
          `The document is for level ${plugin.level}; \`${at}\` is of level ${level}.`,
        ],
        ['安装到相应层级的辖区。', 'Install it at a jurisdiction of its level.'],
      ),
    ]
  if (plugin.jurisdiction === undefined || plugin.jurisdiction === at) return []
  return [
    problem(
      'WRONG_JURISDICTION',
      ['jurisdiction'],
      [
        `本文件是 \`${plugin.jurisdiction}\` 的，不能装在 \`${at}\`。`,
        `The document belongs to \`${plugin.jurisdiction}\`, not to \`${at}\`.`,
      ],
      ['装在它自己的辖区，或另写一份模板。', 'Install it at its own jurisdiction, or write a template.'],
    ),
  ]
}

/** A code that is not in use; of a former one we know where its place lies today. */
const noDivision = (at: DivisionCode, today: DivisionCode | undefined): PluginProblem =>
  problem(
    'WRONG_JURISDICTION',
    ['jurisdiction'],
    [`\`${at}\` 不是现行行政区划代码。`, `\`${at}\` is no division code in use.`],
    today === undefined
      ? ['改用 GB/T 2260 代码。', 'Use a GB/T 2260 code.']
      : [`该地现属 \`${today}\`，请用现行代码。`, `The place lies in \`${today}\` today: use a code in use.`],
  )

const superiorRules = (superiors: readonly Installation[]): ReadonlyMap<string, Rule> =>
  new Map(superiors.flatMap(({ plugin }) => plugin.rules.map((rule) => [`${plugin.id}/${rule.id}`, rule] as const)))

const isForeign = (plugin: PluginDocument, target: string) =>
  target.includes('/') && !target.startsWith(`${plugin.id}/`)

const unknownSuperior = (target: string, path: DocumentPath): PluginProblem =>
  problem(
    'UNKNOWN_SUPERIOR_RULE',
    path,
    [`上级已安装的政策中没有 \`${target}\`。`, `No policy installed above carries \`${target}\`.`],
    ['先安装上级政策，或改正规则全名。', 'Install the superior policy first, or correct the full id.'],
  )
