import type { Line, Planting } from './story.ts'

/** A seat on the team of a county: 县委 (W) or 县政府 (Z), managed one level up unless said otherwise. */
const onTeam = (
  prefix: string,
  county: string,
  organ: 'W' | 'Z',
  authority: string,
  line: Omit<Line, 'unit'>,
): Line => ({
  ...line,
  unit: `@${prefix}-${county}${organ}`,
  is: { level: 'division_deputy', seat: 'deputy', team: `${prefix}-${county}${organ}-T`, authority, ...line.is },
})

const duchang = (organ: 'W' | 'Z', line: Omit<Line, 'unit'>) => onTeam('JJ', '360428', organ, '360400', line)
const hukou = (organ: 'W' | 'Z', line: Omit<Line, 'unit'>) => onTeam('JJ', '360429', organ, '360400', line)
const guanling = (organ: 'W' | 'Z', authority: string, line: Omit<Line, 'unit'>) =>
  onTeam('GZ', '520424', organ, authority, line)

const fromNanchang = { native_place: '360102', birth_place: '360102', growth_places: '360102' }

/** Leaders of Jiujiang's counties: same post, same place, home. */
export const jiujiang: Planting = {
  at: '360400',
  organ: { code: 'JJ90', name: '九江市数据局', level: 'section_chief' },
  stories: [
    {
      ...{
        code: 'JJ-D01',
        name: '曾久任',
        birth: '1974-06-21',
        who: fromNanchang,
        tells: 'ten years in one seat of a county',
      },
      career: [duchang('Z', { post: '副县长（分管工业）', from: '2016-05-20' })],
    },
    {
      ...{
        code: 'JJ-D02',
        name: '黎三任',
        birth: '1975-02-13',
        who: fromNanchang,
        tells: 'ten years on the teams of one place',
      },
      career: [
        duchang('W', { post: '常委、办公室主任', from: '2015-09-01', to: '2019-06-01' }),
        duchang('Z', { post: '副县长（分管城建）', from: '2019-06-01', to: '2022-03-01' }),
        duchang('Z', { post: '副县长（分管商务）', from: '2022-03-01' }),
      ],
    },
    {
      ...{
        code: 'JJ-D03',
        name: '涂两地',
        birth: '1976-10-05',
        who: fromNanchang,
        tells: 'eleven years, but of two places',
      },
      career: [
        duchang('Z', { post: '副县长（分管文旅）', from: '2015-09-01', to: '2020-09-01' }),
        hukou('Z', { post: '副县长（分管文旅）', from: '2020-09-01' }),
      ],
    },
    {
      ...{ code: 'JJ-D04', name: '余乡', birth: '1978-04-18', tells: 'secretary for discipline at home' },
      who: { native_place: '360428', birth_place: '360428', growth_places: '360428' },
      career: [
        duchang('W', { post: '常委、纪委书记（换届新任）', from: '2021-08-10', is: { seat: 'discipline_secretary' } }),
      ],
    },
    {
      ...{ code: 'JJ-D05', name: '詹籍', birth: '1979-03-08', tells: 'nobody wrote down where he was born or grew up' },
      who: { native_place: '', birth_place: '', growth_places: '' },
      career: [
        hukou('W', { post: '常委、组织部部长（换届新任）', from: '2022-01-15', is: { seat: 'organization_head' } }),
      ],
    },
  ],
}

/** Leaders of Guanling, a county of two nationalities: managed by the province and by Anshun. */
export const guizhou: Planting = {
  at: '520000',
  organ: { code: 'GZ90', name: '贵州省数据局', level: 'division_chief' },
  stories: [
    {
      ...{
        code: 'GZ-D01',
        name: '安省管',
        birth: '1972-12-05',
        tells: 'ten years in one seat, managed by the province',
      },
      career: [
        guanling('W', '520000', { post: '副书记（正县级）', from: '2016-03-10', is: { level: 'division_chief' } }),
      ],
    },
    {
      ...{
        code: 'GZ-D02',
        name: '韦山',
        birth: '1975-07-07',
        who: { ethnicity: '06' },
        tells: 'a minority cadre, relaxed with approval',
      },
      career: [guanling('Z', '520400', { post: '副县长（分管民宗）', from: '2015-04-01' })],
      states: [{ kind: 'approval', value: 'JL-5a', from: '2025-04-01', note: '省委组织部' }],
    },
    {
      ...{
        code: 'GZ-D03',
        name: '王同批',
        birth: '1975-08-08',
        tells: 'the same approval does nothing for a Han cadre',
      },
      career: [guanling('Z', '520400', { post: '副县长（分管水利）', from: '2015-04-01' })],
      states: [{ kind: 'approval', value: 'JL-5a', from: '2025-04-01', note: '省委组织部' }],
    },
    {
      ...{ code: 'GZ-D04', name: '骆初核', birth: '1973-05-15', tells: 'a preliminary inquiry is not a filed case' },
      career: [guanling('Z', '520400', { post: '副县长（分管交通）', from: '2014-06-01' })],
      states: [{ kind: 'case_filed', value: 'preliminary', from: '2026-08-01' }],
    },
  ],
}

/** Guanling's own organs: a bureau chief is no head of an internal unit. */
export const guanlingCounty: Planting = {
  at: '520424',
  organ: { code: 'GL90', name: '关岭县数据局', level: 'unit_chief' },
  stories: [
    {
      ...{
        code: 'GL-D01',
        name: '班局',
        birth: '1973-01-25',
        tells: 'eleven years as head of a bureau, not of a section',
      },
      career: [{ unit: '@GL90', post: '局长', from: '2015-10-01', is: { level: 'section_chief' } }],
    },
    {
      ...{ code: 'GL-D02', name: '卜股', birth: '1980-01-25', tells: 'eleven years at the head of a section' },
      career: [{ unit: '综合股', post: '股长', from: '2015-10-01' }],
    },
  ],
}
