import { describe, expect, test } from 'vitest'
import {
  type AvoidanceRule,
  type Condition,
  casePerson,
  conflictNeeds,
  day,
  explainConflict,
  type Kinship,
  type PairNames,
  pairJudge,
  type Telling,
} from '../../../policy/index.ts'
import { exampleCity, installed, measures, settingWith } from '../../support/example-policy.ts'
import { chartOf, service, type Told } from '../../support/made-up-chart.ts'
import { tie } from '../../support/made-up-kin.ts'

const bar = (when: Condition): AvoidanceRule => ({
  kind: 'avoidance',
  id: 'bar',
  catalogueId: 'EX-A',
  title: { zh: '任职回避', en: 'Avoidance' },
  cite: { instrument: 'measures', article: '第七十四条第一款', verified: true },
  effect: 'MUST_NOT',
  when,
})
const kin: Condition = { kin: { classes: ['NEAR_AFFINITY'] } }

const bureau: Told = {
  units: {
    bureau: [{}],
    office: [{ kind: 'internal_unit', parent: 'bureau' }],
    bare: [{ kind: 'internal_unit', parent: 'bureau' }],
  },
  posts: {
    director: [{ seats: ['chief'], leading: null }],
    head: [{ unit: 'office', seats: ['chief'] }],
    clerk: [{ unit: 'office', duties: ['finance'] }],
    typist: [{ unit: 'office' }],
    lone: [{ unit: 'bare' }],
    'deputy one': [{ seats: ['deputy'], quota: 2 }],
    'former deputy': [{ to: '2023-01-01' }],
    planner: [{ reportsTo: 'deputy one' }],
    drafter: [{ reportsTo: 'deputy one' }],
    orphan: [{ reportsTo: 'former deputy' }],
  },
}
const chart = chartOf(bureau)
const someone = (id: string, post: string, from: string) => ({
  ...casePerson({ name: id, career: [] }, exampleCity),
  pieces: service(chart, post, from),
})
const [jia, yi] = [someone('jia', 'clerk', '2010-01-01'), someone('yi', 'typist', '2021-03-15')]
const inLaw = tie('jia', 'yi', 'K4C')

const people: Readonly<Record<string, string>> = { jia: '甲', yi: '乙' }
const names: PairNames = {
  person: (id) => people[id] ?? id,
  post: (id) => `${id}职位`,
  unit: (id) => ({ bureau: '财政局', office: '办公室', bare: '二科' })[id] ?? id,
  holders: (post) => (post === 'head' ? ['丙'] : []),
}
const telling: Telling = { language: 'zh', names, naming: 'full', kinPath: () => '妻子的哥哥的妻子' }
const english: Telling = {
  ...telling,
  language: 'en',
  kinPath: () => 'wife’s elder brother’s wife',
  names: {
    ...names,
    person: (id) => ({ jia: 'A', yi: 'B' })[id] ?? id,
    unit: () => 'the bureau of finance',
    holders: () => ['C'],
  },
}

const explained = (
  relation: Condition,
  told: Telling = telling,
  [first, second, ties]: readonly [typeof jia, typeof yi, readonly Kinship[]] = [jia, yi, [inLaw]],
  on = '2024-01-01',
) => {
  const judge = pairJudge([installed(measures([bar({ all: [kin, relation] })]))], settingWith())
  const pair = { first, second, kin: ties }
  const [conflict] = judge.conflicts(pair, chart)
  if (conflict === undefined) throw new Error('no conflict')
  const explanation = explainConflict(judge, pair, chart, conflict.id, day(on), told)
  return { explanation, needs: conflictNeeds(judge, pair, chart, conflict.id, day(on), told.language, told.names) }
}
const sameLeader: Condition = { posts: { relation: 'sameLeader' } }

