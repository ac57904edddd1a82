import {
  accumulated,
  allOf,
  anyOf,
  crosses,
  happened,
  leaves,
  native,
  not,
  param,
  placement,
  type Rule,
  ref,
  rises,
  state,
  takes,
  terms,
} from '../../../policy/index.ts'
import {
  appointment,
  avoidance,
  chapterTwo,
  exchange,
  postAvoidance,
  sanctions,
  supervisors,
  term,
  transfer,
  unnumbered,
} from '../citations.ts'
import { byAutonomousRegion } from './adaptation.ts'

const growth = '只读成长地，不读出生地、籍贯。Reads the place of growth alone, not birthplace or ancestral home.'
const fromMemory = '未核对原文，故停用。From memory: switched off.'
const grownUpThere = native({ place: 'takes', basis: param('home-basis') })

const places: readonly Rule[] = [
  placement({
    id: 'rh-5',
    catalogueId: 'RH-5',
    title: { zh: '不得在成长地任县级重要正职', en: 'Not chief of a county one grew up in' },
    cite: postAvoidance('第五条', { note: growth }),
    effect: 'MUST_NOT',
    when: allOf(ref('takes-county-seat'), takes({ seat: param('rh-5-seats') }), grownUpThere),
  }),
  placement({
    id: 'rh-5-city',
    catalogueId: 'RH-5-city',
    title: { zh: '一般不得在成长地任市（地、盟）重要正职', en: 'Generally not chief of a prefecture one grew up in' },
    cite: postAvoidance('第五条', { note: growth }),
    effect: 'GENERALLY_NOT',
    when: allOf(ref('takes-city-seat'), takes({ seat: param('rh-5-seats') }), grownUpThere),
  }),
  placement({
    id: 'hb-geo2',
    catalogueId: 'HB-geo2',
    title: {
      zh: '不得在成长地任县级党政正职（重申）',
      en: 'Not head of party or government of one’s own county, said again',
    },
    cite: avoidance('地域回避章', unnumbered),
    effect: 'MUST_NOT',
    when: allOf(ref('takes-county-seat'), takes({ seat: ['party_secretary', 'government_head'] }), grownUpThere),
    restates: ['national/rh-5'],
  }),
  placement({
    id: 'hb-geo3',
    catalogueId: 'HB-geo3',
    title: { zh: '纪检、组织、法检、公安正职同样回避（重申）', en: 'The same for five more chiefs, said again' },
    cite: avoidance('地域回避章', unnumbered),
    effect: 'MUST_NOT',
    when: allOf(ref('takes-county-seat'), takes({ seat: param('hb-geo3-seats') }), grownUpThere),
    restates: ['national/rh-5'],
  }),
  placement({
    id: 'jcg-23',
    catalogueId: 'JCG-23',
    title: { zh: '监委主任地域回避', en: 'Directors of supervision serve away from home' },
    cite: supervisors('第二十三条', { note: growth }),
    effect: 'MUST_NOT',
    when: allOf(
      takes({ unitKind: ['supervision_commission'], seat: ['chief'], place: ['county', 'municipality'] }),
      grownUpThere,
    ),
  }),
  placement({
    id: 'rt-52',
    catalogueId: 'RT-52',
    title: { zh: '成长地回避（重申）', en: 'The place of growth, said again' },
    cite: appointment('第五十二条', { note: fromMemory }),
    enabled: false,
    effect: 'MUST_NOT',
    when: allOf(ref('takes-county-seat'), takes({ seat: param('rh-5-seats') }), grownUpThere),
    restates: ['national/rh-5'],
  }),
]

