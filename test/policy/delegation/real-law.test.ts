import { describe, expect, test } from 'vitest'
import { divisions } from '../../../db/divisions.ts'
import { national } from '../../../plugins/national/plugin.ts'
import {
  type CareerLine,
  type Case,
  caseStory,
  day,
  delegationProblems,
  explainConflict,
  type Installation,
  kinOf,
  moveJudge,
  type PairFacts,
  type ParameterValue,
  type PluginDocument,
  pairJudge,
  plainPairNames,
} from '../../../policy/index.ts'
import { installed, measures, settingWith } from '../../support/example-policy.ts'

const setting = settingWith({ divisions })
const cite = { instrument: 'measures', article: '第九条', verified: true }
const henan = { zh: '河南省', en: 'Henan' }

/** A provincial (or other) text that adapts national values from a day on. */
const adapting = (
  at: string,
  values: Readonly<Record<string, ParameterValue>>,
  more: Partial<PluginDocument> = {},
): PluginDocument =>
  measures([], {
    id: `at-${at}`,
    name: henan,
    level: divisions.level(at) ?? 'county',
    jurisdiction: at,
    instruments: [
      {
        id: 'measures',
        title: { zh: '公务员回避变通办法', en: 'Adaptation of avoidance' },
        issuer: henan,
        inForce: { from: '2021-01-01' },
      },
    ],
    delegated: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        `national/${name}`,
        { title: { zh: '变通', en: 'Adapted' }, values: [{ from: '2022-01-01', value, cite }] },
      ]),
    ),
    ...more,
  })

const nation = installed(national, { jurisdiction: '100000' })

/** The head of a bureau in Luohe, and a sister who audits the books of an institution below it. */
const story = (authority: string): Case => {
  const line = { category: 'civil', internalUnit: null, from: '2021-06-01', authority } as const
  return {
    name: 'brother and sister',
    on: '2023-01-01',
    career: [{ ...line, post: '局长', organ: '甲局', level: 'division_chief', leading: true, seats: ['chief'] }],
    others: { 乙: { person: { sex: 'F' }, career: [{ ...line, post: '审计员', organ: '甲院', duties: ['audit'] }] } },
    kin: [{ of: 'self', relative: '乙', relation: '妹妹' }],
    chart: { units: { 甲院: { parent: '甲局' } } },
    expect: {},
  }
}

const conflictsIn = (authority: string, ...installations: readonly Installation[]) => {
  const { people, chart, graph } = caseStory(story(authority), authority)
  const [first, second] = [people.get('self'), people.get('乙')]
  if (first === undefined || second === undefined) throw new Error('nobody')
  const pair: PairFacts = { first, second, kin: kinOf(graph, 'self').filter(({ relative }) => relative === '乙') }
  const judge = pairJudge(installations, setting)
  const found = judge.conflicts(pair, chart).filter(({ rule }) => rule === 'national/csl-74b')
  const explain = (language: 'zh' | 'en') =>
    found.map(
      ({ id }) =>
        explainConflict(judge, pair, chart, id, day('2023-01-01'), {
          language,
          names: plainPairNames,
          kinPath: () => '',
          naming: 'full',
        })?.text,
    )
  return { found, explain }
}

const wider = installed(adapting('410000', { 'organ-closure': 'withSubordinates' }))

