import type { DivisionCode, Divisions } from '../../facts/person.ts'
import { divisionLevels } from '../../facts/vocabulary.ts'
import type { Citation } from '../citation.ts'
import type { DatedValue, ParameterValue } from '../dated.ts'
import { type Delegate, delegationsOf, isWithin, openTo } from '../delegation.ts'
import { fits, neededWords, needsOf } from '../need.ts'
import type { Installation, PluginDocument } from '../plugin.ts'
import { type DocumentPath, type PluginProblem, problem } from '../problem.ts'
import type { Delegation, Rule } from '../rule.ts'

/** A superior rule and the document it stands in. */
interface Superior {
  readonly plugin: PluginDocument
  readonly rule: Rule
  /** Where it says what may be set, when not where the rule itself stands. */
  readonly cite?: Citation | undefined
}

/**
 * Whether the values a document sets for its superiors are theirs to set: every rule that delegates the parameter to this
 * level and place must accept the value. Read against the latest version of each superior document.
 */
export const delegationProblems = (
  plugin: PluginDocument,
  at: DivisionCode,
  superiors: readonly Installation[],
  divisions: Divisions,
): readonly PluginProblem[] => {
  const above = divisions.chain(at).filter((code) => code !== at)
  const by = { level: plugin.level, autonomous: divisions.autonomous(at) }
  return Object.entries(plugin.delegated ?? {}).flatMap(([name, { values }]) => {
    const [id = '', parameter = ''] = name.split('/')
    const documents = latest(superiors.filter(({ jurisdiction }) => above.includes(jurisdiction))).filter(
      (document) => document.id === id,
    )
    return settingProblems(documents, { name, parameter, values }, by)
  })
}

const citeOf = (rule: Rule, parameter: string): Citation | undefined =>
  delegationsOf(rule).find((delegation) => delegation.parameter === parameter)?.cite

interface Setting {
  /** `<plugin>/<parameter>` */
  readonly name: string
  readonly parameter: string
  readonly values: readonly DatedValue[]
}

const settingProblems = (
  documents: readonly PluginDocument[],
  { name, parameter, values }: Setting,
  by: Delegate,
): readonly PluginProblem[] => {
  const path = ['delegated', name]
  if (!documents.some(({ parameters }) => Object.hasOwn(parameters, parameter))) return [nobodySets(name, path)]
  const reading = documents.flatMap((plugin) =>
    plugin.rules
      .filter((rule) => rule.enabled !== false && needsOf(plugin, rule, parameter).length > 0)
      .map((rule): Superior => ({ plugin, rule, cite: citeOf(rule, parameter) })),
  )
  const open = reading.filter(({ rule }) => openTo(rule, parameter, by).length > 0)
  if (open.length === 0) return [notDelegable(name, parameter, reading, by, path)]
  return values.flatMap(({ value, from }, i): readonly PluginProblem[] => {
    if (value === null) return []
    const at = [...path, 'values', String(i), 'value']
    const [first] = open.flatMap((superior) => valueProblems(superior, parameter, value, from, by, at))
    return first === undefined ? [] : [first]
  })
}

const valueProblems = (
  superior: Superior,
  parameter: string,
  value: ParameterValue,
  from: string,
  by: Delegate,
  path: DocumentPath,
): readonly PluginProblem[] => {
  const { plugin, rule } = superior
  const unfit = needsOf(plugin, rule, parameter).find((needs) => !fits(value, needs))
  if (unfit !== undefined) {
    const [zh, en] = neededWords(unfit)
    return [
      against(superior, [
        'PARAMETER_TYPE',
        path,
        [
          `上级规定${called(superior, 'zh')}的参数 \`${parameter}\` 不能取自 ${from} 的这个值。`,
          `The value from ${from} cannot stand in ${called(superior, 'en')}, which reads \`${parameter}\`.`,
        ],
        [`需要：${zh}。`, `Needed: ${en}.`],
      ]),
    ]
  }
  const ranges = openTo(rule, parameter, by)
  if (ranges.some((range) => isWithin(value, range))) return []
  const [zh, en] = [
    ranges.map((range) => rangeWords(range, 'zh')).join('；或者'),
    ranges.map((range) => rangeWords(range, 'en')).join('; or '),
  ]
  return [
    against(superior, [
      'OUT_OF_RANGE',
      path,
      [
        `上级规定${called(superior, 'zh')}许${divisionLevels[by.level]}自定 \`${parameter}\`，但须${zh}；自 ${from} 的 \`${shown(value)}\` 超出。`,
        `${called(superior, 'en')} lets a ${by.level} set \`${parameter}\`, but ${en}; \`${shown(value)}\` from ${from} is not.`,
      ],
      [`改为：${zh}。`, `Set it to: ${en}.`],
    ]),
  ]
}

