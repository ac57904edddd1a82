import type { Parameter } from '../../policy/index.ts'
import { practice } from './citations.ts'

const knownBy = '2022-10-28'

export const parameters = {
  'qu-10-kin': {
    title: { zh: '提示的亲属和其他特殊利益关系', en: 'Relatives, and other special interests, to look at' },
    values: [
      {
        from: knownBy,
        value: ['SPOUSE', 'DIRECT_BLOOD', 'COLLATERAL_WITHIN_THREE', 'NEAR_AFFINITY', 'SPECIAL_INTEREST'],
        cite: practice,
      },
    ],
  },
  'qu-14-moves': {
    title: { zh: '一段时间内已有的变动次数', en: 'Moves made within the time' },
    values: [{ from: knownBy, value: 2, cite: practice }],
  },
  'qu-14-within': {
    title: { zh: '变动次数的计算时间', en: 'Time within which moves are counted' },
    values: [{ from: knownBy, value: 'P12M', cite: practice }],
  },
  'qu-14-age': {
    title: {
      zh: '跨行业的年龄（文中无数，自定后启用）',
      en: 'Age at a move across sectors (no number is given; set it to use the rule)',
    },
    values: [{ from: knownBy, value: null, cite: practice }],
  },
} as const satisfies Readonly<Record<string, Parameter>>
