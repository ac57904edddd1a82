import {
  allOf,
  anyOf,
  avoidance,
  type Condition,
  held,
  kin,
  lasting,
  param,
  posts,
  type Rule,
  ref,
  rotation,
} from '../../policy/index.ts'
import { measures } from './citations.ts'

/** Chiefs of legal-person units under departments (部门所属法人单位的党政正职); a section’s own chief is not meant. */
const chiefOfUnit = { seat: ['chief', 'party_secretary'], unitKind: ['institution'] } as const

export const definitions: Readonly<Record<string, Condition>> = {
  /** Secondment and loan leave the personnel relation elsewhere (公务员法第七十二条): the national rule warns of them, nothing bars them. */
  'in-posts-of-their-own': held({ capacity: ['formal', 'probation', 'concurrent', 'acting'] }),
  /** 股级及以下工作人员 */
  'staff-to-unit-level': held({ level: { to: 'unit_chief' } }),
  'staff-in-scope': anyOf(ref('staff-to-unit-level'), held(chiefOfUnit)),
}

export const rules: readonly Rule[] = [
  rotation({
    id: 'xx-1a',
    catalogueId: 'XX-1a',
    title: { zh: '连续从事同一科（股）室工作满十年必须轮岗', en: 'Ten unbroken years in one section' },
    cite: measures('F2：按科室计，不按职位计。The section counts, not the post. '),
    per: ['internalUnit'],
    effect: 'MUST',
    coreType: 'policy',
    label: '轮岗交流',
    when: allOf(ref('staff-to-unit-level'), lasting({ atLeast: param('xx-1a-years') })),
  }),
  rotation({
    id: 'xx-1b',
    catalogueId: 'XX-1b',
    title: {
      zh: '连续任同一法人单位党政正职满十年必须轮岗',
      en: 'Ten unbroken years as chief of one legal-person unit',
    },
    cite: measures(
      'F3：只指党政正职；书记转行政正职连续计算。Chiefs only; from secretary to administrative chief counts on. ',
    ),
    per: ['legalPerson'],
    effect: 'MUST',
    coreType: 'policy',
    label: '轮岗交流',
    when: lasting({ where: chiefOfUnit, atLeast: param('xx-1b-years') }),
  }),
  rotation({
    id: 'xx-2',
    catalogueId: 'XX-2',
    title: {
      zh: '连续从事重点工作满五年三年内有计划轮岗',
      en: 'Five years in one sensitive line of work: planned within three',
    },
    cite: measures(
      'F1：三年自满五年或施行之日起算。The three years run from the fifth anniversary, or from the day of force. ',
    ),
    per: ['duty'],
    effect: 'SHOULD',
    coreType: 'policy',
    label: '轮岗交流',
    when: allOf(
      ref('staff-in-scope'),
      lasting({ where: { duties: param('xx-2-duties') }, atLeast: param('xx-2-years') }),
    ),
    deadline: { within: param('xx-2-deadline') },
  }),
  rotation({
    id: 'xx-3',
    catalogueId: 'XX-3',
    title: {
      zh: '同一科（股）室从事同一业务连续五年可以轮岗',
      en: 'Five unbroken years in one business of one section',
    },
    cite: measures(),
    per: ['internalUnit', 'business'],
    effect: 'MAY',
    coreType: 'policy',
    label: '轮岗交流',
    when: allOf(ref('staff-in-scope'), lasting({ atLeast: param('xx-3-years') })),
  }),
  avoidance({
    id: 'xx-4',
    catalogueId: 'XX-4',
    title: { zh: '亲属回避交流', en: 'Relatives are exchanged for avoidance' },
    cite: measures(
      '岗位以“等”收尾，未列者不计；事业单位人员另有较窄规定（F5）。The duties end with “and so on”: what is not listed is not counted; institution staff have a narrower rule. ',
    ),
    label: '回避交流',
    effect: 'MUST_NOT',
    when: allOf(
      ref('in-posts-of-their-own'),
      kin(param('xx-4-kin')),
      anyOf(
        posts({ relation: 'sameLeader', leaderScope: param('xx-4-leader') }),
        posts({ relation: 'directSuperior' }),
        posts({ relation: 'leadsAndSensitive', duties: param('xx-4-duties') }),
      ),
    ),
    restates: ['national/csl-74a', 'national/csl-74a-superior', 'national/csl-74b'],
  }),
]
