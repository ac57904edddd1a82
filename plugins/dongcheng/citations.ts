import type { Citation, Instrument } from '../../policy/index.ts'

export const instruments: readonly Instrument[] = [
  {
    id: 'dongcheng-work-plan',
    title: {
      zh: '东城区科级及以下公务员交流任职工作方案',
      en: 'Dongcheng Work Plan for Exchange of Civil Servants at Section Level and Below',
    },
    issuer: { zh: '中共北京市东城区委', en: 'CPC Dongcheng District Committee, Beijing' },
    inForce: { knownBy: '2024-05-11' },
  },
  {
    id: 'transfer-2020',
    title: { zh: '公务员转任规定', en: 'Provisions on Transfer of Civil Servants' },
    issuer: { zh: '中共中央组织部', en: 'Organization Department of the CPC Central Committee' },
    issuedOn: '2020-12-08',
    inForce: { knownBy: '2020-12-28' },
  },
]

/** The plan was not published; its programme began in 2022, the article that describes it is of 2024-05-11. */
export const plan = (note?: string): Citation => ({
  instrument: 'dongcheng-work-plan',
  article: null,
  verified: false,
  note:
    note ??
    '据二〇二四年五月十一日文章；工作始于二〇二二年，方案未公布。After an article of 2024-05-11; begun in 2022, the plan was not published.',
})

export const transfer = (note: string): Citation => ({
  instrument: 'transfer-2020',
  article: '第二章',
  verified: false,
  note,
})