describe('公务员法第七十四条第三款: a province says how avoidance is carried out where place or work is special', () => {
  test('the organ it widened counts for whom it governs, from the day of its value', () => {
    expect(conflictsIn('411100', nation).found).toEqual([])
    const [conflict, ...others] = conflictsIn('411100', nation, wider).found
    expect(others).toEqual([])
    expect(conflict).toMatchObject({ rule: 'national/csl-74b', jurisdiction: '100000', from: day('2022-01-01') })
  })

  test('and for nobody else', () => {
    expect(conflictsIn('440100', nation, wider).found).toEqual([])
  })

  test('the officer is told the value, who set it and where it stands', () => {
    const { explain } = conflictsIn('411100', nation, wider)
    expect(explain('zh')[0]).toContain(
      '其中“同一机关”的范围由河南省依上级授权自定为连同下属单位（《公务员回避变通办法》第九条）。',
    )
    expect(explain('en')[0]).toContain(
      'Here “How far one organ reaches” is set to withSubordinates by Henan, as the superior rule lets it (Adaptation of avoidance 第九条).',
    )
    expect(explain('zh')[0]).toContain('依据《中华人民共和国公务员法》第七十四条第一款（CSL-74b）')
  })

  test('below the province nobody may: the article is named, and what was installed all the same does not count', () => {
    const municipal = adapting('411100', { 'organ-closure': 'withSubordinates' })
    const [problem, ...others] = delegationProblems(municipal, '411100', [nation], divisions)
    expect(others).toEqual([])
    expect(problem).toMatchObject({
      code: 'NOT_DELEGABLE',
      path: ['delegated', 'national/organ-closure'],
      superior: { rule: 'national/csl-74a', catalogueId: 'CSL-74a', cite: { article: '第七十四条第三款' } },
    })
    expect(problem?.message.zh).toContain('《中华人民共和国公务员法》第七十四条第三款（CSL-74a）只授权省级')
    expect(conflictsIn('411100', nation, installed(municipal)).found).toEqual([])
  })

  test('a province may widen it, narrow the work, or let a team count as one leader; not the list of kin', () => {
    const may = adapting('410000', {
      'organ-closure': 'withDispatched',
      'csl-74-duties': ['audit', 'finance'],
      'csl-74-leader': 'team',
    })
    expect(delegationProblems(may, '410000', [nation], divisions)).toEqual([])
    const kin = adapting('410000', { 'kin-classes': ['SPOUSE'] })
    expect(delegationProblems(kin, '410000', [nation], divisions).map(({ code }) => code)).toEqual(['NOT_DELEGABLE'])
  })
})

const member: CareerLine = {
  ...{ post: '副县长', internalUnit: null, teamKind: 'government', leading: true, seats: ['deputy'] },
  ...{ level: 'division_deputy', from: '2008-06-01' },
}
const { from: _, ...again } = member

/** What bars a member of a county government from the same post again, after two terms. */
const barsIn = (at: string, ...installations: readonly Installation[]) => {
  const place = { authority: at, place: at }
  const worked: Case = {
    name: 'two terms',
    on: '2023-06-01',
    career: [{ ...member, ...place }],
    moves: [{ leaves: '副县长', takes: { ...again, ...place } }],
    expect: {},
  }
  const { people } = caseStory(worked, at)
  const [taken] = caseStory({ ...worked, career: [{ ...member, ...place }] }, at).people.get('self')?.pieces ?? []
  const person = people.get('self')
  if (person === undefined || taken === undefined) throw new Error('nobody')
  const post = { ...taken, system: null }
  return moveJudge(installations, setting)
    .placements({ person, on: day('2023-06-01'), takes: post, leaves: post })
    .filter(({ rule }) => rule === 'national/rq-6')
}

describe('任期规定第八条: autonomous areas may adapt the terms of office', () => {
  const four = { 'rq-6-terms': 4 }

  test('an autonomous region may, another province may not', () => {
    expect(delegationProblems(adapting('450000', four), '450000', [nation], divisions)).toEqual([])
    const [problem] = delegationProblems(adapting('410000', four), '410000', [nation], divisions)
    expect(problem).toMatchObject({ code: 'NOT_DELEGABLE', superior: { cite: { article: '第八条' } } })
    expect(problem?.message.zh).toContain('民族自治地方')
  })

  test('the region’s number counts there; another province’s would be ignored', () => {
    expect(barsIn('450100', nation)).toMatchObject([{ status: 'ACTIVE' }])
    expect(barsIn('450100', nation, installed(adapting('450000', four)))).toEqual([])
    expect(barsIn('410100', nation, installed(adapting('410000', four)))).toMatchObject([{ status: 'ACTIVE' }])
  })
})

test('the tree of divisions knows autonomous areas of every level, each for itself', () => {
  const autonomous = ['150000', '450000', '540000', '222400', '433100', '130321', '150722']
  const others = ['100000', '410000', '220200', '150721', '110101', '999999']
  expect(autonomous.filter((code) => !divisions.autonomous(code))).toEqual([])
  expect(others.filter((code) => divisions.autonomous(code))).toEqual([])
})
