import type { Row } from '../roster-writer.ts'
import type { RowPlanting } from './rows.ts'

const civil = { ethnicity: '01', category: 'civil' } as const
const organ = 'LH91'
const section = (n: number, name: string): Row => ({
  ...{ code: `${organ}-${n}`, name, kind: 'internal_unit', jurisdiction: '411100', parent: organ },
})
const head = (n: number, more: Row = {}): Row => ({
  ...{ code: `${organ}-${n}K`, unit: `${organ}-${n}`, title: '科长', level: 'section_chief', leading: 'yes' },
  ...{ seat: 'chief', quota: '1', category: 'civil', ...more },
})
const clerks = (n: number, more: Row = {}): Row => ({
  ...{ code: `${organ}-${n}Y`, unit: `${organ}-${n}`, title: '科员', level: 'clerk', leading: 'no', seat: '' },
  ...{ quota: '9', category: 'civil', ...more },
})
const cadre = (code: string, name: string, sex: string, birth: string): Row => ({ code, name, sex, birth, ...civil })
/** Of whom the file knows little more than the name: a relative who holds no post. */
const relative = (code: string, name: string, sex: string, birth = ''): Row => ({ code, name, sex, birth })
const holds = (person: string, post: string, from: string): Row => ({ person, post, from, capacity: 'formal' })

const source = '个人有关事项报告'
const tie = (person: string, relation: string, to: string, more: Row = {}): Row => ({
  ...{ person, relation, relative: to, verified: 'yes', source, ...more },
})

