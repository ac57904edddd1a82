import type { Planting } from './story.ts'

/** Duties of a key post (关键岗位), and what a deputy of an internal unit is. */
const finance = { duties: 'finance' }
const deputy = { level: 'section_deputy', seat: 'deputy' }
const staff = { level: 'clerk', leading: 'no', seat: '' }

/** Section cadres of Luohe's municipal organs: days, months, levels, duties, exemptions, retirement. */
export const luohe: Planting = {
  at: '411100',
  organ: { code: 'LH90', name: '漯河市数据管理局', level: 'section_chief' },
  stories: [
    {
      ...{ code: 'LH-D01', name: '陈启明', birth: '1979-04-11', tells: 'ten years are full on the anniversary' },
      career: [{ unit: '综合科', post: '科长', from: '2016-11-22' }],
    },
    {
      ...{ code: 'LH-D02', name: '沈国梁', birth: '1978-02-03', tells: 'ten years from 1 March end on 1 March' },
      career: [{ unit: '数据资源科', post: '科长', from: '2014-03-01' }],
    },
    {
      ...{ code: 'LH-D03', name: '贺闰春', birth: '1977-06-30', tells: '29 February falls to the 28th' },
      career: [{ unit: '规划科', post: '科长', from: '2012-02-29' }],
    },
    {
      ...{ code: 'LH-D04', name: '范月明', birth: '1980-09-15', tells: 'the file holds only the month' },
      career: [{ unit: '信息化科', post: '科长', from: '2016-11' }],
    },
    {
      ...{
        code: 'LH-D05',
        name: '卢步升',
        birth: '1983-01-20',
        tells: 'promoted in place: 副科 then 正科 in one key post',
      },
      career: [
        { unit: '财务科', post: '科长', from: '2018-11-10', to: '2022-11-10', held: 'section_deputy', is: finance },
        { unit: '财务科', post: '科长', from: '2022-11-10', held: 'section_chief' },
      ],
    },
    {
      ...{ code: 'LH-D06', name: '邵平', birth: '1981-12-02', tells: 'six years as 正科, but not in a key post' },
      career: [{ unit: '宣传科', post: '科长', from: '2020-09-01' }],
    },
    {
      ...{ code: 'LH-D07', name: '罗志刚', birth: '1980-03-27', tells: 'five years as 正科 in a key post, to the day' },
      career: [{ unit: '项目审批科', post: '科长', from: '2021-11-22', is: { duties: 'project_approval' } }],
    },
    {
      ...{
        code: 'LH-D08',
        name: '温秀兰',
        sex: 'F',
        birth: '1984-07-08',
        tells: 'fifteen years in one internal unit, three posts',
      },
      career: [
        { unit: '安全科', post: '科员', from: '2011-05-01', to: '2015-06-01', is: staff },
        { unit: '安全科', post: '副科长', from: '2015-06-01', to: '2020-07-01', is: deputy },
        { unit: '安全科', post: '科长', from: '2020-07-01' },
      ],
    },
    {
      ...{
        code: 'LH-D09',
        name: '马双全',
        birth: '1982-10-10',
        tells: 'two posts at once: ten years here, 副科 there',
      },
      career: [
        { unit: '采购科', post: '科员', from: '2014-09-01', is: { ...staff, duties: 'procurement' } },
        { unit: '资产科', post: '副科长', from: '2020-03-01', capacity: 'concurrent', is: { ...deputy, ...finance } },
      ],
    },
    {
      ...{ code: 'LH-D10', name: '常守一', birth: '1983-05-05', tells: 'ten years in the unit, five of them as 副科' },
      career: [
        { unit: '监督科', post: '科员', from: '2014-09-01', to: '2020-03-01', is: { ...staff, duties: 'supervision' } },
        { unit: '监督科', post: '副科长', from: '2020-03-01', is: { ...deputy, duties: 'supervision' } },
      ],
    },
    {
      ...{
        code: 'LH-D11',
        name: '顾延年',
        birth: '1967-12-01',
        tells: 'near retirement by the old law, not by the new one',
      },
      career: [{ unit: '档案科', post: '科长', from: '2009-06-01' }],
    },
    {
      ...{ code: 'LH-D12', name: '万长青', birth: '1967-08-20', tells: 'near retirement, but with an evident problem' },
      career: [{ unit: '后勤科', post: '科长', from: '2010-01-01' }],
      states: [{ kind: 'evident_problem', from: '2025-02-01' }],
    },
    {
      ...{ code: 'LH-D13', name: '方新', birth: '1981-11-11', tells: 'on probation after promotion in place' },
      career: [
        { unit: '督查科', post: '科长', from: '2014-10-01', to: '2026-05-20', held: 'section_deputy' },
        { unit: '督查科', post: '科长', from: '2026-05-20', capacity: 'probation', held: 'section_chief' },
      ],
    },
    {
      ...{ code: 'LH-D14', name: '钟毅', birth: '1979-08-08', tells: 'unfinished business for half a year' },
      career: [{ unit: '工程科', post: '科长', from: '2013-04-01' }],
      states: [{ kind: 'unfinished_business', from: '2026-03-01', to: '2026-09-01', note: '数据中心项目验收' }],
    },
    {
      ...{ code: 'LH-D15', name: '姚未决', birth: '1976-06-16', tells: 'a case was filed: nobody moves' },
      career: [{ unit: '稽核科', post: '科长', from: '2012-05-01' }],
      states: [{ kind: 'case_filed', value: 'filed', from: '2026-10-08' }],
    },
    {
      ...{ code: 'LH-D16', name: '康安', birth: '1975-09-09', tells: 'unfit for health' },
      career: [{ unit: '老干部科', post: '科长', from: '2011-03-01' }],
      states: [{ kind: 'health_unfit', from: '2025-01-01' }],
    },
    {
      ...{ code: 'LH-D17', name: '丁未', birth: '1967', tells: 'the file holds only the year of birth' },
      career: [{ unit: '标准科', post: '科长', from: '2012-01-01' }],
    },
    {
      ...{
        code: 'LH-D18',
        name: '乔远',
        birth: '1982-02-14',
        tells: 'a year on secondment belongs to the post at home',
      },
      career: [
        { unit: '法规科', post: '科长', from: '2016-01-10', to: '2020-03-01' },
        { unit: '协作科', post: '挂职干部', from: '2020-03-01', to: '2021-03-01', capacity: 'secondment' },
        { unit: '法规科', post: '科长', from: '2021-03-01' },
      ],
    },
    {
      ...{
        code: 'LH-D19',
        name: '尹返',
        birth: '1982-03-14',
        tells: 'a year in another post of record breaks the stay',
      },
      career: [
        { unit: '培训科', post: '科长', from: '2016-01-10', to: '2020-03-01' },
        { unit: '联络科', post: '科长', from: '2020-03-01', to: '2021-03-01' },
        { unit: '培训科', post: '科长', from: '2021-03-01' },
      ],
    },
    {
      ...{ code: 'LH-D20', name: '秦承', birth: '1980-05-25', tells: 'the reform renamed the post: service goes on' },
      career: [
        { unit: '登记科', post: '科长', from: '2015-06-01', to: '2019-03-22', closed: '2019-03-22' },
        { unit: '注册科', post: '科长', from: '2019-03-22', opened: '2019-03-22', succeeds: '登记科/科长' },
      ],
    },
    {
      ...{
        code: 'LH-D21',
        name: '江断',
        birth: '1980-05-26',
        tells: 'the reform made a new post: service starts anew',
      },
      career: [
        { unit: '受理科', post: '科长', from: '2015-06-01', to: '2019-03-22', closed: '2019-03-22' },
        { unit: '核准科', post: '科长', from: '2019-03-22', opened: '2019-03-22' },
      ],
    },
    {
      ...{
        code: 'LH-D22',
        name: '施雅琴',
        sex: 'F',
        birth: '1972-01-10',
        tells: 'a woman promoted to 副处 retires by the men’s table',
      },
      career: [
        { unit: '机要科', post: '科长', from: '2014-08-01', to: '2026-06-01', held: 'section_chief' },
        { unit: '机要科', post: '科长', from: '2026-06-01', held: 'division_deputy' },
      ],
    },
    {
      ...{ code: 'LH-D23', name: '孔满', birth: '1965-01-15', tells: 'past the statutory age and still in post' },
      career: [{ unit: '统计科', post: '科长', from: '2005-03-01' }],
    },
    {
      ...{
        code: 'LH-D24',
        name: '白敏',
        sex: 'F',
        birth: '1986-04-04',
        tells: 'ten years of licensing without a leading post',
      },
      career: [{ unit: '许可科', post: '科员', from: '2015-07-01', is: { ...staff, duties: 'licensing' } }],
    },
    {
      ...{ code: 'LH-D25', name: '段代', birth: '1979-01-31', tells: 'years of acting do not count' },
      career: [
        { unit: '运维科', post: '科长', from: '2014-01-01', to: '2018-01-01', capacity: 'acting' },
        { unit: '运维科', post: '科长', from: '2018-01-01' },
      ],
    },
    {
      ...{ code: 'LH-D26', name: '石阙', birth: '1978-12-12', tells: 'nobody wrote down the level of the post' },
      career: [{ unit: '编研科', post: '科长', from: '2015-01-01', is: { level: '' } }],
    },
    {
      ...{ code: 'LH-D27', name: '汤问', birth: '1977-07-17', tells: 'nobody knows when he came' },
      career: [
        { unit: '保卫科', post: '科员', from: '2006-01-01', to: '?', is: staff },
        { unit: '接待科', post: '科长', from: '?' },
      ],
    },
    {
      ...{ code: 'LH-D28', name: '易调', birth: '1985-10-01', tells: 'unsuited to the present post' },
      career: [{ unit: '热线科', post: '科长', from: '2022-02-01' }],
      states: [{ kind: 'unsuited', from: '2026-04-01' }],
    },
  ],
}
