import { z } from 'zod'
import type { Condition } from '../condition.ts'
import { documentFormat } from '../package.ts'
import type { PluginDocument } from '../plugin.ts'
import type { Rule } from '../rule.ts'
import { caseSchema } from './case.ts'
import { citation, instrument } from './citation.ts'
import { condition, type Leaf } from './condition.ts'
import { clause, rule } from './rule.ts'
import { bilingual, dayText, divisionCode, doc, fullName, id, list, name, short, version, word } from './words.ts'

const parameterValue = z.union([z.number(), short, list(short, 200), z.record(short, short)]).meta({
  id: 'parameterValue',
  description:
    '数、期间（P10Y）、词的列表，或词到期间的表。A number, a period, a list of words, or a table from word to period.',
})

const datedValue = z.strictObject({
  from: doc(dayText, '自何日起', 'First day of this value'),
  value: doc(parameterValue.nullable(), '数值；null 即自该日废止', 'The value; null: repealed from that day'),
  cite: doc(citation, '出处', 'Where it stands in the law'),
})

const parameter = z
  .strictObject({
    title: doc(bilingual, '参数名称', 'What the value is'),
    values: doc(
      list(datedValue, 64).refine((values) => values.length > 0),
      '历次数值，先旧后新',
      'Its values, oldest first',
    ),
  })
  .meta({ id: 'parameter', description: '法随时而变的数值。A value the law changes over time.' })

/** The format of a policy document, version 1. Strict: a key it does not know is refused, never ignored. */
export const pluginSchema = z
  .strictObject({
    format: doc(z.literal(documentFormat), '格式版本，写 1', 'Version of this format: 1'),
    id: doc(id, '插件编号：小写字母、数字、连字符', 'Id of the plugin: lower-case letters, digits, hyphens'),
    version: doc(version, '版本，如 1.0.0', 'Version, such as 1.0.0'),
    name: doc(bilingual, '名称', 'Name'),
    level: doc(word.divisionLevel, '适用于哪一级', 'Level of jurisdiction it is for'),
    jurisdiction: doc(
      divisionCode.exactOptional(),
      '辖区代码（GB/T 2260）；模板不写',
      'Division code; none in a template',
    ),
    reviewedOn: doc(dayText, '最近一次与公布文本核对之日', 'Last day someone compared it with the published text'),
    reads: doc(
      list(word.factClass).exactOptional(),
      '履历之外，规则所读的信息类别',
      'Classes of facts its rules read, beside careers',
    ),
    instruments: doc(list(instrument, 200), '所依据的文件', 'The instruments it follows'),
    parameters: doc(z.record(name, parameter), '随时而变的数值，按名称', 'Dated values, by name'),
    delegated: doc(
      z.record(fullName, parameter).exactOptional(),
      '上级授权本级自定的数值，按全名（插件/参数）',
      'Values a superior lets this level set, by full name (plugin/parameter)',
    ),
    definitions: doc(z.record(name, condition), '命名的条件，供 ref 引用', 'Named conditions, used with ref'),
    rules: doc(list(rule, 500), '规则', 'The rules'),
    clauses: doc(list(clause, 2000), '不作计算而列明的条款', 'Clauses listed, and not computed'),
    cases: doc(
      list(caseSchema, 3000),
      '案例：每条规则至少一个适用、一个不适用',
      'Worked cases: of each rule one that binds and one that passes',
    ),
  })
  .meta({
    title: 'Cadre Graph policy document · 政策文件',
    description: '一个辖区的干部交流、回避政策。The policy of one jurisdiction.',
  })

/**
 * The format as a JSON Schema, every place told in Chinese and English, for whoever writes a document by hand. What spans several
 * places is for `checkPlugin` to say.
 */
export const pluginJsonSchema = () =>
  z.toJSONSchema(pluginSchema, {
    override: ({ jsonSchema }) => {
      delete jsonSchema.readOnly
    },
  })

/** The JSON Schema as the file `plugin.schema.json` holds it. */
export const printedFormat = (): string => `${JSON.stringify(pluginJsonSchema(), null, 2)}\n`

/** Holds only if each type fits into the other: schema and types cannot drift apart. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never
type Composite = Extract<
  Condition,
  { all: unknown } | { any: unknown } | { not: unknown } | { share: unknown } | { count: unknown }
>
export const schemaIsTheFormat: {
  readonly document: Same<z.infer<typeof pluginSchema>, PluginDocument>
  readonly rule: Same<z.infer<typeof rule>, Rule>
  readonly leaf: Same<Leaf, Exclude<Condition, Composite>>
} = { document: true, rule: true, leaf: true }
