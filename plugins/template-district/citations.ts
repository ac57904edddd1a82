import type { Citation, Instrument } from '../../policy/index.ts'

export const instruments: readonly Instrument[] = [
  {
    id: 'district-practice',
    title: { zh: '某区区管领导干部交流与任职回避', en: 'Exchange and avoidance of a district’s leading cadres' },
    issuer: { zh: '某区', en: 'An unnamed district' },
    inForce: { knownBy: '2022-10-28' },
  },
]

/** The district is not named and issued no text; 2022-10-28 is the day the essay was posted. */
export const practice: Citation = {
  instrument: 'district-practice',
  article: null,
  verified: false,
  note: '据二〇二二年十月二十八日刊出的文章，未见文件。After an essay posted on 2022-10-28; no text was published.',
}
