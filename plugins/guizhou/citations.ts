import type { Citation, Instrument } from '../../policy/index.ts'

export const instruments: readonly Instrument[] = [
  {
    id: 'guizhou-exchange',
    title: { zh: '贵州省党政领导干部交流工作暂行规定', en: 'Guizhou Interim Provisions on Exchange of Leading Cadres' },
    issuer: { zh: '中共贵州省委', en: 'CPC Guizhou Provincial Committee' },
    inForce: { knownBy: '2007-08-21' },
  },
]

/** The text was not published; 2007-08-21 is the day of the newspaper report that describes it. */
export const provisions = (note?: string): Citation => ({
  instrument: 'guizhou-exchange',
  article: null,
  verified: false,
  note:
    note ??
    '据二〇〇七年八月二十一日郑州日报，施行日不详。After a newspaper of 2007-08-21; the day of force is not known.',
})
