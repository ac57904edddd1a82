import { describe, expect, test } from 'vitest'
import { type Case, type Condition, caseStory, renderRule, runCase } from '../../../policy/index.ts'
import { exampleCity, measures } from '../../support/example-policy.ts'

const when: Condition = {
  all: [
    { kin: { classes: ['SPOUSE', 'DIRECT_BLOOD', 'COLLATERAL_WITHIN_THREE', 'NEAR_AFFINITY'] } },
    { posts: { relation: 'sameLeader' } },
  ],
}
const cite = { instrument: 'measures', article: '第七十四条', verified: false }
const policy = measures([
  {
    ...{ kind: 'avoidance', id: 'bar', catalogueId: 'EX-A', effect: 'MUST_NOT', when, cite },
    title: { zh: '任职回避', en: 'Avoidance' },
  },
])

const story = (more: Partial<Case>): Case => ({
  name: 'two in one bureau',
  on: '2020-01-01',
  career: [{ post: '甲科科员', from: '2010-01-01' }],
  others: { 王某: { career: [{ post: '甲科办事员', from: '2010-01-01' }] } },
  kin: [{ of: 'self', relative: '王某', relation: 'spouse' }],
  expect: { bar: 'binds' },
  ...more,
})

describe('a worked case about two people', () => {
  const says = (more: Partial<Case>) => runCase(policy, story(more)).bar

  test('binds while both answer to one chief, also one nobody named', () => {
    expect(says({})).toBe('binds')
  })

  test('passes where they are no kin, or serve in two organs', () => {
    expect(says({ kin: [] })).toBe('passes')
    expect(says({ others: { 王某: { career: [{ post: '科员', organ: '乙局', from: '2010-01-01' }] } } })).toBe('passes')
  })

  test('the story may say whom a post reports to', () => {
    expect(says({ chart: { posts: { 甲科科员: { reportsTo: '局长' }, 甲科办事员: { reportsTo: '副局长' } } } })).toBe(
      'passes',
    )
  })

  test('an unverified tie leaves it open', () => {
    expect(says({ kin: [{ of: 'self', relative: '王某', relation: 'spouse', verified: false }] })).toBe('undetermined')
  })

  test('two others of the story may conflict too', () => {
    const others = {
      王某: { career: [{ post: '乙科科员', internalUnit: '乙科', from: '2010-01-01' }] },
      李某: { career: [{ post: '乙科办事员', internalUnit: '乙科', from: '2010-01-01' }] },
    }
    expect(says({ others, kin: [{ of: '王某', relative: '李某', relation: 'child' }] })).toBe('binds')
  })
})

describe('the story of a case', () => {
  test('has everyone in it, the posts they hold, and both ends of each tie', () => {
    const { people, chart, graph } = caseStory(story({ chart: { units: { 甲局: { kind: 'court' } } } }), exampleCity)
    expect([...people.keys()]).toEqual(['self', '王某'])
    expect(chart.post('甲科科员')[0]).toMatchObject({ unit: '甲科', reportsTo: null })
    expect(chart.unit('甲科')[0]).toMatchObject({ kind: 'internal_unit', parent: '甲局' })
    expect(chart.unit('甲局')[0]).toMatchObject({ kind: 'court', legalPerson: true })
    expect(graph.edges('王某').map(({ relative, relation, declared }) => [relative, relation, declared])).toEqual([
      ['self', 'spouse', false],
    ])
  })

  test('a post changes where a later line says something else of it', () => {
    const career = [
      { post: '科长', from: '2010-01-01', to: '2015-01-01', seats: ['deputy' as const] },
      { post: '科长', from: '2015-01-01', seats: ['chief' as const] },
    ]
    const { chart } = caseStory(story({ career }), exampleCity)
    expect(chart.post('科长').map(({ seats }) => seats)).toEqual([['deputy'], ['chief']])
    expect(chart.chiefs('甲科')).toEqual(['科长'])
  })
})

describe('an avoidance rule as a sentence', () => {
  const [rule] = policy.rules
  if (rule === undefined) throw new Error('no rule')
  const sentence = (condition: Condition, language: 'zh' | 'en' = 'zh') =>
    renderRule({ ...rule, when: condition } as typeof rule, policy, language)

  test('reads like the law in both languages', () => {
    expect(renderRule(rule, policy, 'zh')).toBe(
      '二人有下列亲属关系之一：夫妻关系、直系血亲、三代以内旁系血亲、近姻亲，且在同一机关同受一人直接领导的，不得同时任此二职。',
    )
    expect(renderRule(rule, policy, 'en')).toBe(
      'Where the two are kin (spouses, direct blood relatives, collateral relatives within three generations, near affinity) and both are directly under the same leader within one organ: the two must not hold these posts together.',
    )
  })

  test('names the duties, the reach of the organ and the capacity', () => {
    expect(
      sentence({
        all: [
          { posts: { relation: 'leadsAndSensitive', duties: ['finance'], organClosure: 'withDispatched' } },
          { held: { capacity: ['formal'] } },
        ],
      }),
    ).toBe(
      '在同一机关（连同派驻、派出机构）一方任领导职务，另一方从事财务工作，且二人均任职（正式）的，不得同时任此二职。',
    )
    const ofCategory = sentence({
      all: [{ posts: { relation: 'sameUnit' } }, { held: { category: ['civil', 'judge'], capacity: ['formal'] } }],
    })
    expect(ofCategory).toContain('二人均为公务员、法官（正式）的')
    expect(sentence({ posts: { relation: 'regulates' } })).toContain('一方任另一方企业主管机关的领导成员')
    expect(sentence({ kin: { classes: ['SPOUSE', 'CHILD', 'CHILD_SPOUSE'] } })).toContain(
      '后者是前者的配偶、子女、子女的配偶',
    )
    expect(
      sentence({ posts: { relation: 'seats', seats: ['chief', 'deputy'], scope: 'sameInternalUnit' } }, 'en'),
    ).toContain('they hold the seats chief and deputy within one internal unit')
  })
})
