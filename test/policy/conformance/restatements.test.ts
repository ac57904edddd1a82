import { describe, expect, test } from 'vitest'
import { dongcheng } from '../../../plugins/dongcheng/plugin.ts'
import { jiujiang } from '../../../plugins/jiujiang/plugin.ts'
import { national } from '../../../plugins/national/plugin.ts'
import {
  type Certificate,
  type Condition,
  certificateProblems,
  certify,
  divisionsByCode,
  type PluginDocument,
  type RotationRule,
  type Rule,
} from '../../../policy/index.ts'
import { duty } from '../../support/example-policy.ts'
import { certified, city, law, nationwide } from '../../support/two-layers.ts'
import { isActive } from '../../support/witness.ts'

const years = (n: number): Condition => ({ lasting: { atLeast: `P${n}Y` } })
const tenure = (when: Condition, more: Partial<RotationRule> = {}) =>
  law([duty(when, { id: 'tenure', catalogueId: 'LAW-1', ...more })])
const again = (when: Condition, more: Partial<RotationRule> = {}) =>
  city([duty(when, { id: 'again', catalogueId: 'CITY-1', restates: ['law/tenure'], ...more })])
const basisOf = ({ items }: Certificate) => items.map(({ basis }) => basis)

describe('a rule that says a superior one again is proved no weaker', () => {
  test.each<readonly [string, Condition, Condition]>([
    ['in the same words', years(10), years(10)],
    ['after fewer years', years(10), years(8)],
    ['of whom it addresses: one level of all', years(10), { all: [{ held: { level: ['section_chief'] } }, years(10)] }],
    [
      'of whom it addresses: all but the leading',
      years(10),
      { all: [{ not: { held: { leading: true } } }, years(10)] },
    ],
    ['in one of two ways', years(10), { any: [years(10), { age: { atLeast: 55 } }] }],
    ['counting service in other posts too', years(10), { any: [{ accumulated: { where: {}, atLeast: 'P9Y' } }] }],
    [
      'of a wider list',
      { state: { kind: 'appraisal', values: ['不称职'] } },
      { state: { kind: 'appraisal', values: ['不称职', '基本称职'] } },
    ],
    ['of fewer who are spared', { all: [years(10), { not: { state: { kind: 'health_unfit' } } }] }, years(10)],
    [
      'not under forty is forty and more',
      { all: [years(5), { age: { atLeast: 40 } }] },
      { all: [years(5), { not: { age: { atMost: 39 } } }] },
    ],
    ['along the whole career instead of the post', years(10), { lasting: { atLeast: 'P10Y', along: 'post' } }],
  ])('%s', (_, superior, lower) => {
    expect(basisOf(certified(again(lower), tenure(superior)))).toEqual(['proved'])
  })

  test('by an earlier deadline', () => {
    const within = (period: string) => ({ deadline: { within: period } })
    expect(basisOf(certified(again(years(10), within('P1Y')), tenure(years(10), within('P2Y'))))).toEqual(['proved'])
  })

  test('in the days both stand: a superior that was stricter before the measures came', () => {
    const value = (from: string, of: string) => ({
      from,
      value: of,
      cite: { instrument: 'measures', article: null, verified: false },
    })
    const superior = tenure({ lasting: { atLeast: { param: 'years' } } })
    const title = { zh: '年限', en: 'Years' }
    const before = {
      ...superior,
      parameters: { years: { title, values: [value('2000-01-01', 'P5Y'), value('2009-01-01', 'P10Y')] } },
    }
    const after = {
      ...superior,
      parameters: { years: { title, values: [value('2000-01-01', 'P10Y'), value('2020-01-01', 'P5Y')] } },
    }
    expect(basisOf(certified(again(years(10)), before))).toEqual(['proved'])
    const [item] = certified(again(years(10)), after).items
    expect(item?.basis).toBe('refuted')
    expect(String(item?.counterexample?.onDay) >= '2020-01-01').toBe(true)
  })
})

