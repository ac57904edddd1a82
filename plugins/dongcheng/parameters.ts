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
} as const satisfies Readonly<Record<string, Parameter>>
