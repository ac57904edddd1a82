import type { Citation, Instrument } from '../../policy/index.ts'

export const instruments: readonly Instrument[] = [
  {
    id: 'jiujiang-tenure',
    title: { zh: '九江市党政领导职务任期制暂行规定', en: 'Jiujiang Interim Provisions on Tenure of Leading Posts' },
    issuer: { zh: '中共九江市委', en: 'CPC Jiujiang Committee' },
    inForce: { knownBy: '2007-08-21' },
  },
  {
    id: 'jiujiang-term-change',
    title: { zh: '九江市县级班子换届中的干部交流', en: 'Exchange in Jiujiang’s county term change' },
    issuer: { zh: '中共九江市委', en: 'CPC Jiujiang Committee' },
    inForce: { knownBy: '2007-08-21' },
  },
]

const reported =
  '据二〇〇七年八月二十一日郑州日报，施行日不详。After a newspaper of 2007-08-21; the day of force is not known.'

const citing =
  (instrument: string) =>
  (note?: string): Citation => ({ instrument, article: null, verified: false, note: note ?? reported })

/** The tenure provisions were not published; 2007-08-21 is the day of the report that describes their use. */
export const tenure = citing('jiujiang-tenure')
/** What the municipal committee required for the term change of 2005-2007. */
export const termChange = citing('jiujiang-term-change')