describe('a rule that says a superior one again is refused where it is weaker', () => {
  test.each<readonly [string, Condition, Condition, Partial<RotationRule>]>([
    ['after more years', years(10), years(12), {}],
    ['a day later', { lasting: { atLeast: 'P10Y' } }, { lasting: { atLeast: 'P10Y1D' } }, {}],
    ['with a weaker effect', years(10), years(10), { effect: 'SHALL' }],
    [
      'counting only the years at one level',
      years(10),
      { lasting: { atLeast: 'P10Y', where: { level: ['section_chief'] } } },
      {},
    ],
    ['sparing the unwell', years(10), { all: [years(10), { not: { state: { kind: 'health_unfit' } } }] }, {}],
    ['of the young alone', years(10), { all: [years(10), { age: { atMost: 45 } }] }, {}],
    ['in its own scope, weaker still', years(10), { all: [{ held: { level: ['section_chief'] } }, years(15)] }, {}],
  ])('%s', (_, superior, lower, more) => {
    const [law_, city_] = [tenure(superior), again(lower, more)]
    const certificate = certified(city_, law_)
    expect(certificate.conforms).toBe(false)
    expect(basisOf(certificate)).toEqual(['refuted'])
    const officer = certificate.items[0]?.counterexample?.officer
    if (officer === undefined) throw new TypeError('no officer')
    expect(isActive(officer, 'law/tenure', nationwide(law_))).toBe(true)
    expect(certificateProblems(certificate)[0]).toMatchObject({
      code: 'WEAKER_RESTATEMENT',
      path: ['rules', '0', 'restates', '0'],
      superior: { catalogueId: 'LAW-1' },
    })
  })

  test('with a later deadline, or none', () => {
    const superior = tenure(years(10), { deadline: { within: 'P1Y' } })
    for (const more of [{ deadline: { within: 'P2Y' } }, {}])
      expect(basisOf(certified(again(years(10), more), superior))).toEqual(['refuted'])
  })
})

describe('where neither is found', () => {
  const either: Condition = { any: [years(3), { not: years(3) }] }

  test('a person has to answer for it, and the document conforms meanwhile', () => {
    const certificate = certified(again(either), tenure({ state: { kind: 'unsuited' } }))
    expect(basisOf(certificate)).toEqual(['unproved'])
    expect(certificate.conforms).toBe(true)
    expect(certificateProblems(certificate)).toEqual([])
    expect(certificate.items[0]?.because.zh).toContain('不能证明')
  })
})

describe('relatives and places of bundled documents', () => {
  const changed = (plugin: PluginDocument, id: string, change: (rule: Rule) => Rule): PluginDocument => ({
    ...plugin,
    rules: plugin.rules.map((rule) => (rule.id === id ? change(rule) : rule)),
  })
  const valued = (plugin: PluginDocument, name: string, value: string | readonly string[]): PluginDocument => {
    const parameter = plugin.parameters[name]
    if (parameter === undefined) throw new RangeError(name)
    const values = parameter.values.map((dated) => ({ ...dated, value }))
    return { ...plugin, parameters: { ...plugin.parameters, [name]: { ...parameter, values } } }
  }
  const refused = (plugin: PluginDocument) =>
    certify(plugin, plugin.jurisdiction ?? '', [nationwide(national)], divisionsByCode)
      .items.filter(({ holds }) => !holds)
      .map(({ superior, basis }) => `${superior.catalogueId} ${basis}`)

  test('a district that parts spouses only says the law again and asks less of all other kin', () => {
    const story = certify(valued(dongcheng, 'dc-5-kin', ['SPOUSE']), '110101', [nationwide(national)], divisionsByCode)
    expect(story.items.filter(({ basis }) => basis === 'refuted')).toHaveLength(3)
    expect(story.items.find(({ basis }) => basis === 'refuted')?.counterexample?.story.zh).toMatch(/该干部的.+是乙/)
  })

  test('a district that leaves audit out of the sensitive duties is weaker than the article on them alone', () => {
    expect(refused(valued(dongcheng, 'dc-5-duties', ['personnel', 'finance']))).toEqual(['CSL-74b refuted'])
  })

  test('a district that only warns is weaker throughout', () => {
    const warns = changed(dongcheng, 'dc-5', (rule) => (rule.kind === 'avoidance' ? { ...rule, effect: 'WARN' } : rule))
    expect(refused(warns)).toEqual(['CSL-74a refuted', 'CSL-74a-superior refuted', 'CSL-74b refuted'])
  })

  test('a city that waits twelve years with its county heads says ten years again and asks less', () => {
    expect(refused(valued(jiujiang, 'jj-1-years', 'P12Y'))).toEqual(['JL-5a refuted'])
  })
})
