import type { Parameter } from '../../policy/index.ts'
import { plan } from './citations.ts'

const knownBy = '2024-05-11'

export const parameters = {
  'dc-1-years': {
    title: { zh: '内设机构领导职务同一职位年限', en: 'Years in one leading post of an internal unit' },
    values: [{ from: knownBy, value: 'P10Y', cite: plan() }],
  },
  'dc-2-years': {
    title: { zh: '正科级领导职务累计年限', en: 'Years in sum as leading chief of section' },
    values: [{ from: knownBy, value: 'P10Y', cite: plan() }],
  },
  'dc-2-age': {
    title: { zh: '年龄上限', en: 'Highest age' },
    values: [{ from: knownBy, value: 45, cite: plan() }],
  },
  'dc-5-kin': {
    title: { zh: '回避的亲属', en: 'Relatives who are parted' },
    values: [
      {
        from: knownBy,
        value: ['SPOUSE', 'DIRECT_BLOOD', 'COLLATERAL_WITHIN_THREE', 'NEAR_AFFINITY'],
        cite: plan(),
      },
    ],
  },
  'dc-5-leader': {
    title: { zh: '同一领导指一人或一个班子', en: 'Whether one leader means one person or one team' },
    values: [{ from: knownBy, value: 'person', cite: plan() }],
  },
  'dc-5-duties': {
    title: { zh: '亲属领导的机关中不得从事的工作', en: 'Work not done where a relative leads' },
    values: [
      {
        from: knownBy,
        value: ['personnel', 'discipline_inspection', 'audit', 'finance'],
        cite: plan(),
      },
    ],
  },
} as const satisfies Readonly<Record<string, Parameter>>
