import type { CareerLine, Case } from '../../../policy/index.ts'
import { parameters } from '../parameters.ts'

const head = { post: '甲科科长', leading: true, level: 'section_chief' } as const satisfies Partial<CareerLine>
const clerk = { post: '乙科科员', internalUnit: '乙科' } as const satisfies Partial<CareerLine>
const sinceMarch2011: readonly CareerLine[] = [{ ...head, from: '2011-03-01' }]
const auditor: readonly CareerLine[] = [{ ...clerk, duties: ['audit'], from: '2011-03-01' }]

/** ZR-10a: leading posts of internal units. */
const heads: readonly Case[] = [
  {
    name: 'A section head is due on the tenth anniversary of the post itself (满十年当日)',
    on: '2021-03-01',
    career: sinceMarch2011,
    expect: { 'zr-10a': 'binds', 'zr-10b': 'passes' },
  },
  {
    name: 'On the eve of the tenth anniversary a section head is not yet due',
    on: '2021-02-28',
    career: sinceMarch2011,
    expect: { 'zr-10a': 'passes' },
  },
  {
    name: 'A tenure begun on 1 March 2014 is not ten years old on 29 February 2024',
    on: '2024-02-29',
    career: [{ ...head, from: '2014-03-01' }],
    expect: { 'zr-10a': 'passes' },
  },
  {
    name: 'A tenure begun on 29 February 2012 is ten years old on 28 February 2022',
    on: '2022-02-28',
    career: [{ ...head, from: '2012-02-29' }],
    expect: { 'zr-10a': 'binds' },
  },
  {
    name: 'A file that says only March 2011 (2011-03) leaves the middle of March 2021 undetermined',
    on: '2021-03-15',
    career: [{ ...head, from: '2011-03' }],
    expect: { 'zr-10a': 'undetermined' },
  },
  {
    name: 'Whatever the day in March 2011 was, ten years are full on 31 March 2021',
    on: '2021-03-31',
    career: [{ ...head, from: '2011-03' }],
    expect: { 'zr-10a': 'binds' },
  },
  {
    name: 'Before the transfer provisions were published nobody was due under them',
    on: '2020-12-27',
    career: [{ ...head, from: '2005-01-01' }],
    expect: { 'zr-10a': 'passes' },
  },
  {
    name: 'Service before the provisions counts in full from their first day',
    on: '2020-12-28',
    career: [{ ...head, from: '2005-01-01' }],
    expect: { 'zr-10a': 'binds' },
  },
  {
    name: 'The head of the organ itself (机关领导) is not a head of an internal unit',
    on: '2024-01-01',
    career: [{ post: '局长', leading: true, internalUnit: null, from: '2010-01-01' }],
    expect: { 'zr-10a': 'passes' },
  },
  {
    name: 'Staff of a reference-managed body (参公) are bound like civil servants',
    on: '2024-01-01',
    career: [{ ...head, category: 'reference', from: '2010-01-01' }],
    expect: { 'zr-10a': 'binds' },
  },
  {
    name: 'Staff of an ordinary public institution are not civil servants',
    on: '2024-01-01',
    career: [{ ...head, category: 'institution_management', from: '2010-01-01' }],
    expect: { 'zr-10a': 'passes' },
  },
  {
    name: 'Where the file does not say whether the post leads, nothing is concluded',
    on: '2024-01-01',
    career: [{ ...head, leading: null, from: '2010-01-01' }],
    expect: { 'zr-10a': 'undetermined' },
  },
  {
    name: 'Two posts of six years each in one unit are not ten years in the same post',
    on: '2022-06-01',
    career: [
      { ...head, post: '甲科副科长', from: '2010-06-01', to: '2016-06-01' },
      { ...head, from: '2016-06-01' },
    ],
    expect: { 'zr-10a': 'passes' },
  },
  {
    name: 'A post renamed in a reform is the same post (承继)',
    on: '2022-06-01',
    career: [
      { ...head, post: '旧甲科科长', from: '2010-06-01', to: '2019-03-01' },
      { ...head, from: '2019-03-01' },
    ],
    successions: [{ dim: 'post', later: '甲科科长', earlier: '旧甲科科长' }],
    expect: { 'zr-10a': 'binds' },
  },
  {
    name: 'A year on secondment (挂职) neither breaks the tenure nor drops out of it',
    on: '2021-03-01',
    career: [
      { ...head, from: '2011-03-01', to: '2015-03-01' },
      { post: '镇长助理', capacity: 'secondment', from: '2015-03-01', to: '2016-03-01' },
      { ...head, from: '2016-03-01' },
    ],
    expect: { 'zr-10a': 'binds' },
  },
  {
    name: 'A year away in another post starts the tenure afresh',
    on: '2021-03-01',
    career: [
      { ...head, from: '2011-03-01', to: '2015-03-01' },
      { post: '乙科科长', internalUnit: '乙科', leading: true, from: '2015-03-01', to: '2016-03-01' },
      { ...head, from: '2016-03-01' },
    ],
    expect: { 'zr-10a': 'passes' },
  },
  {
    name: 'Presiding without appointment (主持工作) does not count toward the post',
    on: '2021-03-01',
    career: [
      { ...head, capacity: 'acting', from: '2011-03-01', to: '2013-03-01' },
      { ...head, from: '2013-03-01' },
    ],
    expect: { 'zr-10a': 'passes' },
  },
]