describe('a conflict in words', () => {
  test('says who is what to whom, under whom, since when, and by which article', () => {
    const { explanation } = explained(sameLeader)
    expect(explanation?.text).toBe(
      '乙是甲的妻子的哥哥的妻子（近姻亲）；二人自2021-03-15起在财政局同受丙直接领导。依据《示例》第七十四条第一款（EX-A）：' +
        '二人有下列亲属关系之一：近姻亲，且在同一机关同受一人直接领导的，不得同时任此二职。截至2024-01-01，自2021-03-15起属于“不得”情形。',
    )
    expect(explained(sameLeader, english).explanation?.text).toMatch(
      /^B is A’s wife’s elder brother’s wife \(near affinity\); both have reported to C in the bureau of finance since 2021-03-15\. Under Example/,
    )
  })

  test('the tree tells how each part stands', () => {
    const { explanation } = explained(sameLeader)
    expect(explanation?.status).toBe('ACTIVE')
    expect(explanation?.nodes.map(({ holds, arithmetic, children }) => [holds, arithmetic, children])).toEqual([
      ['YES', '', [1, 2]],
      ['YES', '乙是甲的妻子的哥哥的妻子（近姻亲）', []],
      ['YES', '二人自2021-03-15起在财政局同受丙直接领导', []],
    ])
    expect(explanation?.nodes[2]?.counted.map(({ assignment }) => assignment)).toEqual([
      'clerk 2010-01-01',
      'typist 2021-03-15',
    ])
  })

  test('veiled, the relative stays unnamed everywhere, whichever side is told about', () => {
    for (const [about, named, hidden] of [
      ['jia', '甲', '乙'],
      ['yi', '乙', '甲'],
    ] as const) {
      const { explanation } = explained(sameLeader, { ...telling, naming: 'veiled', about })
      expect(explanation?.text).toContain(`${named}与其一名近姻亲自2021-03-15起在财政局同受丙直接领导`)
      const everything = JSON.stringify(explanation)
      expect(everything).not.toContain(hidden)
      expect(everything).not.toContain('妻子')
    }
  })

  test('veiled, of a spouse there is but one', () => {
    const veiled = { ...telling, naming: 'veiled', about: 'jia' } as const
    const married = { ...inLaw, class: 'SPOUSE' } as const
    expect(explained(sameLeader, veiled, [jia, yi, [married]]).explanation?.text).toContain('甲与其配偶自2021-03-15起')
  })

  test('veiled, what is to be verified names no unit that only the relative sits in', () => {
    const lone = someone('yi', 'lone', '2021-03-15')
    const ask = (about: string) =>
      explained(sameLeader, { ...telling, naming: 'veiled', about }, [jia, lone, [inLaw]]).explanation?.text
    expect(ask('jia')).toContain('须先核实：有关单位或其上级单位的正职（直接上级）未载明')
    expect(ask('jia')).not.toContain('二科')
    expect(ask('yi')).toContain('须先核实：二科或其上级单位的正职')
  })

  test('veiled, the organ that a relative leads is not named to whoever asks about the enterprise', () => {
    const company = chartOf({
      units: { bureau: [{}], mill: [{ kind: 'enterprise', regulatedBy: 'bureau' }] },
      posts: { director: [{ seats: ['chief'], leading: true }], manager: [{ unit: 'mill' }] },
    })
    const at = (who: typeof jia, post: string, from: string) => ({ ...who, pieces: service(company, post, from) })
    const judge = pairJudge(
      [installed(measures([bar({ all: [kin, { posts: { relation: 'regulates' } }] })]))],
      settingWith(),
    )
    const pair = {
      first: at(jia, 'director', '2010-01-01'),
      second: at(yi, 'manager', '2021-03-15'),
      kin: [inLaw],
    }
    const [conflict] = judge.conflicts(pair, company)
    const ask = (about: string) =>
      explainConflict(judge, pair, company, conflict?.id ?? '', day('2024-01-01'), {
        ...telling,
        naming: 'veiled',
        about,
      })?.text
    expect(ask('yi')).toContain('其一名近姻亲自2021-03-15起任某机关领导成员，该机关主管乙任职的企业')
    expect(ask('yi')).not.toContain('财政局')
    expect(ask('jia')).toContain('甲自2021-03-15起任财政局领导成员，该机关主管其一名近姻亲任职的企业')
  })

  test('a leader’s post that nobody holds is told as vacant', () => {
    const vacant = { ...telling, names: { ...names, holders: () => [] } }
    expect(explained(sameLeader, vacant).explanation?.text).toContain('同受head职位（空缺）直接领导')
  })

  test('a kinship that began after both were there is told with its day', () => {
    const later = {
      ...inLaw,
      truth: { surely: [day('2022-05-01'), Infinity], possibly: [day('2022-05-01'), Infinity] },
    }
    expect(explained(sameLeader, telling, [jia, yi, [later]]).explanation?.text).toContain('，自2022-05-01起为亲属。')
  })
})

