import { describe, expect, test } from 'vitest'
import { plugins } from '../../plugins/index.ts'
import { policyText, valueWords } from '../../policy/index.ts'
import { samplePlugin } from '../support/sample-plugin.ts'

const entriesOf = (plugin: (typeof plugins)[number], language: 'zh' | 'en' = 'zh') =>
  policyText(plugin, language).flatMap(({ articles }) => articles.flatMap(({ entries }) => entries))

describe.each(plugins.map((plugin) => [plugin.id, plugin] as const))('the text of %s', (_, plugin) => {
  test('leaves out no rule, no clause and no value, and says each rule and clause once', () => {
    const entries = entriesOf(plugin)
    const idsOf = (...kinds: readonly string[]) =>
      entries.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id)
    expect(idsOf('rule', 'exemption').toSorted()).toEqual(plugin.rules.map(({ catalogueId }) => catalogueId).toSorted())
    expect(idsOf('clause').toSorted()).toEqual(plugin.clauses.map(({ catalogueId }) => catalogueId).toSorted())
    expect(new Set(idsOf('value'))).toEqual(new Set(Object.keys(plugin.parameters)))
    const dated = Object.values(plugin.parameters).flatMap(({ values }) => values.map(({ from }) => from))
    const told = entries
      .filter(({ kind }) => kind === 'value')
      .flatMap(({ sentence }) => sentence.match(/\d{4}-\d\d-\d\d/g))
    expect(told.toSorted()).toEqual(dated.toSorted())
  })

  test('shows a Chinese reader no word of the format, and no sentence is empty', () => {
    const sentences = entriesOf(plugin).map(({ sentence }) => sentence)
    expect(sentences.filter((sentence) => sentence.length < 3)).toEqual([])
    expect(sentences.filter((sentence) => /[a-z]+_[a-z]+|\bP\d+[YMD]/.test(sentence))).toEqual([])
  })
})

const cited = (articles: readonly (string | null)[]) => {
  const [rule] = samplePlugin.rules
  if (rule === undefined) throw new Error('no rule')
  const rules = articles.map((article, i) => ({
    ...rule,
    id: `r${i}`,
    catalogueId: `R${i}`,
    cite: { ...rule.cite, article },
  }))
  return policyText({ ...samplePlugin, rules, parameters: {}, clauses: [] }, 'zh')[0]?.articles.map(
    ({ article }) => article,
  )
}

test('articles stand as the instrument has them: by number, paragraphs inside, what has no number last', () => {
  expect(
    cited([
      null,
      '第一百零二条',
      '第十一条',
      '第七十四条第二款',
      '第九条',
      '第七十四条',
      '第七十四条第一款',
      '第二十条',
      '8',
    ]),
  ).toEqual([
    '8',
    '第九条',
    '第十一条',
    '第二十条',
    '第七十四条',
    '第七十四条第一款',
    '第七十四条第二款',
    '第一百零二条',
    null,
  ])
})

test('a value reads as the law says it', () => {
  expect(valueWords('P1Y6M', 'zh')).toBe('1年6个月')
  expect(valueWords(['audit', 'finance'], 'zh')).toBe('审计、财务')
  expect(valueWords(['SPOUSE', 'NEAR_AFFINITY'], 'zh')).toBe('夫妻关系、近姻亲')
  expect(valueWords({ 警告: 'P6M', 记过: 'P1Y' }, 'zh')).toBe('警告6个月、记过1年')
  expect(valueWords({ 警告: 'P6M' }, 'en')).toBe('警告 6 months')
  expect(valueWords(null, 'en')).toBe('repealed')
  expect(valueWords(3, 'zh')).toBe('3')
})

test('a rule and a value have the full name by which other documents speak of them, a clause has none', () => {
  const names = plugins.flatMap((plugin) => entriesOf(plugin)).map(({ id, fullId }) => [id, fullId])
  expect(names).toContainEqual(['CSL-74a', 'national/csl-74a'])
  expect(names).toContainEqual(['m2-years', 'luohe/m2-years'])
  expect(names).toContainEqual(['LH-T2', null])
})

const sentence = (id: string, rule: string): string => {
  const plugin = plugins.find((each) => each.id === id)
  return plugin === undefined
    ? ''
    : (entriesOf(plugin).find(({ fullId }) => fullId === `${id}/${rule}`)?.sentence ?? '')
}

test('a sentence reads as people write: 股级正职及以下, 正职或党委书记, 在同一岗位职责上从事', () => {
  const county = ['xx-1a', 'xx-1b', 'xx-2'].map((rule) => sentence('template-county', rule))
  expect(county).toEqual([
    '现任股级正职及以下，且同一内设机构任职连续满10年的，必须交流。',
    '同一法人单位任事业单位正职或党委书记连续满10年的，必须交流。',
    '（现任股级正职及以下，或者现任事业单位正职或党委书记），且在同一岗位职责上从事执纪执法、组织人事、审计、项目审批、资金资产管理工作连续满5年的，一般应当交流，3年内完成。',
  ])
})
