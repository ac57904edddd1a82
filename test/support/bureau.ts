import { KnownProblem } from '../../acts/problem.ts'
import { importRoster } from '../../acts/roster/import-roster.ts'
import { textSource } from '../../acts/roster/reading/source.ts'
import type { Database } from '../../db/connect.ts'

/** Where the bureaus of the tests on relatives lie. */
export const bureauAt = '411100'

const sheet = (heading: string, ...rows: readonly string[]) => [heading, ...rows].join('\n')

/**
 * Three bureaus and a city government, whose leading team has four seats. Wang Lei 王雷 is Li Na's 李娜
 * husband; Wang Yu 王雨 his brother, sons of Wang Fu 王父; Zhao Min 赵敏 may be a daughter of his (nobody has verified it).
 */
export const bureauRoster = {
  units: sheet(
    'code,name,kind,jurisdiction,parent',
    `A,审计局,organ,${bureauAt},`,
    `A1,综合科,internal_unit,${bureauAt},A`,
    `A2,财务科,internal_unit,${bureauAt},A`,
    `B,财政局,organ,${bureauAt},`,
    `B1,预算科,internal_unit,${bureauAt},B`,
    `B2,国库科,internal_unit,${bureauAt},B`,
    `C,统计局,organ,${bureauAt},`,
    `G,市政府,organ,${bureauAt},`,
  ),
  teams: sheet('code,name,jurisdiction,kind', `T,市政府班子,${bureauAt},government`),
  posts: sheet(
    'code,unit,title,level,leading,seat,team,quota',
    'PA,A,局长,正处,yes,chief,,1',
    'PA1,A1,科长,正科,yes,chief,,2',
    'PA2,A2,科长,正科,yes,chief,,2',
    'PA3,A2,科员,科员,no,,,9',
    'PB3,B1,科员,科员,no,,,9',
    'PC1,C,科员,科员,no,,,9',
    'PG1,G,秘书长,正处,yes,,,1',
    'PB,B,局长,正处,yes,chief,,1',
    'PB1,B1,科长,正科,yes,chief,,2',
    'PB2,B2,科长,正科,yes,chief,,2',
    'PT1,G,副市长甲,副厅,yes,,T,1',
    'PT2,G,副市长乙,副厅,yes,,T,1',
    'PT3,G,副市长丙,副厅,yes,,T,1',
    'PT4,G,副市长丁,副厅,yes,,T,1',
  ),
  people: sheet(
    'code,name,sex,birth,category,birth_place',
    'WF,王父,M,1950-01-01,,',
    'WL,王雷,M,1975-03-01,civil,411100',
    'LN,李娜,F,1976-05-01,civil,411100',
    'WY,王雨,M,1978-07-01,civil,320100',
    'ZM,赵敏,F,1979-09-01,civil,320100',
    'SQ,孙强,M,1970-01-01,civil,411100',
    'UB,钱七,F,1980-01-01,civil,',
    'V1,周一,M,1970-02-01,civil,411100',
    'V2,吴二,F,1971-02-01,civil,320100',
    'V3,郑三,M,1972-02-01,civil,320100',
  ),
  assignments: sheet(
    'person,post,from,to',
    'WL,PA,2020-01-01,',
    'LN,PB1,2019-01-01,',
    'WY,PB2,2021-01-01,',
    'ZM,PC1,2021-01-01,',
    'SQ,PA1,2012-01-01,',
    'UB,PC1,2015-01-01,',
    'V1,PT1,2020-01-01,',
    'V2,PT2,2020-01-01,',
    'V3,PT3,2020-01-01,',
  ),
  kin: sheet(
    'person,relation,relative,verified,from',
    'WL,spouse,LN,yes,2005-05-01',
    'WL,parent,WF,yes,',
    'WY,parent,WF,yes,',
    'ZM,parent,WF,no,',
  ),
}

/** Fills an empty database with them. */
export const loadBureaus = async (db: Database): Promise<void> => {
  const report = await importRoster(db, textSource(bureauRoster), { at: bureauAt, by: 'test' })
  if (report instanceof KnownProblem || !report.accepted) throw new Error(JSON.stringify(report.problems.slice(0, 3)))
}