describe('what would settle an open conflict', () => {
  test('the tie that nobody verified', () => {
    const declared = { ...inLaw, truth: { surely: [], possibly: [-Infinity, Infinity] } }
    const { needs, explanation } = explained(sameLeader, telling, [jia, yi, [declared]])
    expect(needs.map(({ fact, of }) => [fact, of])).toEqual([['kin.verified', 'jia-yi']])
    expect(explanation?.text).toContain('须先核实：亲属关系未核实')
  })

  test('whom the posts of a unit report to', () => {
    const lone = someone('yi', 'lone', '2021-03-15')
    const { needs, explanation } = explained(sameLeader, telling, [jia, lone, [inLaw]])
    expect(needs).toEqual([{ fact: 'unit.chief', of: 'bare', why: '二科或其上级单位的正职（直接上级）未载明' }])
    expect(explanation?.text).toContain('可能在财政局同受一人直接领导（直接上级未载明）')
  })

  test('which of several in one post (分管领导，一职多人) leads them', () => {
    const both = [someone('jia', 'planner', '2010-01-01'), someone('yi', 'drafter', '2021-03-15')] as const
    const { needs, explanation } = explained(sameLeader, telling, [...both, [inLaw]])
    expect(needs).toEqual([{ fact: 'post.leader', of: 'deputy one', why: '分管领导未载明：deputy one职位一职多人' }])
    expect(explanation?.text).toContain('可能在财政局同受deputy one职位（分管领导，一职多人）中的一人直接领导')
    const deputy = someone('jia', 'deputy one', '2010-01-01')
    const direct = explained({ posts: { relation: 'directSuperior' } }, telling, [deputy, both[1], [inLaw]])
    expect(direct.needs.map(({ fact, of }) => [fact, of])).toEqual([['post.leader', 'deputy one']])
  })

  test('whom a post reports to since its superior is no more', () => {
    const orphan = someone('yi', 'orphan', '2021-03-15')
    expect(explained(sameLeader, telling, [jia, orphan, [inLaw]]).needs).toEqual([
      {
        ...{ fact: 'post.reports_to', of: 'former deputy' },
        why: '所载直接上级former deputy职位当日不存在，由谁直接领导未载明',
      },
    ])
  })

  test('whether a post is leading', () => {
    const director = someone('yi', 'director', '2021-03-15')
    const sensitive: Condition = { posts: { relation: 'leadsAndSensitive', duties: ['finance'] } }
    const { needs, explanation } = explained(sensitive, telling, [jia, director, [inLaw]])
    expect(needs.map(({ fact, of }) => [fact, of])).toEqual([['post.leading', 'director 2021-03-15']])
    expect(explanation?.text).toContain('乙自2021-03-15起可能任财政局领导职务，甲在其中从事财务工作')
  })

  test('the day a service began', () => {
    const blurred = someone('yi', 'typist', '2021-03')
    const { needs } = explained(sameLeader, telling, [jia, blurred, [inLaw]], '2021-03-10')
    expect(needs.map(({ fact, of }) => [fact, of])).toEqual([['assignment.from', 'typist 2021-03']])
  })

  test('nothing, where it is sure', () => {
    expect(explained(sameLeader).needs).toEqual([])
  })
})
