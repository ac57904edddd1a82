import type { Parameter } from '../../../policy/index.ts'
import {
  appointment,
  avoidance,
  csl,
  exchange,
  handling,
  institutionAvoidance,
  partyDiscipline,
  postAvoidance,
  sanctions,
  term,
  transfer,
  unnumbered,
} from '../citations.ts'

/** Civil Servant Law: in force as revised. */
const lawDay = '2019-06-01'
/** The three provisions of 2006: known by the day they were published. */
const provisionsDay = '2006-08-06'
const institutionDay = '2020-01-01'
const sanctionsDay = '2020-07-01'
const partyDay = '2024-01-01'
const unconfirmed = { verified: false, note: '未核对原文。From memory.' }

export const barParameters = {
  'kin-classes': {
    title: { zh: '任职回避的亲属', en: 'Relatives who may not serve together' },
    values: [
      {
        from: provisionsDay,
        value: ['SPOUSE', 'DIRECT_BLOOD', 'COLLATERAL_WITHIN_THREE', 'NEAR_AFFINITY'],
        cite: postAvoidance('第三条'),
      },
    ],
  },
  'own-post-capacities': {
    title: { zh: '在本人职务上任职的方式', en: 'Service in a post of one’s own' },
    values: [
      {
        from: provisionsDay,
        value: ['formal', 'probation', 'concurrent', 'acting'],
        cite: csl('第七十二条', {
          note: '挂职、借调不改变人事关系，不在其列；主持工作即履行该职务。Secondment and loan leave the personnel relation elsewhere; who acts in a post does its work.',
        }),
      },
    ],
  },
  'noted-ties': {
    title: { zh: '只作提示的关系', en: 'Ties that are only shown' },
    values: [
      {
        from: lawDay,
        value: ['AFTER_DEATH', 'AFTER_ADOPTION', 'STEP', 'DISTANT_IN_LAW', 'SPECIAL_INTEREST'],
        cite: csl('第七十四条', { verified: false, note: '法律未列。Not listed by the law.' }),
      },
    ],
  },
  'csl-74-duties': {
    title: { zh: '亲属领导的机关中不得从事的工作', en: 'Work not done in the organ a relative leads' },
    values: [
      {
        from: provisionsDay,
        value: ['personnel', 'discipline_inspection', 'audit', 'finance'],
        cite: csl('第七十四条第一款', {
          note: '法律所列：组织、人事、纪检、监察、审计、财务；组织人事、纪检监察各作一类。A closed list; organization with personnel, discipline with supervision.',
        }),
      },
    ],
  },
  'csl-74-leader': {
    title: { zh: '“同一领导人员”的范围', en: 'Who is one leader' },
    values: [
      {
        from: provisionsDay,
        value: 'person',
        cite: csl('第七十四条第一款', {
          note: '一名领导人员；可设为同一领导班子的成员。One person; it may be set to members of one leading team.',
        }),
      },
    ],
  },
  'organ-closure': {
    title: { zh: '“同一机关”的范围', en: 'How far one organ reaches' },
    values: [
      {
        from: provisionsDay,
        value: 'organ',
        cite: csl('第七十四条第一款', {
          note: '下属单位是另一机关；可设为连同派出机构或下属单位。A subordinate unit is another organ; it may be set to reach further.',
        }),
      },
    ],
  },
  'csl-74c-kin': {
    title: { zh: '其经营企业须回避的亲属', en: 'Relatives whose enterprise one may not regulate' },
    values: [{ from: provisionsDay, value: ['SPOUSE', 'CHILD', 'CHILD_SPOUSE'], cite: postAvoidance('第四条') }],
  },
  'sy-6-kin': {
    title: { zh: '事业单位回避的亲属', en: 'Relatives in institutions' },
    values: [
      {
        from: institutionDay,
        value: ['SPOUSE', 'DIRECT_BLOOD', 'COLLATERAL_WITHIN_THREE', 'NEAR_AFFINITY'],
        cite: institutionAvoidance('第六条', {
          note: '第五项收养、有扶养关系的继亲及由此形成的亲属，按血亲各类计算。The fifth head, adoptive and supported step ties, counts within the classes.',
        }),
      },
    ],
  },
  'sy-6-duties': {
    title: { zh: '事业单位人财监审岗位', en: 'Sensitive posts of institutions' },
    values: [
      {
        from: institutionDay,
        value: ['personnel', 'discipline_inspection', 'audit', 'finance'],
        cite: institutionAvoidance('第六条'),
      },
    ],
  },
  'home-basis': {
    title: { zh: '地域回避依据的事实', en: 'What makes a place one’s own' },
    values: [
      {
        from: provisionsDay,
        value: ['growth'],
        cite: postAvoidance('第五条', {
          note: '成长地无定义，可另加出生地、籍贯。No text defines the place of growth; birth and ancestral places may be added.',
        }),
      },
    ],
  },
  'rh-5-seats': {
    title: { zh: '成长地回避的正职', en: 'Seats not held where one grew up' },
    values: [
      {
        from: provisionsDay,
        value: [
          'party_secretary',
          'government_head',
          'discipline_secretary',
          'organization_head',
          'court_president',
          'chief_procurator',
          'public_security_head',
        ],
        cite: postAvoidance('第五条'),
      },
    ],
  },
  'hb-geo3-seats': {
    title: { zh: '纪检、组织、法检、公安正职', en: 'Discipline, organization, court, procuratorate, police' },
    values: [
      {
        from: '2020-12-28',
        value: [
          'discipline_secretary',
          'organization_head',
          'court_president',
          'chief_procurator',
          'public_security_head',
        ],
        cite: avoidance('地域回避章', unnumbered),
      },
    ],
  },
  'rq-6-terms': {
    title: { zh: '同一职位连任的任期数', en: 'Terms in one post' },
    values: [{ from: provisionsDay, value: 2, cite: term('第六条') }],
  },
  'rq-7-years': {
    title: { zh: '同一层次累计年限', en: 'Years in sum at one level' },
    values: [{ from: provisionsDay, value: 'P15Y', cite: term('第七条') }],
  },
  'rq-counts-from': {
    title: { zh: '任职多久计为一个任期', en: 'Service that counts as a term' },
    values: [
      {
        from: provisionsDay,
        value: 'P3Y',
        cite: term(null, { verified: false, note: '三年为读法，未核对。Three years is a reading, not confirmed.' }),
      },
    ],
  },
  'jl-third-share': {
    title: { zh: '一次交流占班子的比例', en: 'Share of a team that moves at once' },
    values: [{ from: provisionsDay, value: '1/3', cite: exchange(null, unconfirmed) }],
  },
  'zr-freq-within': {
    title: { zh: '频繁转任的计算时间（未定）', en: 'Time within which transfers are too many (not set)' },
    values: [{ from: '2020-12-28', value: null, cite: transfer('纪律与监督章', unnumbered) }],
  },
  'zr-freq-times': {
    title: { zh: '频繁转任的次数（未定）', en: 'How many transfers are too many (not set)' },
    values: [{ from: '2020-12-28', value: null, cite: transfer('纪律与监督章', unnumbered) }],
  },
  'csl-64-periods': {
    title: { zh: '受处分期间', en: 'Periods of sanctions' },
    values: [
      {
        from: lawDay,
        value: { 警告: 'P6M', 记过: 'P12M', 记大过: 'P18M', 降级: 'P24M', 撤职: 'P24M' },
        cite: csl('第六十四条'),
      },
    ],
  },
  'zw-8-periods': {
    title: { zh: '政务处分期间', en: 'Periods of governmental sanctions' },
    values: [
      {
        from: sanctionsDay,
        value: { 警告: 'P6M', 记过: 'P12M', 记大过: 'P18M', 降级: 'P24M', 撤职: 'P24M' },
        cite: sanctions('第八条'),
      },
    ],
  },
  'dj-warning-periods': {
    title: { zh: '党内警告影响期', en: 'After a party warning' },
    values: [{ from: partyDay, value: { 党内警告: 'P1Y' }, cite: partyDiscipline(null) }],
  },
  'dj-serious-warning-periods': {
    title: { zh: '党内严重警告影响期', en: 'After a serious party warning' },
    values: [{ from: partyDay, value: { 党内严重警告: 'P18M' }, cite: partyDiscipline(null) }],
  },
  'dj-removal-periods': {
    title: { zh: '撤销党内职务影响期', en: 'After removal from party posts' },
    values: [{ from: partyDay, value: { 撤销党内职务: 'P2Y' }, cite: partyDiscipline(null, { verified: false }) }],
  },
  'dj-probation-periods': {
    title: { zh: '留党察看影响期', en: 'After probation within the party' },
    values: [{ from: partyDay, value: { 留党察看: 'P4Y' }, cite: partyDiscipline(null, unconfirmed) }],
  },
  'admonition-periods': {
    title: { zh: '诫勉影响期', en: 'After an admonition' },
    values: [{ from: '2019-03-17', value: { 诫勉: 'P6M' }, cite: appointment(null, unconfirmed) }],
  },
  'handling-periods': {
    title: { zh: '组织处理影响期', en: 'After organizational handling' },
    values: [
      {
        from: '2021-12-31',
        value: { 调整职务: 'P1Y', 责令辞职: 'P2Y', 免职: 'P2Y', 降职: 'P2Y' },
        cite: handling(null, unconfirmed),
      },
    ],
  },
} as const satisfies Readonly<Record<string, Parameter>>
