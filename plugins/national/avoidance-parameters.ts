import type { Parameter } from '../../policy/index.ts'
import { avoidance, csl, institutionAvoidance, postAvoidance } from './citations.ts'

/** The Civil Servant Law as revised in 2018. */
const lawDay = '2019-06-01'

export const avoidanceParameters = {
  'avoidance-kin': {
    title: { zh: '任职回避的亲属', en: 'Relatives who may not serve together' },
    values: [
      {
        from: '2006-08-06',
        value: ['SPOUSE', 'DIRECT_BLOOD', 'COLLATERAL_WITHIN_THREE', 'NEAR_AFFINITY'],
        cite: avoidance('第五条', {
          note: '名单据转载核对。要使一方去世后的姻亲等也在限制之内，在此补入其词。The list is known from reprints; a tie that is only noted is made to count by adding its word here.',
        }),
      },
    ],
  },
  'noted-kin': {
    title: { zh: '应予提示的其他关系', en: 'Ties of which is only warned' },
    values: [
      {
        from: '2006-08-06',
        value: ['AFTER_ADOPTION', 'AFTER_DEATH', 'STEP', 'DISTANT_IN_LAW', 'SPECIAL_INTEREST'],
        cite: avoidance('第五条', { note: '法无明文，按提示处理。The law is silent: a warning.' }),
      },
    ],
  },
  'enterprise-kin': {
    title: { zh: '经营企业的近亲属', en: 'Near relatives who run an enterprise' },
    values: [{ from: '2006-08-06', value: ['SPOUSE', 'CHILD', 'CHILD_SPOUSE'], cite: csl('第七十四条第二款') }],
  },
  'avoidance-organ': {
    title: { zh: '“同一机关”的范围', en: 'How far one organ reaches' },
    values: [
      {
        from: '2006-08-06',
        value: 'organ',
        cite: csl('第七十四条第一款', {
          note: '派驻、下属单位是否计入由各地决定。Whether dispatched and subordinate units count is for each place to say.',
        }),
      },
    ],
  },
  'sensitive-duties': {
    title: { zh: '人财监审工作', en: 'Personnel, discipline, supervision, audit, finance' },
    values: [
      {
        from: lawDay,
        value: ['personnel', 'discipline_inspection', 'audit', 'finance'],
        cite: csl('第七十四条第一款', { note: '“监察”归入纪检监察。Supervision is tagged discipline_inspection.' }),
      },
    ],
  },
  'sensitive-duties-leaders': {
    title: { zh: '领导干部回避的人财监审等工作', en: 'Sensitive work barred to relatives of leading cadres' },
    values: [
      {
        from: '2006-08-06',
        value: ['personnel', 'discipline_inspection', 'audit', 'finance'],
        cite: postAvoidance('第三条'),
      },
    ],
  },
  'sensitive-duties-institutions': {
    title: { zh: '事业单位人财监审岗位', en: 'Sensitive posts of public institutions' },
    values: [
      {
        from: '2020-01-01',
        value: ['personnel', 'discipline_inspection', 'audit', 'finance'],
        cite: institutionAvoidance('第六条'),
      },
    ],
  },
} as const satisfies Readonly<Record<string, Parameter>>
