import { allOf, anyOf, avoidance, held, kin, not, param, posts, type Rule } from '../../../policy/index.ts'
import { institutionAvoidance, judges, supervisors } from '../citations.ts'
import { byProvinceForInstitutions } from './adaptation.ts'

const ofInstitution = kin(param('sy-6-kin'))
const capacity = param('own-post-capacities')

const institutions: readonly Rule[] = [
  avoidance({
    id: 'sy-6a',
    catalogueId: 'SY-6a',
    title: {
      zh: '亲属不得聘用到直接上下级管理岗位',
      en: 'Relatives are not hired to management posts one over the other',
    },
    cite: institutionAvoidance('第六条'),
    effect: 'MUST_NOT',
    when: allOf(
      held({ capacity, category: ['institution_management'] }),
      ofInstitution,
      posts({ relation: 'directSuperior', scope: 'sameLegalPerson' }),
    ),
  }),
  avoidance({
    id: 'sy-6b',
    catalogueId: 'SY-6b',
    title: {
      zh: '亲属领导的事业单位中不得聘用到人财监审岗位',
      en: 'No sensitive post in the institution a relative leads',
    },
    cite: institutionAvoidance('第六条'),
    effect: 'MUST_NOT',
    when: allOf(
      held({ capacity, category: ['institution_management', 'institution_technical'] }),
      ofInstitution,
      posts({ relation: 'leadsAndSensitive', scope: 'sameLegalPerson', duties: param('sy-6-duties') }),
    ),
    delegable: byProvinceForInstitutions('sy-6-duties'),
  }),
  avoidance({
    id: 'sy-6c',
    catalogueId: 'SY-6c',
    title: {
      zh: '亲属不得同任同一领导之下人财监审机构正职',
      en: 'Relatives do not both head sensitive sections under one leader',
    },
    cite: institutionAvoidance('第六条', {
      note: '读作双方均任此类内设机构正职；仅隶属同一领导的不禁止（F5）。Read as: both head such sections; being under one leader alone is not barred.',
    }),
    effect: 'MUST_NOT',
    when: allOf(
      held({
        capacity,
        category: ['institution_management'],
        unitKind: ['internal_unit'],
        seat: ['chief'],
        duties: param('sy-6-duties'),
      }),
      ofInstitution,
      posts({ relation: 'sameLeader', scope: 'sameLegalPerson' }),
    ),
    delegable: byProvinceForInstitutions('sy-6-duties'),
  }),
]

const organs: readonly Rule[] = [
  avoidance({
    id: 'jcg-24',
    catalogueId: 'JCG-24',
    title: { zh: '监察官任职回避', en: 'Supervisors who are relatives' },
    cite: supervisors('第二十四条'),
    effect: 'MUST_NOT',
    when: allOf(
      held({ capacity, category: ['supervisor'] }),
      kin(param('kin-classes')),
      anyOf(
        posts({ relation: 'sameCommission' }),
        posts({ relation: 'sameInternalUnit' }),
        allOf(posts({ relation: 'sameUnit' }), held({ capacity, unitKind: ['dispatched_office'] })),
        posts({ relation: 'adjacentLevel' }),
      ),
    ),
  }),
  avoidance({
    id: 'fg-23',
    catalogueId: 'FG-23',
    title: { zh: '法官任职回避（检察官比照）', en: 'Judges who are relatives; procurators by analogy' },
    cite: judges('第二十三条', {
      note: '院领导按不在内设机构的职位识别，审判委员会委员未列入图谱；检察官法同义，比照适用。Court leaders are those in no division; members of the adjudication committee are not on file; the Procurators Law says the same.',
    }),
    effect: 'MUST_NOT',
    when: allOf(
      anyOf(held({ capacity, category: ['judge'] }), held({ capacity, category: ['procurator'] })),
      kin(param('kin-classes')),
      anyOf(
        posts({ relation: 'sameInternalUnit' }),
        allOf(posts({ relation: 'sameUnit' }), held({ capacity, leading: true })),
        allOf(posts({ relation: 'sameUnit' }), not(held({ capacity, unitKind: ['internal_unit'] }))),
        posts({ relation: 'adjacentLevel' }),
      ),
    ),
  }),
]

export const specialRules: readonly Rule[] = [...institutions, ...organs]
