import {
  allOf,
  anyOf,
  avoidance as avoidanceRule,
  type Category,
  type Condition,
  held,
  oneHeld,
  param,
  posts,
  type Rule,
  ref,
} from '../../../policy/index.ts'
import { institutionAvoidance, judges, supervisors } from '../citations.ts'

const staff: readonly Category[] = ['institution_management', 'institution_technical', 'worker']

export const specialDefinitions: Readonly<Record<string, Condition>> = {
  'institution-staff-both': held({ category: staff }),
  'court-leader': held({ unitKind: ['court', 'procuratorate'], leading: true }),
}

/** Public institutions: the same relatives with the fictive ties spelled out, in one legal person; a narrower bar under one leader. */
const institutions: readonly Rule[] = [
  avoidanceRule({
    id: 'sy-6a',
    catalogueId: 'SY-6a',
    title: {
      zh: '事业单位亲属不得任直接上下级管理岗位',
      en: 'Relatives are not hired to management posts one over the other',
    },
    cite: institutionAvoidance('第六条'),
    effect: 'MUST_NOT',
    when: allOf(
      ref('relatives'),
      held({ category: ['institution_management'] }),
      posts({ relation: 'directSuperior', scope: 'sameLegalPerson' }),
    ),
  }),
  avoidanceRule({
    id: 'sy-6b',
    catalogueId: 'SY-6b',
    title: {
      zh: '事业单位领导的亲属不得任人财监审岗位',
      en: 'No relative of an institution’s leader in its sensitive posts',
    },
    cite: institutionAvoidance('第六条'),
    effect: 'MUST_NOT',
    when: allOf(
      ref('relatives'),
      ref('institution-staff-both'),
      posts({
        relation: 'leadsAndSensitive',
        scope: 'sameLegalPerson',
        duties: param('sensitive-duties-institutions'),
      }),
    ),
  }),
  avoidanceRule({
    id: 'sy-6c',
    catalogueId: 'SY-6c',
    title: {
      zh: '同受一人领导的亲属不得任人财监审内设机构正职',
      en: 'Not chief of a sensitive internal unit under the leader of a relative',
    },
    cite: institutionAvoidance('第六条', {
      note: '窄于公务员：仅同受一人领导而不任此类正职的，不在限制之内。Narrower than for civil servants.',
    }),
    effect: 'MUST_NOT',
    when: allOf(
      ref('relatives'),
      ref('institution-staff-both'),
      oneHeld({ unitKind: ['internal_unit'], seat: ['chief'], duties: param('sensitive-duties-institutions') }),
      posts({ relation: 'sameLeader', scope: 'sameLegalPerson' }),
    ),
  }),
]

const supervision: readonly Rule[] = [
  avoidanceRule({
    id: 'jcg-24',
    catalogueId: 'JCG-24',
    title: {
      zh: '监察官亲属不得同任一监委组成人员、同一部门、同一派驻机构或相邻两级领导',
      en: 'Supervisors who are kin: not in one commission, department, dispatched office, nor leading adjacent levels',
    },
    cite: supervisors('第二十四条'),
    effect: 'MUST_NOT',
    when: allOf(
      ref('relatives'),
      held({ category: ['supervisor'] }),
      anyOf(
        posts({ relation: 'sameCommission' }),
        posts({ relation: 'sameInternalUnit' }),
        allOf(held({ unitKind: ['dispatched_office'] }), posts({ relation: 'sameUnit' })),
        allOf(held({ unitKind: ['supervision_commission'] }), posts({ relation: 'adjacentLevel' })),
      ),
    ),
  }),
]

const bench = held({ category: ['judge', 'procurator'] })
const note = '检察官准用。Procurators by analogy.'

/** The four items of article 23, each a rule. */
const courts: readonly Rule[] = [
  avoidanceRule({
    id: 'fg-23-1',
    catalogueId: 'FG-23',
    title: {
      zh: '法官亲属不得同任一院院领导、审委会委员、庭领导',
      en: 'Judges who are kin: not both leading one court or its divisions',
    },
    cite: judges('第二十三条第一项', { note }),
    effect: 'MUST_NOT',
    when: allOf(ref('relatives'), bench, held({ leading: true }), posts({ relation: 'sameUnit' })),
  }),
  avoidanceRule({
    id: 'fg-23-2',
    catalogueId: 'FG-23(2)',
    title: {
      zh: '法官亲属不得分别任一院的院领导和法官',
      en: 'Judges who are kin: not one leading the court of the other',
    },
    cite: judges('第二十三条第二项', { note }),
    effect: 'MUST_NOT',
    when: allOf(
      ref('relatives'),
      bench,
      oneHeld({ unitKind: ['court', 'procuratorate'], leading: true }),
      posts({ relation: 'sameUnit' }),
    ),
  }),
  avoidanceRule({
    id: 'fg-23-3',
    catalogueId: 'FG-23(3)',
    title: { zh: '法官亲属不得同在一个审判庭', en: 'Judges who are kin: not in one division' },
    cite: judges('第二十三条第三项', { note }),
    effect: 'MUST_NOT',
    when: allOf(ref('relatives'), bench, posts({ relation: 'sameInternalUnit' })),
  }),
  avoidanceRule({
    id: 'fg-23-4',
    catalogueId: 'FG-23(4)',
    title: { zh: '法官亲属不得任上下相邻两级院领导', en: 'Judges who are kin: not leading courts of adjacent levels' },
    cite: judges('第二十三条第四项', { note }),
    effect: 'MUST_NOT',
    when: allOf(ref('relatives'), bench, ref('court-leader'), posts({ relation: 'adjacentLevel' })),
  }),
]

export const specialAvoidanceRules: readonly Rule[] = [...institutions, ...supervision, ...courts]
