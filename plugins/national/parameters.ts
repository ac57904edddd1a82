import type { Parameter } from '../../policy/index.ts'
import { chapterTwo, exchange, transfer, unnumbered } from './citations.ts'
import { barParameters } from './parameters/bars.ts'

/** Provisions on Transfer: known by the day they were published. */
const transferDay = '2020-12-28'
/** Provisions on Exchange: known by the day they were published. */
const exchangeDay = '2006-08-06'

export const parameters = {
  'zr-10a-years': {
    title: { zh: '内设机构领导职务同一职位年限', en: 'Longest stay in one leading post of an internal unit' },
    values: [{ from: transferDay, value: 'P10Y', cite: transfer(chapterTwo, unnumbered) }],
  },
  'zr-10b-years': {
    title: {
      zh: '重点岗位非领导职务同一职位年限',
      en: 'Longest stay of a non-leading civil servant in one sensitive post',
    },
    values: [{ from: transferDay, value: 'P10Y', cite: transfer(chapterTwo, unnumbered) }],
  },
  'zr-10b-duties': {
    title: { zh: '应当转任的非领导职务岗位职责', en: 'Duties whose non-leading holders rotate' },
    values: [
      {
        from: transferDay,
        value: [
          'personnel',
          'discipline_inspection',
          'audit',
          'finance',
          'project_approval',
          'funds_assets',
          'procurement',
          'licensing',
          'penalty',
        ],
        cite: transfer(chapterTwo, {
          note: '“监察”归入纪检监察，“资金审批”归入资金资产管理。Supervision is tagged discipline_inspection, fund approval funds_assets.',
        }),
      },
    ],
  },
  'jl-5a-years': {
    title: { zh: '党政领导成员同一职位年限', en: 'Longest stay of a leading member in one post' },
    values: [{ from: exchangeDay, value: 'P10Y', cite: exchange('第五条第一款') }],
  },
  'jl-5b-years': {
    title: { zh: '同一地区领导班子同一层次年限', en: 'Longest stay at one level in the leading teams of one place' },
    values: [{ from: exchangeDay, value: 'P10Y', cite: exchange('第五条第二款') }],
  },
  ...barParameters,
} as const satisfies Readonly<Record<string, Parameter>>
