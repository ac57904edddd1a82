import type { DivisionCode, Divisions } from '../facts/person.ts'
import type { Installation, PluginDocument } from './plugin.ts'
import { type DocumentPath, type PluginProblem, problem } from './problem.ts'
import type { Rule } from './rule.ts'

/**
 * Whether a sound document may be installed at a jurisdiction, below what governs there already.
 *
 * Rules only add up, so a lower plugin cannot loosen by leaving something out. What could loosen is an exemption that reaches
 * a superior rule; it is refused unless that rule lists the lower level in `exemptable`.
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
  return plugin.rules.flatMap((rule, i) => {
    const path = ['rules', String(i)]
    return rule.kind === 'exemption'
      ? rule.appliesTo.flatMap((target, n) =>
          reachProblems(plugin, target, superior, [...path, 'appliesTo', String(n)]),
        )
      : (rule.restates ?? []).flatMap((target, n) =>
          isForeign(plugin, target) && superior.get(target)?.kind !== rule.kind
            ? [unknownSuperior(target, [...path, 'restates', String(n)])]
            : [],
        )
  })
}

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

const reachProblems = (
  plugin: PluginDocument,
  target: string,
  superior: ReadonlyMap<string, Rule>,
  path: DocumentPath,
): readonly PluginProblem[] => {
  if (!isForeign(plugin, target)) return []
  const rule = superior.get(target)
  if (rule === undefined) return [unknownSuperior(target, path)]
  // No exemption waives a bar: only a duty to move may be exempted, and only where it says so.
  if (rule.kind === 'rotation' && rule.exemptable?.includes(plugin.level)) return []
  return [notExemptable(plugin, target, rule, path)]
}

const unknownSuperior = (target: string, path: DocumentPath): PluginProblem =>
  problem(
    'UNKNOWN_SUPERIOR_RULE',
    path,
    [`上级已安装的政策中没有 \`${target}\`。`, `No policy installed above carries \`${target}\`.`],
    ['先安装上级政策，或改正规则全名。', 'Install the superior policy first, or correct the full id.'],
  )

const notExemptable = (plugin: PluginDocument, target: string, rule: Rule, path: DocumentPath): PluginProblem => ({
  ...problem(
    'NOT_EXEMPTABLE',
    path,
    [
      `上级规定 \`${target}\`（${rule.title.zh}，${rule.cite.article ?? '未标条号'}）不许 ${plugin.level} 一级豁免。`,
      `\`${target}\` (${rule.title.en}; ${rule.cite.article ?? 'article not numbered'}) lets no ${plugin.level} exempt from it.`,
    ],
    ['删去对该上级规定的豁免。', 'Remove this reach of the exemption.'],
  ),
  superior: { rule: target, catalogueId: rule.catalogueId, cite: rule.cite },
})
