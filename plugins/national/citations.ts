import type { Bilingual, Citation, Instrument } from '../../policy/index.ts'

const congress: Bilingual = {
  zh: '全国人民代表大会常务委员会',
  en: 'Standing Committee of the National People’s Congress',
}
const organization: Bilingual = { zh: '中共中央组织部', en: 'Organization Department of the CPC Central Committee' }
const general: Bilingual = { zh: '中共中央办公厅', en: 'General Office of the CPC Central Committee' }
const both: Bilingual = {
  zh: '中共中央办公厅、国务院办公厅',
  en: 'General Offices of the CPC Central Committee and the State Council',
}
const central: Bilingual = { zh: '中共中央', en: 'CPC Central Committee' }

/** Where the text gives no day of force, the day of publication stands as `knownBy`; where only the year is known, its last day. */
export const instruments: readonly Instrument[] = [
  {
    id: 'csl-2018',
    title: { zh: '中华人民共和国公务员法', en: 'Civil Servant Law' },
    issuer: congress,
    issuedOn: '2018-12-29',
    inForce: { from: '2019-06-01' },
  },
  {
    id: 'retirement-2024',
    title: {
      zh: '全国人民代表大会常务委员会关于实施渐进式延迟法定退休年龄的决定',
      en: 'Decision on Gradually Raising the Statutory Retirement Age',
    },
    issuer: congress,
    issuedOn: '2024-09-13',
    inForce: { from: '2025-01-01' },
  },
  {
    id: 'transfer-2020',
    title: { zh: '公务员转任规定', en: 'Provisions on Transfer of Civil Servants' },
    issuer: organization,
    issuedOn: '2020-12-08',
    inForce: { knownBy: '2020-12-28' },
  },
  {
    id: 'avoidance-2020',
    title: { zh: '公务员回避规定', en: 'Provisions on Avoidance of Civil Servants' },
    issuer: organization,
    issuedOn: '2020-12-08',
    inForce: { knownBy: '2020-12-28' },
  },
  {
    id: 'exchange-2006',
    title: { zh: '党政领导干部交流工作规定', en: 'Provisions on Exchange of Party and Government Leading Cadres' },
    issuer: general,
    issuedOn: '2006-06-10',
    inForce: { knownBy: '2006-08-06' },
  },
  {
    id: 'post-avoidance-2006',
    title: { zh: '党政领导干部任职回避暂行规定', en: 'Interim Provisions on Post Avoidance of Leading Cadres' },
    issuer: general,
    issuedOn: '2006-06-10',
    inForce: { knownBy: '2006-08-06' },
  },
  {
    id: 'term-2006',
    title: { zh: '党政领导干部职务任期暂行规定', en: 'Interim Provisions on Terms of Office of Leading Cadres' },
    issuer: general,
    issuedOn: '2006-06-10',
    inForce: { knownBy: '2006-08-06' },
  },
  {
    id: 'appointment-2019',
    title: { zh: '党政领导干部选拔任用工作条例', en: 'Regulations on Selection and Appointment of Leading Cadres' },
    issuer: central,
    issuedOn: '2019-03-03',
    inForce: { knownBy: '2019-03-17' },
  },
  {
    id: 'institution-avoidance-2019',
    title: {
      zh: '事业单位人事管理回避规定',
      en: 'Provisions on Avoidance in Personnel Management of Public Institutions',
    },
    issuer: {
      zh: '中央组织部、人力资源社会保障部',
      en: 'Central Organization Department and Ministry of Human Resources',
    },
    issuedOn: '2019-09-18',
    inForce: { from: '2020-01-01' },
  },
  {
    id: 'institution-staff-2014',
    title: { zh: '事业单位人事管理条例', en: 'Regulations on Personnel Management of Public Institutions' },
    issuer: { zh: '国务院', en: 'State Council' },
    inForce: { from: '2014-07-01' },
  },
  {
    id: 'supervisors-2021',
    title: { zh: '中华人民共和国监察官法', en: 'Supervisors Law' },
    issuer: congress,
    inForce: { from: '2022-01-01' },
  },
  {
    id: 'judges-2019',
    title: { zh: '中华人民共和国法官法', en: 'Judges Law' },
    issuer: congress,
    inForce: { from: '2019-10-01' },
  },
  {
    id: 'personal-matters-2017',
    title: { zh: '领导干部报告个人有关事项规定', en: 'Provisions on Leading Cadres’ Reports of Personal Matters' },
    issuer: both,
    inForce: { from: '2017-02-08' },
  },
  {
    id: 'audit-2019',
    title: {
      zh: '党政主要领导干部和国有企事业单位主要领导人员经济责任审计规定',
      en: 'Provisions on Economic-Responsibility Audit of Chief Leading Cadres',
    },
    issuer: both,
    inForce: { knownBy: '2019-07-31' },
  },
  {
    id: 'sanctions-2020',
    title: { zh: '中华人民共和国公职人员政务处分法', en: 'Law on Governmental Sanctions for Public Employees' },
    issuer: congress,
    inForce: { from: '2020-07-01' },
  },
  {
    id: 'party-discipline-2023',
    title: { zh: '中国共产党纪律处分条例', en: 'CPC Regulations on Disciplinary Sanctions' },
    issuer: central,
    inForce: { knownBy: '2024-01-01' },
  },
  {
    id: 'handling-2021',
    title: { zh: '中国共产党组织处理规定（试行）', en: 'CPC Provisions on Organizational Handling (trial)' },
    issuer: general,
    inForce: { knownBy: '2021-12-31' },
  },
]

interface Reading {
  readonly verified?: boolean
  readonly note?: string
}

const citing =
  (instrument: string, usually: boolean) =>
  (article: string | null, { verified = usually, note }: Reading = {}): Citation => ({
    instrument,
    article,
    verified,
    ...(note === undefined ? {} : { note }),
  })

/** Civil Servant Law: read in full. */
export const csl = citing('csl-2018', true)
/** Transfer provisions: articles 1-5 read, the rest from pages that reproduce them. */
export const transfer = citing('transfer-2020', false)
export const avoidance = citing('avoidance-2020', false)
/** Exchange provisions: articles 1-5 read. */
export const exchange = citing('exchange-2006', true)
export const postAvoidance = citing('post-avoidance-2006', true)
export const term = citing('term-2006', true)
/** Appointment regulations: the 2019 bodies are cited from memory or from the 2014 text. */
export const appointment = citing('appointment-2019', false)
export const institutionAvoidance = citing('institution-avoidance-2019', true)
export const institutionStaff = citing('institution-staff-2014', true)
export const supervisors = citing('supervisors-2021', true)
export const judges = citing('judges-2019', true)
export const personalMatters = citing('personal-matters-2017', true)
export const audit = citing('audit-2019', true)
/** Governmental sanctions law: read in full. */
export const sanctions = citing('sanctions-2020', true)
export const partyDiscipline = citing('party-discipline-2023', true)
export const handling = citing('handling-2021', false)

/** The number of the article is known from memory only, so none is shown. */
export const chapterTwo = '第二章'
export const unnumbered = { note: '条号未经核对，故只注到章。Article number not confirmed.' } as const
