import { importRoster } from '../../acts/roster/import-roster.ts'
import { textSource } from '../../acts/roster/reading/source.ts'
import type { Database } from '../../db/connect.ts'
import type { AvoidanceRule, KinWord } from '../../policy/index.ts'
import { avoidancePolicy, putToWork, sameUnitBar } from './avoidance.ts'

export const officeOfKin = '411100'

const four: readonly KinWord[] = ['SPOUSE', 'DIRECT_BLOOD', 'COLLATERAL_WITHIN_THREE', 'NEAR_AFFINITY']
const cite = { instrument: 'measures', article: '第七十四条第一款', verified: true }

/** Three bars like those of the nation: one leader, one leads the other, and a warning of ties that are only noted. */
const bars: readonly AvoidanceRule[] = [
  sameUnitBar({
    ...{ id: 'same-leader', catalogueId: 'EX-L', cite },
    when: { all: [{ kin: { classes: four } }, { posts: { relation: 'sameLeader' } }] },
  }),
  sameUnitBar({
    ...{ id: 'superior', catalogueId: 'EX-S', cite },
    when: { all: [{ kin: { classes: four } }, { posts: { relation: 'directSuperior' } }] },
  }),
  sameUnitBar({
    ...{ id: 'noted', catalogueId: 'EX-W', cite, effect: 'WARN' },
    when: { all: [{ kin: { classes: ['AFTER_DEATH'] } }, { posts: { relation: 'sameLeader' } }] },
  }),
]

const csv = (...lines: readonly string[]) => `${lines.join('\n')}\n`

/**
 * A bureau under 丙. 乙 is the wife of the elder brother of 甲’s wife, who is known by name alone; both head a section. 丁 leads
 * his wife 戊. 己 was the sister-in-law of 庚 until her husband died. 辛 and 壬 may be cousins: nobody has verified it.
 */
const rosterWith = (couples: readonly number[]) => ({
  units: csv(
    'code,name,kind,jurisdiction,parent',
    `CZ,财政局,organ,${officeOfKin},`,
    ...[1, 2, 3, 4, 5, 6, 7].map((n) => `CZ-${n},第${n}科,internal_unit,${officeOfKin},CZ`),
    ...couples.map((n) => `CZ-C${n},第${n}组,internal_unit,${officeOfKin},CZ`),
  ),
  posts: csv(
    'code,unit,title,level,leading,seat,category,quota',
    'P0,CZ,局长,division_chief,yes,chief,civil,1',
    ...[1, 2, 3, 4, 5, 6, 7].map((n) => `P${n},CZ-${n},科长,section_chief,yes,chief,civil,1`),
    'P3S,CZ-3,科员,clerk,no,,civil,5',
    ...couples.flatMap((n) => [
      `C${n}K,CZ-C${n},科长,section_chief,yes,chief,civil,1`,
      `C${n}Y,CZ-C${n},科员,clerk,no,,civil,5`,
    ]),
  ),
  people: csv(
    'code,name,sex,birth,category',
    '丙,丙,M,1970-01-02,civil',
    '甲,甲,M,1978-03-04,civil',
    '乙,乙,F,1979-05-06,civil',
    'W1,王梅,F,1980-01-01,',
    'W2,王强,M,1977-01-01,',
    'W0,王老,M,1950-01-01,',
    '丁,丁,M,1975-01-01,civil',
    '戊,戊,F,1980-01-01,civil',
    '己,己,F,1980-01-01,civil',
    '庚,庚,M,1981-01-01,civil',
    'G1,庚兄,M,1976-01-01,',
    'G0,庚父,M,1950-01-01,',
    '辛,辛,F,1982-01-01,civil',
    '壬,壬,M,1983-01-01,civil',
    ...couples.flatMap((n) => [`夫${n},夫${n},M,1980-01-01,civil`, `妇${n},妇${n},F,1980-01-01,civil`]),
  ),
  assignments: csv(
    'person,post,from,to,capacity',
    '丙,P0,2016-01-01,,formal',
    '甲,P1,2019-06-01,,formal',
    '乙,P2,2021-03-15,,formal',
    '丁,P3,2017-06-01,,formal',
    '戊,P3S,2017-01-01,,formal',
    '己,P4,2018-01-01,,formal',
    '庚,P5,2018-01-01,,formal',
    '辛,P6,2018-01-01,,formal',
    '壬,P7,2018-01-01,,formal',
    ...couples.flatMap((n) => [`夫${n},C${n}K,2023-01-01,,formal`, `妇${n},C${n}Y,2023-01-01,,formal`]),
  ),
  kin: csv(
    'person,relation,relative,relative_name,from,to,ended_by,verified',
    '甲,spouse,W1,,2005-05-01,,,',
    'W1,parent,W0,,,,,',
    'W2,parent,W0,,,,,',
    '乙,spouse,W2,,2006-05-01,,,',
    '丁,spouse,戊,,2010-10-01,,,',
    '己,spouse,G1,,2008-01-01,2020-02-02,death,',
    'G1,parent,G0,,,,,',
    '庚,parent,G0,,,,,',
    '辛,堂弟,壬,,,,,no',
    ...couples.map((n) => `夫${n},spouse,妇${n},,2015-01-01,,,`),
  ),
})

/** Loads the bureau, with the bars at work on it; `more` further men who each lead their wife. */
export const loadRelatedOffice = async (db: Database, more = 0): Promise<void> => {
  const roster = rosterWith(Array.from({ length: more }, (_, i) => i + 1))
  await putToWork(db, avoidancePolicy(bars))
  const report = await importRoster(db, textSource(roster), { at: officeOfKin, by: 'test' })
  const [first] = report.problems
  if (first !== undefined) throw new Error(`${first.file}:${first.row} ${first.column} ${first.reason.en}`)
}