/** ZR-10b: sensitive duties without leadership. */
const staff: readonly Case[] = [
  {
    name: 'An auditor who leads nothing is due on the tenth anniversary',
    on: '2021-03-01',
    career: auditor,
    expect: { 'zr-10b': 'binds', 'zr-10a': 'passes' },
  },
  {
    name: 'On the eve of the tenth anniversary an auditor is not yet due',
    on: '2021-02-28',
    career: auditor,
    expect: { 'zr-10b': 'passes' },
  },
  ...parameters['zr-10b-duties'].values[0].value.map(
    (duty): Case => ({
      name: `Ten years of \`${duty}\` in one post are ten years in a sensitive post`,
      on: '2021-03-01',
      career: [{ ...clerk, duties: [duty], from: '2011-03-01' }],
      expect: { 'zr-10b': 'binds' },
    }),
  ),
  {
    name: 'Ten years of work that the provisions do not list bind nobody',
    on: '2021-03-01',
    career: [{ ...clerk, duties: ['land'], from: '2011-03-01' }],
    expect: { 'zr-10b': 'passes' },
  },
  {
    name: 'A post that became an audit post five years ago has been one for five years',
    on: '2021-03-01',
    career: [
      { ...clerk, from: '2011-03-01', to: '2016-03-01' },
      { ...clerk, duties: ['audit'], from: '2016-03-01' },
    ],
    expect: { 'zr-10b': 'passes' },
  },
  {
    name: 'Six years of audit in each of two posts are not ten in either',
    on: '2023-03-01',
    career: [
      { ...clerk, duties: ['audit'], from: '2011-03-01', to: '2017-03-01' },
      { post: '丙科科员', internalUnit: '丙科', duties: ['audit'], from: '2017-03-01' },
    ],
    expect: { 'zr-10b': 'passes' },
  },
  {
    name: 'An accountant of a reference-managed body (参公) is bound like a civil servant',
    on: '2021-03-01',
    career: [{ ...clerk, duties: ['finance'], category: 'reference', from: '2011-03-01' }],
    expect: { 'zr-10b': 'binds' },
  },
  {
    name: 'An accountant of a public institution is not a civil servant',
    on: '2021-03-01',
    career: [{ ...clerk, duties: ['finance'], category: 'institution_technical', from: '2011-03-01' }],
    expect: { 'zr-10b': 'passes' },
  },
]

export const internalUnitCases: readonly Case[] = [...heads, ...staff]