/** Families in Luohe’s housing bureau, all under one head (LH-F10). */
export const luoheFamilies: RowPlanting = {
  at: '411100',
  units: [
    { code: organ, name: '漯河市住房保障局', kind: 'organ', jurisdiction: '411100', legal_person: 'yes' },
    ...['综合科', '保障科', '财务科', '修缮科', '产权科', '法规科', '档案科'].map((name, i) => section(i + 1, name)),
  ],
  posts: [
    {
      ...{ code: `${organ}-J`, unit: organ, title: '局长', level: 'division_chief', leading: 'yes', seat: 'chief' },
      ...{ quota: '1', category: 'civil' },
    },
    ...[1, 2, 3, 4, 5, 6, 7].map((n) => head(n)),
    ...[clerks(1), clerks(2), clerks(3, { duties: 'finance' }), clerks(5), clerks(6), clerks(7)],
  ],
  people: [
    // He leads the bureau; his younger cousin on the mother’s side keeps its accounts.
    cadre('LH-F10', '方局', 'M', '1972-03-09'),
    cadre('LH-F15', '方会', 'F', '1985-08-17'),
    // Husband and wife, the one over the other.
    cadre('LH-F01', '季夫', 'M', '1980-02-11'),
    cadre('LH-F02', '季妻', 'F', '1983-09-23'),
    // His wife’s elder brother is her husband: the two between hold no post.
    cadre('LH-F03', '甘甲', 'M', '1979-06-06'),
    cadre('LH-F04', '尤乙', 'F', '1981-04-04'),
    relative('LH-R01', '施梅', 'F', '1982-01-15'),
    relative('LH-R02', '施松', 'M', '1977-12-01'),
    relative('LH-R03', '施老', 'M', '1951-05-20'),
    // Brother and sister by adoption.
    cadre('LH-F05', '苗兄', 'M', '1984-03-03'),
    cadre('LH-F06', '苗妹', 'F', '1989-10-10'),
    relative('LH-R04', '苗父', 'M', '1955-07-07'),
    // The widow of her father’s brother.
    cadre('LH-F07', '支侄', 'F', '1990-01-30'),
    cadre('LH-F08', '巫寡', 'F', '1976-11-11'),
    relative('LH-R05', '支父', 'M', '1962-02-02'),
    relative('LH-R06', '支叔', 'M', '1970-08-08'),
    relative('LH-R07', '支祖', 'M', '1938-04-01'),
    // Divorced while both served here.
    cadre('LH-F11', '骆前', 'M', '1982-05-05'),
    cadre('LH-F12', '强前', 'F', '1984-06-16'),
    // Cousins, it is said.
    cadre('LH-F13', '宓疑', 'M', '1986-07-27'),
    cadre('LH-F14', '宓说', 'M', '1988-12-12'),
  ],
  assignments: [
    holds('LH-F10', `${organ}-J`, '2019-03-01'),
    holds('LH-F15', `${organ}-3Y`, '2020-09-01'),
    holds('LH-F01', `${organ}-1K`, '2022-03-01'),
    holds('LH-F02', `${organ}-1Y`, '2019-07-01'),
    holds('LH-F03', `${organ}-2K`, '2022-06-01'),
    holds('LH-F04', `${organ}-4K`, '2023-03-15'),
    holds('LH-F05', `${organ}-5Y`, '2018-05-01'),
    holds('LH-F06', `${organ}-5Y`, '2021-01-04'),
    holds('LH-F07', `${organ}-6Y`, '2017-08-01'),
    holds('LH-F08', `${organ}-6K`, '2022-02-01'),
    holds('LH-F11', `${organ}-7Y`, '2017-03-01'),
    holds('LH-F12', `${organ}-7Y`, '2019-11-01'),
    holds('LH-F13', `${organ}-2Y`, '2020-04-01'),
    holds('LH-F14', `${organ}-2Y`, '2021-06-01'),
  ],
  kin: [
    tie('LH-F15', '表哥', 'LH-F10'),
    tie('LH-F01', 'spouse', 'LH-F02', { from: '2012-05-01' }),
    tie('LH-F03', 'spouse', 'LH-R01', { from: '2006-10-01' }),
    tie('LH-R01', 'parent', 'LH-R03'),
    tie('LH-R02', 'parent', 'LH-R03'),
    tie('LH-F04', 'spouse', 'LH-R02', { from: '2005-05-01' }),
    tie('LH-F05', 'parent', 'LH-R04'),
    tie('LH-F06', 'parent', 'LH-R04', { kind: 'adoptive', from: '1994-06-01' }),
    tie('LH-F07', 'parent', 'LH-R05'),
    tie('LH-R05', 'parent', 'LH-R07'),
    tie('LH-R06', 'parent', 'LH-R07'),
    tie('LH-F08', 'spouse', 'LH-R06', { from: '2000-01-01', to: '2021-04-20', ended_by: 'death' }),
    tie('LH-F11', 'spouse', 'LH-F12', { from: '2010-02-14', to: '2024-03-15', ended_by: 'divorce' }),
    tie('LH-F13', '堂弟', 'LH-F14', { verified: 'no', source: '群众反映' }),
    // Relatives of whom there is only a name lead nowhere.
    { person: 'LH-F13', relation: 'parent', relative_name: '宓父', verified: 'yes', source },
    { person: 'LH-F08', relation: 'parent', relative_name: '巫母', verified: 'yes', source },
  ],
}

/** Two brothers on the team of Guanling, the one managed by the province, the other by Anshun. */
export const guanlingBrothers: RowPlanting = {
  at: '520000',
  units: [],
  posts: [
    {
      ...{ code: 'GZ-F01-1', unit: 'GZ-520424W', title: '副书记（专职）', level: 'division_deputy', leading: 'yes' },
      ...{ seat: 'deputy', team: 'GZ-520424W-T', authority: '520000', quota: '1', category: 'civil' },
    },
    {
      ...{ code: 'GZ-F02-1', unit: 'GZ-520424W', title: '常委、秘书长', level: 'division_deputy', leading: 'yes' },
      ...{ seat: 'deputy', team: 'GZ-520424W-T', authority: '520400', quota: '1', category: 'civil' },
    },
  ],
  people: [
    cadre('GZ-F01', '申兄', 'M', '1975-05-05'),
    cadre('GZ-F02', '申弟', 'M', '1979-09-09'),
    relative('GZ-R01', '申母', 'F', '1950-10-01'),
  ],
  assignments: [holds('GZ-F01', 'GZ-F01-1', '2021-08-01'), holds('GZ-F02', 'GZ-F02-1', '2023-02-10')],
  kin: [tie('GZ-F01', 'parent', 'GZ-R01'), tie('GZ-F02', 'parent', 'GZ-R01')],
}

export const families: readonly RowPlanting[] = [luoheFamilies, guanlingBrothers]
