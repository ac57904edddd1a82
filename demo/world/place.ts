import { departments, institution, type OrganPlan, street } from './organ.ts'

/** How high the organs of a place stand, which gives their posts their levels. */
export type Rank = 'municipal' | 'county'

/** A jurisdiction whose office files a roster. All persons are invented; the division codes are those of GB/T 2260. */
export interface Place {
  readonly code: string
  /** Short prefix of the codes this office gives out. */
  readonly prefix: string
  /** Put before the name of every organ: 漯河市 + 财政局. */
  readonly name: string
  readonly rank: Rank
  /** Staff out of 3,000 in a world of the default size. */
  readonly share: number
  readonly organs: readonly OrganPlan[]
  /** Counties whose leading teams this jurisdiction manages. */
  readonly counties: readonly County[]
  /** Where its people mostly come from. */
  readonly homes: readonly [string, ...string[]]
}

/** A county with a leading team; `chiefsAt` is the authority of its two first seats where that is not the filing office. */
export interface County {
  readonly code: string
  readonly name: string
  readonly deputiesAt?: string
  /** Its seats are filled by planted people alone. */
  readonly planted?: true
}

const county = (code: string, name: string, deputiesAt?: string): County => ({
  code,
  name,
  ...(deputiesAt === undefined ? {} : { deputiesAt }),
})

export const places: readonly Place[] = [
  {
    ...{
      code: '411100',
      prefix: 'LH',
      name: '漯河市',
      rank: 'municipal',
      share: 1000,
      organs: departments,
      counties: [],
    },
    homes: ['411102', '411103', '411104', '411121', '411122', '411002', '411302', '410102'],
  },
  {
    ...{ code: '360400', prefix: 'JJ', name: '九江市', rank: 'municipal', share: 470, organs: departments.slice(0, 9) },
    counties: [
      ...[county('360402', '濂溪区'), county('360403', '浔阳区'), county('360404', '柴桑区')],
      ...[county('360423', '武宁县'), county('360424', '修水县'), county('360425', '永修县')],
      ...[county('360426', '德安县'), county('360428', '都昌县'), county('360429', '湖口县')],
      ...[county('360430', '彭泽县'), county('360481', '瑞昌市'), county('360482', '共青城市')],
      { ...county('360483', '庐山市'), planted: true },
    ],
    homes: ['360402', '360424', '360428', '360429', '360481', '360102', '360302', '361102'],
  },
  {
    ...{
      code: '321000',
      prefix: 'YZ',
      name: '扬州市',
      rank: 'municipal',
      share: 480,
      organs: departments.slice(0, 17),
    },
    ...{ counties: [], homes: ['321002', '321003', '321012', '321023', '321081', '321084', '320102'] },
  },
  {
    ...{ code: '520424', prefix: 'GL', name: '关岭县', rank: 'county', share: 300, organs: departments.slice(0, 20) },
    ...{ counties: [], homes: ['520424', '520424', '520402', '520403', '520422', '520423', '520425'] },
  },
  {
    // The province files the leading teams of the counties whose first seats it manages itself (省管).
    ...{ code: '520000', prefix: 'GZ', name: '贵州省', rank: 'county', share: 90, organs: [] },
    counties: [
      ...[
        county('520424', '关岭县', '520400'),
        county('520403', '平坝区', '520400'),
        county('520422', '普定县', '520400'),
      ],
      ...[county('520123', '修文县', '520100'), county('520121', '开阳县', '520100')],
    ],
    homes: ['520102', '520302', '520402', '520502', '520424', '522301'],
  },
  {
    ...{ code: '110101', prefix: 'DC', name: '东城区', rank: 'municipal', share: 420, counties: [] },
    organs: [
      ...departments.slice(0, 12),
      street('景山街道办事处'),
      street('北新桥街道办事处'),
      street('东四街道办事处'),
    ],
    homes: ['110101', '110102', '110105', '110108', '130102', '120101'],
  },
  {
    ...{ code: '430104', prefix: 'YL', name: '岳麓区', rank: 'county', share: 110, organs: departments.slice(0, 7) },
    ...{ counties: [], homes: ['430104', '430102', '430103', '430181', '430121'] },
  },
  {
    ...{ code: '330723', prefix: 'WY', name: '武义县', rank: 'county', share: 260, counties: [] },
    organs: [...departments.slice(0, 14), institution('第一人民医院'), institution('实验中学'), institution('图书馆')],
    homes: ['330723', '330723', '330702', '330703', '330726', '330784'],
  },
]
