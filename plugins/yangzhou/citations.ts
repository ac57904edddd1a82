import type { Citation, Instrument } from '../../policy/index.ts'

export const instruments: readonly Instrument[] = [
  {
    id: 'yangzhou-cross-department',
    title: { zh: '扬州市级机关中层干部跨部门交流', en: 'Cross-department exchange of Yangzhou’s mid-level cadres' },
    issuer: { zh: '中共扬州市委组织部', en: 'Organization Department of the CPC Yangzhou Committee' },
    inForce: { knownBy: '2007-08-21' },
  },
]

/** No instrument was published; 2007-08-21 is the day of the newspaper report. */
export const practice: Citation = {
  instrument: 'yangzhou-cross-department',
  article: null,
  verified: false,
  note: '据二〇〇七年八月二十一日郑州日报，未见文件。After a newspaper of 2007-08-21; no text was published.',
}
