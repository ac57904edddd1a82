import type { Citation, Instrument } from '../../policy/index.ts'

export const instruments: readonly Instrument[] = [
  {
    id: 'county-rotation-measures',
    title: {
      zh: '某县县机关事业单位工作人员轮岗交流工作实施办法',
      en: 'A county’s Implementing Measures for Rotation of Staff of Organs and Institutions',
    },
    issuer: { zh: '中共某县委', en: 'CPC committee of an unnamed county' },
    inForce: { knownBy: '2006-08-06' },
  },
]

/**
 * The report on the county bears no date, so the day here is only a floor: that of the national provisions the measures rest on.
 * The measures bind from the day on which a county installs them.
 */
export const measures = (reading = ''): Citation => ({
  instrument: 'county-rotation-measures',
  article: null,
  verified: false,
  note: `${reading}报道无日期，所注日期为其所依据的交流工作规定公布之日，实际自安装之日起施行。The report is undated; the day given is that of the provisions it rests on, and force begins with the installation.`,
})
