import type { Citation, Instrument } from '../../policy/index.ts'

export const instruments: readonly Instrument[] = [
  {
    id: 'luohe-exchange-opinions',
    title: {
      zh: '中共漯河市委组织部关于进一步加强市直单位科级干部交流工作的实施意见（试行）',
      en: 'Luohe Implementing Opinions on Exchange of Section-level Cadres in Municipal Units (trial)',
    },
    issuer: { zh: '中共漯河市委组织部', en: 'Organization Department of the CPC Luohe Committee' },
    inForce: { knownBy: '2020-05-12' },
  },
]

/** The opinions were not published; 2020-05-12 is the day of the news item, not of the instrument. `note` is the reading taken. */
export const opinions = (note?: string): Citation => ({
  instrument: 'luohe-exchange-opinions',
  article: null,
  verified: false,
  note: note ?? '据二〇二〇年五月十二日报道，文件未公布。After a news item of 2020-05-12; the text was not published.',
})
