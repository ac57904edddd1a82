import type { Planting } from './story.ts'

const staff = { level: 'clerk', leading: 'no', seat: '' }

/** Section cadres of Dongcheng: the 45-year window, years in sum, wishes and promise. */
export const dongcheng: Planting = {
  at: '110101',
  organ: { code: 'DC90', name: '东城区数据局', level: 'section_chief' },
  stories: [
    {
      ...{ code: 'DC-D01', name: '岳临', birth: '1980-11-23', tells: 'the window closes on the 46th birthday' },
      career: [
        { unit: '甲科', post: '科长', from: '2012-01-01', to: '2018-01-01' },
        { unit: '乙科', post: '科长', from: '2018-01-01' },
      ],
    },
    {
      ...{ code: 'DC-D02', name: '鲁继', birth: '1983-03-03', tells: 'two stretches add up to ten years' },
      career: [
        { unit: '甲科', post: '科长', from: '2010-01-01', to: '2016-01-01' },
        { unit: '丙科', post: '科员', from: '2016-01-01', to: '2020-01-01', is: staff },
        { unit: '乙科', post: '科长', from: '2020-01-01' },
      ],
    },
    {
      ...{ code: 'DC-D03', name: '宋恒', birth: '1974-08-01', tells: 'the district says again what the nation says' },
      career: [{ unit: '甲科', post: '科长', from: '2016-02-01' }],
    },
    {
      ...{
        code: 'DC-D04',
        name: '叶愿',
        sex: 'F',
        birth: '1990-02-02',
        tells: 'asked to be moved, and it was approved',
      },
      career: [{ unit: '甲科', post: '科员', from: '2018-05-01', is: staff }],
      states: [{ kind: 'application_approved', from: '2026-09-01', note: '本人申请，区委组织部同意' }],
    },
    {
      ...{ code: 'DC-D05', name: '林秀', sex: 'F', birth: '1988-12-24', tells: 'shows promise' },
      career: [{ unit: '甲科', post: '副科长', from: '2021-05-01', is: { level: 'section_deputy', seat: 'deputy' } }],
      states: [{ kind: 'potential', from: '2025-01-10' }],
    },
    {
      ...{ code: 'DC-D06', name: '戴庚申', birth: '1980', tells: '46 this year, and nobody knows when' },
      career: [{ unit: '甲科', post: '科长', from: '2013-01-01' }],
    },
  ],
}

/** Yangzhou has no numbers of its own: only the nation's rules bind here. */
export const yangzhou: Planting = {
  at: '321000',
  organ: { code: 'YZ90', name: '扬州市数据局', level: 'section_chief' },
  stories: [
    {
      ...{ code: 'YZ-D01', name: '冯久', birth: '1975-05-05', tells: 'twenty-one years in one post' },
      career: [{ unit: '国资科', post: '科长', from: '2005-09-01' }],
    },
    {
      ...{ code: 'YZ-D02', name: '薛缓', birth: '1976-06-06', tells: 'deferred by the authority for a year' },
      career: [{ unit: '综合科', post: '科长', from: '2014-04-01' }],
      states: [{ kind: 'approval', value: 'deferral', from: '2026-02-01', to: '2027-02-01', note: '市公务员主管部门' }],
    },
  ],
}

/** Yuelu, where the template for districts is bound: its text sets no tenure, the nation's does. */
export const yuelu: Planting = {
  at: '430104',
  organ: { code: 'YL90', name: '岳麓区数据局', level: 'unit_chief' },
  stories: [
    {
      ...{ code: 'YL-D01', name: '谭守', birth: '1979-10-10', tells: 'ten years at the head of an internal unit' },
      career: [{ unit: '综合股', post: '股长', from: '2016-06-01' }],
    },
  ],
}

/** Wuyi, where the template for counties is bound: staff below section level, institutions, duties, deadlines. */
export const wuyi: Planting = {
  at: '330723',
  organ: { code: 'WY90', name: '武义县数据局', level: 'unit_chief' },
  units: [{ code: 'WY91', name: '武义县中医院', kind: 'institution' }],
  stories: [
    {
      ...{
        code: 'WY-D01',
        name: '胡审',
        birth: '1986-01-06',
        tells: 'five years of audit were full before the county’s policy',
      },
      career: [{ unit: '审计股', post: '科员', from: '2015-05-10', is: { ...staff, duties: 'audit' } }],
    },
    {
      ...{
        code: 'WY-D02',
        name: '倪批',
        sex: 'F',
        birth: '1989-07-19',
        tells: 'five years of project approval became full under it',
      },
      career: [{ unit: '审批股', post: '科员', from: '2020-06-01', is: { ...staff, duties: 'project_approval' } }],
    },
    {
      ...{
        code: 'WY-D03',
        name: '梅院',
        birth: '1972-03-18',
        tells: 'party secretary, then head, of one legal person',
      },
      career: [
        { unit: '@WY91', post: '党委书记', from: '2013-01-15', to: '2019-08-01', is: institution('party_secretary') },
        { unit: '@WY91', post: '院长', from: '2019-08-01', is: institution('chief') },
      ],
    },
    {
      ...{ code: 'WY-D04', name: '竺久', birth: '1984-11-30', tells: 'ten years in one section, two posts' },
      career: [
        { unit: '综合股', post: '科员', from: '2014-02-01', to: '2021-02-01', is: staff },
        { unit: '综合股', post: '股长', from: '2021-02-01' },
      ],
    },
    {
      ...{
        code: 'WY-D05',
        name: '盛专',
        birth: '1991-09-09',
        tells: 'five years of the same business in the same section',
      },
      career: [{ unit: '信息股', post: '科员', from: '2021-03-01', is: { ...staff, business: '系统运维' } }],
    },
  ],
}

function institution(seat: string) {
  return { level: 'section_chief', seat, category: 'institution_management' }
}