/** Of each document installed at each place, the version that begins last. */
const latest = (installations: readonly Installation[]): readonly PluginDocument[] => {
  const known = new Map<string, Installation>()
  for (const installation of installations.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1)))
    known.set(`${installation.jurisdiction} ${installation.plugin.id}`, installation)
  return [...known.values()].map(({ plugin }) => plugin)
}

const nobodySets = (name: string, path: DocumentPath): PluginProblem =>
  problem(
    'UNKNOWN_SUPERIOR_RULE',
    path,
    [`上级已安装的政策中没有参数 \`${name}\`。`, `No policy installed above has a parameter \`${name}\`.`],
    ['先安装上级政策，或改正参数全名。', 'Install the superior policy first, or correct the full name.'],
  )

const notDelegable = (
  name: string,
  parameter: string,
  reading: readonly Superior[],
  by: Delegate,
  path: DocumentPath,
): PluginProblem => {
  const delegating = reading.find(({ rule }) => delegationsOf(rule).some((d) => d.parameter === parameter))
  const superior = delegating ?? reading[0]
  const [zh, en] = [divisionLevels[by.level], by.level]
  if (superior === undefined)
    return problem(
      'NOT_DELEGABLE',
      path,
      [
        `没有一条上级规定以 \`${name}\` 为准，不能由${zh}另定。`,
        `No superior rule at work reads \`${name}\`: there is nothing to set.`,
      ],
      ['删去该项。', 'Remove it.'],
    )
  const to = delegationsOf(superior.rule).filter((d) => d.parameter === parameter)
  const whom = [to.map((d) => whomWords(d, 'zh')).join('、'), to.map((d) => whomWords(d, 'en')).join(', ')]
  return against(superior, [
    'NOT_DELEGABLE',
    path,
    to.length === 0
      ? [
          `上级规定${called(superior, 'zh')}未授权下级另定 \`${parameter}\`。`,
          `${called(superior, 'en')} lets no lower level set \`${parameter}\`.`,
        ]
      : [
          `上级规定${called(superior, 'zh')}只授权${whom[0]}另定 \`${parameter}\`，不含本辖区（${zh}）。`,
          `${called(superior, 'en')} lets only ${whom[1]} set \`${parameter}\`, not this place (${en}).`,
        ],
    ['删去该项，或报有权机关规定。', 'Remove it, or ask the authority that may set it.'],
  ])
}

const against = ({ plugin, rule, cite = rule.cite }: Superior, told: Parameters<typeof problem>): PluginProblem => ({
  ...problem(...told),
  superior: { rule: `${plugin.id}/${rule.id}`, catalogueId: rule.catalogueId, cite },
})

/** 《公务员法》第七十四条第三款（CSL-74a） */
const called = ({ plugin, rule, cite = rule.cite }: Superior, language: 'zh' | 'en'): string => {
  const { instrument, article } = cite
  const title = plugin.instruments.find(({ id }) => id === instrument)?.title[language] ?? instrument
  return language === 'zh'
    ? `《${title}》${article ?? '（未标条号）'}（${rule.catalogueId}）`
    : `${title} ${article ?? '(article not numbered)'} (${rule.catalogueId})`
}

const whomWords = ({ to, areas }: Delegation, language: 'zh' | 'en'): string =>
  language === 'zh'
    ? `${to.map((level) => divisionLevels[level]).join('、')}${areas === undefined ? '' : '民族自治地方'}`
    : `${to.join(' and ')}${areas === undefined ? '' : ' (autonomous areas)'}`

/** 不少于 P8Y、不多于 P12Y */
const rangeWords = ({ min, max }: Pick<Delegation, 'min' | 'max'>, language: 'zh' | 'en'): string => {
  const [least, most] = language === 'zh' ? ['不少于', '不多于'] : ['no less than', 'no more than']
  const [holding, within] = language === 'zh' ? ['包含', '限于'] : ['holding all of', 'only out of']
  const words = [
    ...(min === undefined ? [] : [`${typeof min === 'object' ? holding : least} \`${shown(min)}\``]),
    ...(max === undefined ? [] : [`${typeof max === 'object' ? within : most} \`${shown(max)}\``]),
  ]
  if (words.length === 0) return language === 'zh' ? '类型相符' : 'of the right type'
  return words.join(language === 'zh' ? '、' : ' and ')
}

const shown = (value: ParameterValue): string => {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
