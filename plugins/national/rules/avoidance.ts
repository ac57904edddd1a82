import {
  allOf,
  anyOf,
  avoidance as avoidanceRule,
  type Capacity,
  type Condition,
  held,
  kin,
  not,
  param,
  posts,
  type Rule,
  ref,
} from '../../../policy/index.ts'
import { avoidance, csl, postAvoidance, unnumbered } from '../citations.ts'

/** Service that sits in the organ itself; whoever is on secondment or loan keeps their place elsewhere. */
const sitting: readonly Capacity[] = ['formal', 'probation', 'concurrent', 'acting']

export const avoidanceDefinitions: Readonly<Record<string, Condition>> = {
  relatives: kin(param('avoidance-kin')),
  'civil-servants-both': held({ category: ['civil', 'reference'], capacity: sitting }),
  'under-one-leader': posts({ relation: 'sameLeader', organClosure: param('avoidance-organ') }),
  'one-over-the-other': posts({ relation: 'directSuperior', organClosure: param('avoidance-organ') }),
  'sensitive-where-one-leads': posts({
    relation: 'leadsAndSensitive',
    duties: param('sensitive-duties'),
    organClosure: param('avoidance-organ'),
  }),
}

const civilServants: readonly Rule[] = [
  avoidanceRule({
    id: 'csl-74a',
    catalogueId: 'CSL-74a',
    title: { zh: '亲属不得同受一人直接领导', en: 'Relatives may not serve directly under one leader' },
    cite: csl('第七十四条第一款', {
      note: '亲属范围见公务员回避规定第五条。“同一领导人员”按一人计；同一班子的另作提示。The relatives are listed in article 5 of the avoidance provisions; the same leader is one person, members of one team are only pointed out.',
    }),
    effect: 'MUST_NOT',
    when: allOf(ref('relatives'), ref('civil-servants-both'), ref('under-one-leader')),
  }),
  avoidanceRule({
    id: 'hb-5',
    catalogueId: 'HB-5',
    title: { zh: '亲属不得有直接上下级领导关系', en: 'Relatives may not serve one directly over the other' },
    cite: csl('第七十四条第一款', {
      note: '直接上下级领导关系见公务员回避规定第五条：包括上一级正副职与下一级正副职。Article 5 of the avoidance provisions: chiefs and deputies of adjacent levels included.',
    }),
    effect: 'MUST_NOT',
    when: allOf(ref('relatives'), ref('civil-servants-both'), ref('one-over-the-other')),
  }),
  avoidanceRule({
    id: 'csl-74b',
    catalogueId: 'CSL-74b',
    title: {
      zh: '亲属不得在一方任领导职务的机关从事人财监审工作',
      en: 'No sensitive work in the organ a relative leads',
    },
    cite: csl('第七十四条第一款'),
    effect: 'MUST_NOT',
    when: allOf(ref('relatives'), ref('civil-servants-both'), ref('sensitive-where-one-leads')),
  }),
  avoidanceRule({
    id: 'csl-74c',
    catalogueId: 'CSL-74c',
    title: {
      zh: '亲属经营企业的行业主管回避',
      en: 'No leading member of the organ that regulates a near relative’s enterprise',
    },
    cite: csl('第七十四条第二款'),
    effect: 'MUST_NOT',
    when: allOf(kin(param('enterprise-kin')), posts({ relation: 'regulates' })),
  }),
  avoidanceRule({
    id: 'hb-5def',
    catalogueId: 'HB-5def',
    title: { zh: '亲属一般不得同属一个领导班子', en: 'Relatives are generally not members of one leading team' },
    cite: avoidance('第五条', unnumbered),
    effect: 'GENERALLY_NOT',
    when: allOf(ref('relatives'), ref('civil-servants-both'), posts({ relation: 'sameTeam' })),
  }),
  avoidanceRule({
    id: 'hb-5def-team',
    catalogueId: 'HB-5def-team',
    title: {
      zh: '亲属分别受同一班子成员直接领导的，应予提示',
      en: 'Relatives under different members of one team are pointed out',
    },
    cite: avoidance('第五条', {
      note: '“同一领导人员”是否包括同一班子成员，二〇二〇年文本未能全文核对，故只提示。Whether the same leader includes members of one team could not be read in the 2020 text.',
    }),
    effect: 'WARN',
    when: allOf(
      ref('relatives'),
      ref('civil-servants-both'),
      posts({ relation: 'sameLeader', leaderScope: 'team', organClosure: param('avoidance-organ') }),
      not(ref('under-one-leader')),
    ),
  }),
]

/** Ties and service that the list does not reach, and of which an officer should know. */
const pointedOut: readonly Rule[] = [
  avoidanceRule({
    id: 'hb-noted',
    catalogueId: 'HB-noted',
    title: { zh: '名单以外的亲近关系，应予提示', en: 'Near ties outside the list are pointed out' },
    cite: avoidance('第五条', {
      note: '收养后的生父母一方、一方去世后的姻亲、未形成扶养关系的继亲、配偶的祖辈与孙辈的配偶、其他特殊利益关系，法无明文。The law is silent on these ties.',
    }),
    effect: 'WARN',
    when: allOf(
      kin(param('noted-kin')),
      ref('civil-servants-both'),
      anyOf(ref('under-one-leader'), ref('one-over-the-other'), ref('sensitive-where-one-leads')),
    ),
  }),
  avoidanceRule({
    id: 'hb-seconded',
    catalogueId: 'HB-seconded',
    title: { zh: '挂职、借调到亲属任职机关的，应予提示', en: 'Secondment to a relative’s organ is pointed out' },
    cite: avoidance('第五条', {
      note: '挂职、借调不改变人事关系，法无明文。The personnel relation stays elsewhere; the law is silent.',
    }),
    effect: 'WARN',
    when: allOf(
      ref('relatives'),
      held({ category: ['civil', 'reference'], capacity: [...sitting, 'secondment', 'loan'] }),
      not(ref('civil-servants-both')),
      anyOf(ref('under-one-leader'), ref('one-over-the-other'), ref('sensitive-where-one-leads')),
    ),
  }),
]

const leadingCadres: readonly Rule[] = [
  avoidanceRule({
    id: 'rh-3',
    catalogueId: 'RH-3',
    title: {
      zh: '领导干部亲属不得在其任领导职务的机关从事人财监审等工作',
      en: 'No relative of a leading cadre in sensitive work of the organ',
    },
    cite: postAvoidance('第三条', { note: '职责清单末为“等”，可由各地补充。The list of duties is open.' }),
    effect: 'MUST_NOT',
    when: allOf(
      ref('relatives'),
      ref('civil-servants-both'),
      posts({
        relation: 'leadsAndSensitive',
        duties: param('sensitive-duties-leaders'),
        organClosure: param('avoidance-organ'),
      }),
    ),
    restates: ['national/csl-74b'],
  }),
  avoidanceRule({
    id: 'rh-4',
    catalogueId: 'RH-4',
    title: {
      zh: '领导干部近亲属经营企业的行业主管回避',
      en: 'No leading cadre in the regulator of an enterprise a near relative runs',
    },
    cite: postAvoidance('第四条'),
    effect: 'MUST_NOT',
    when: allOf(kin(param('enterprise-kin')), posts({ relation: 'regulates' })),
    restates: ['national/csl-74c'],
  }),
]

export const avoidanceRules: readonly Rule[] = [...civilServants, ...leadingCadres, ...pointedOut]
