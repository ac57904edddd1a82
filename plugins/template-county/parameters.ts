import type { Parameter } from '../../policy/index.ts'
import { measures } from './citations.ts'

const floor = '2006-08-06'

export const parameters = {
  'xx-1a-years': {
    title: { zh: '同一科（股）室连续年限', en: 'Unbroken years in one section' },
    values: [{ from: floor, value: 'P10Y', cite: measures() }],
  },
  'xx-1b-years': {
    title: { zh: '同一法人单位党政正职连续年限', en: 'Unbroken years as chief of one legal-person unit' },
    values: [{ from: floor, value: 'P10Y', cite: measures() }],
  },
  'xx-2-years': {
    title: { zh: '重点工作连续年限', en: 'Unbroken years in one sensitive line of work' },
    values: [{ from: floor, value: 'P5Y', cite: measures() }],
  },
  'xx-2-deadline': {
    title: { zh: '有计划轮岗的期限', en: 'Time within which the planned rotation takes place' },
    values: [{ from: floor, value: 'P3Y', cite: measures() }],
  },
  'xx-2-duties': {
    title: { zh: '执纪执法、干部人事、审计、项目审批和资金管理', en: 'The five lines of work' },
    values: [
      {
        from: floor,
        value: ['discipline_enforcement', 'personnel', 'audit', 'project_approval', 'funds_assets'],
        cite: measures(),
      },
    ],
  },
  'xx-3-years': {
    title: { zh: '同一业务连续年限', en: 'Unbroken years in one line of business' },
    values: [{ from: floor, value: 'P5Y', cite: measures() }],
  },
  'xx-4-kin': {
    title: { zh: '回避的亲属', en: 'Relatives who are parted' },
    values: [
      {
        from: floor,
        value: ['SPOUSE', 'DIRECT_BLOOD', 'COLLATERAL_WITHIN_THREE', 'NEAR_AFFINITY'],
        cite: measures(),
      },
    ],
  },
  'xx-4-leader': {
    title: { zh: '同一领导指一人或一个班子', en: 'Whether one leader means one person or one team' },
    values: [{ from: floor, value: 'person', cite: measures() }],
  },
  'xx-4-duties': {
    title: { zh: '亲属领导的机关中不得从事的工作', en: 'Work not done where a relative leads' },
    values: [
      {
        from: floor,
        value: ['personnel', 'discipline_inspection', 'audit', 'finance'],
        cite: measures(),
      },
    ],
  },
} as const satisfies Readonly<Record<string, Parameter>>