const tenure: readonly Rule[] = [
  placement({
    id: 'rq-4',
    catalogueId: 'RQ-4',
    title: { zh: '应当任满一个任期', en: 'A term is served to its end' },
    cite: term('第四条', {
      note: '退休、健康、不称职、辞职、处分和特殊需要除外，由人判断后不作为障碍。Retirement, health, incompetence, resignation, sanction and special need are excepted.',
    }),
    effect: 'GENERALLY_NOT',
    when: allOf(
      leaves({
        teamKind: ['party_committee', 'government'],
        leading: true,
        place: ['county', 'municipality', 'province'],
      }),
      not(leaves({ unitKind: ['township', 'street_office'] })),
      not(terms({ where: { same: { dim: 'post', as: 'leaves' } }, atLeast: 1, countsFrom: param('rq-counts-from') })),
      not(anyOf(state({ kind: 'health_unfit' }), state({ kind: 'unsuited' }), state({ kind: 'sanction' }))),
    ),
  }),
  placement({
    id: 'rq-6',
    catalogueId: 'RQ-6',
    title: { zh: '同一职位连任两个任期后不再任同一职务', en: 'After two terms not again in the same post' },
    cite: term('第六条'),
    effect: 'MUST_NOT',
    when: allOf(
      ref('takes-termed-post'),
      terms({
        where: { same: { dim: 'post', as: 'takes' } },
        atLeast: param('rq-6-terms'),
        countsFrom: param('rq-counts-from'),
      }),
    ),
    delegable: byAutonomousRegion('rq-6-terms'),
  }),
  placement({
    id: 'rq-7',
    catalogueId: 'RQ-7',
    title: { zh: '同一层次领导职务累计十五年后不再任同一层次', en: 'After fifteen years not again at the same level' },
    cite: term('第七条'),
    effect: 'MUST_NOT',
    when: allOf(
      ref('takes-termed-post'),
      accumulated({ where: { leading: true, same: { dim: 'level', as: 'takes' } }, atLeast: param('rq-7-years') }),
    ),
    delegable: byAutonomousRegion('rq-7-years'),
  }),
  placement({
    id: 'jl-5c',
    catalogueId: 'JL-5c',
    title: { zh: '新提拔的应有计划地易地任职', en: 'The newly promoted serve elsewhere' },
    cite: exchange('第五条第三款', { note: '只核对了句首。Only the start of the sentence was read.' }),
    effect: 'GENERALLY_NOT',
    when: allOf(rises(), ref('takes-county-team'), not(crosses('jurisdiction'))),
  }),
  placement({
    id: 'jl-term',
    catalogueId: 'JL-term',
    title: { zh: '任期未满一般不交流', en: 'Not before the term ends' },
    cite: exchange(null, {
      verified: false,
      note: '只见于某地区的实施办法，全国规定中未见，故停用。Seen only in a prefecture’s act, not in the national text: switched off.',
    }),
    enabled: false,
    effect: 'GENERALLY_NOT',
    when: allOf(
      leaves({ teamKind: ['party_committee', 'government'], leading: true, place: ['county'] }),
      not(rises()),
      not(terms({ where: { same: { dim: 'post', as: 'leaves' } }, atLeast: 1, countsFrom: param('rq-counts-from') })),
    ),
  }),
]

const reviews: readonly Rule[] = [
  placement({
    id: 'zw-52m',
    catalogueId: 'ZW-52m',
    title: { zh: '立案调查期间不得交流、晋升', en: 'No exchange or promotion while a case is filed' },
    cite: sanctions('第五十二条'),
    effect: 'MUST_NOT',
    when: state({ kind: 'case_filed', values: ['filed'] }),
  }),
  placement({
    id: 'zr-bar-m',
    catalogueId: 'ZR-bar-m',
    title: { zh: '试用期未满或正受审查调查的一般不转任', en: 'Generally no transfer on probation or under review' },
    cite: transfer(chapterTwo, unnumbered),
    effect: 'GENERALLY_NOT',
    when: anyOf(state({ kind: 'probation' }), state({ kind: 'case_filed' })),
  }),
  placement({
    id: 'zr-freq',
    catalogueId: 'ZR-freq',
    title: { zh: '不得频繁转任', en: 'Not transferred too often' },
    cite: transfer('纪律与监督章', {
      note: '规定未给次数，参数未设，故停用，由人判断。The text gives no number: switched off and left to people until one is set.',
    }),
    enabled: false,
    effect: 'WARN',
    when: happened({ event: 'move', within: param('zr-freq-within'), times: param('zr-freq-times') }),
  }),
]

export const placementRules: readonly Rule[] = [...places, ...tenure, ...reviews]
