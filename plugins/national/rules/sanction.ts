import { allOf, anyOf, crosses, not, param, placement, type Rule, rises, state } from '../../../policy/index.ts'
import { appointment, csl, handling, partyDiscipline, sanctions } from '../citations.ts'

/** Influence periods bar promotion, not lateral exchange; only a filed case bars exchange as such (ZW-52). */
const fromMemory = { verified: false, note: '未核对原文，故停用。From memory: switched off.' }
const underway = (periods: string) => state({ kind: 'sanction', influence: param(periods) })
/** 与其原任职务相当或者高于其原任职务 */
const equalOrHigher = anyOf(rises(), not(crosses('level')))

export const sanctionRules: readonly Rule[] = [
  placement({
    id: 'csl-64',
    catalogueId: 'CSL-64',
    title: { zh: '处分期内不得晋升', en: 'No promotion under sanction' },
    cite: csl('第六十四条'),
    effect: 'MUST_NOT',
    when: allOf(rises(), underway('csl-64-periods')),
  }),
  placement({
    id: 'zw-19',
    catalogueId: 'ZW-19',
    title: { zh: '政务处分期内不得晋升（重申）', en: 'No promotion under governmental sanction, said again' },
    cite: sanctions('第十九条'),
    effect: 'MUST_NOT',
    when: allOf(rises(), underway('zw-8-periods')),
  }),
  placement({
    id: 'dj-warning',
    catalogueId: 'DJ-警告',
    title: { zh: '党内警告影响期内不得提升', en: 'No promotion after a party warning' },
    cite: partyDiscipline(null),
    effect: 'MUST_NOT',
    when: allOf(rises(), underway('dj-warning-periods')),
  }),
  placement({
    id: 'dj-serious-warning',
    catalogueId: 'DJ-严重警告',
    title: { zh: '党内严重警告影响期内不得提升', en: 'No promotion after a serious party warning' },
    cite: partyDiscipline(null),
    effect: 'MUST_NOT',
    when: allOf(rises(), underway('dj-serious-warning-periods')),
  }),
  placement({
    id: 'dj-removal',
    catalogueId: 'DJ-撤销党内职务',
    title: {
      zh: '撤销党内职务两年内不得任相当或更高职务',
      en: 'No equal or higher post after removal from party posts',
    },
    cite: partyDiscipline(null, { verified: false, note: '据转载。From a secondary page.' }),
    effect: 'MUST_NOT',
    when: allOf(equalOrHigher, underway('dj-removal-periods')),
  }),
  placement({
    id: 'dj-probation',
    catalogueId: 'DJ-留党察看',
    title: {
      zh: '留党察看期及恢复权利后两年内不得任相当或更高职务',
      en: 'No equal or higher post during probation and two years after',
    },
    cite: partyDiscipline(null, {
      verified: false,
      note: '察看期长短不一，期间未核对，故停用。The period varies and was not confirmed: switched off.',
    }),
    enabled: false,
    effect: 'MUST_NOT',
    when: allOf(equalOrHigher, underway('dj-probation-periods')),
  }),
  placement({
    id: 'admonition',
    catalogueId: '诫勉',
    title: { zh: '诫勉六个月内不得提拔', en: 'No promotion for six months after an admonition' },
    cite: appointment(null, fromMemory),
    enabled: false,
    effect: 'MUST_NOT',
    when: allOf(rises(), underway('admonition-periods')),
  }),
  placement({
    id: 'handling',
    catalogueId: '组织处理',
    title: { zh: '组织处理的影响期', en: 'After organizational handling' },
    cite: handling(null, fromMemory),
    enabled: false,
    effect: 'MUST_NOT',
    when: allOf(rises(), underway('handling-periods')),
  }),
  placement({
    id: 'rt-down',
    catalogueId: 'RT-能下',
    title: {
      zh: '引咎、责令辞职、免职两年内不任高于原层次职务',
      en: 'Nothing higher for two years after resigning for fault or removal',
    },
    cite: appointment('第十章', fromMemory),
    enabled: false,
    effect: 'MUST_NOT',
    when: allOf(rises(), underway('handling-periods')),
  }),
  placement({
    id: 'rt-24',
    catalogueId: 'RT-24',
    title: { zh: '不得列为考察对象', en: 'Not an inspection candidate' },
    cite: appointment('第二十四条', fromMemory),
    enabled: false,
    effect: 'MUST_NOT',
    when: allOf(
      rises(),
      anyOf(
        state({ kind: 'appraisal', values: ['基本称职', '不称职'] }),
        state({ kind: 'spouse_abroad' }),
        underway('zw-8-periods'),
      ),
    ),
  }),
]
