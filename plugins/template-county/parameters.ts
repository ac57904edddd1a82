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
} as const satisfies Readonly<Record<string, Parameter>>
