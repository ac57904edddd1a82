import {
  type DayText,
  type Installation,
  type PluginDocument,
  type PluginProblem,
  problem,
} from '../../policy/index.ts'
import type { Counting } from './certificate.ts'

/** Rules of a document that another plugin of the same jurisdiction has under the same id on some of the same days. */
export const ruleConflicts = (
  plugin: PluginDocument,
  at: string,
  counting: Counting,
  installations: readonly Installation[],
): readonly PluginProblem[] =>
  installations
    .filter((each) => each.jurisdiction === at && each.plugin.id !== plugin.id && overlap(each, counting))
    .flatMap((other) =>
      plugin.rules.flatMap((rule, i) => {
        const theirs = other.plugin.rules.find(({ id }) => id === rule.id)
        return theirs === undefined ? [] : [conflict([plugin, rule], [other.plugin, theirs], i)]
      }),
    )

const overlap = (each: Installation, { from, to }: Counting): boolean =>
  isBefore(each.effectiveFrom, to) && isBefore(from, each.effectiveTo)

const isBefore = (day: DayText, end: DayText | null) => end === null || day < end

type Of = readonly [PluginDocument, PluginDocument['rules'][number]]

const conflict = ([plugin, rule]: Of, [other, theirs]: Of, index: number): PluginProblem => ({
  ...problem(
    'RULE_CONFLICT',
    ['rules', String(index), 'id'],
    [
      `同一辖区的\`${other.id}\`已有规则\`${rule.id}\`：${clause(other, theirs, 'zh')}；本文件：${clause(plugin, rule, 'zh')}。`,
      `\`${other.id}\` of the same jurisdiction has a rule \`${rule.id}\` already: ${clause(other, theirs, 'en')}; this document: ${clause(plugin, rule, 'en')}.`,
    ],
    [
      '两条说的是一回事的，只留一条；不是一回事的，另取编号。',
      'Keep one of them if they say the same; give yours another id if they do not.',
    ],
  ),
})

const clause = ({ instruments }: PluginDocument, { title, cite }: Of[1], language: 'zh' | 'en'): string => {
  const instrument = instruments.find(({ id }) => id === cite.instrument)?.title[language] ?? cite.instrument
  return language === 'zh'
    ? `《${instrument}》${cite.article ?? '（未标条号）'}“${title.zh}”`
    : `${instrument}, ${cite.article ?? 'article not numbered'}, “${title.en}”`
}
