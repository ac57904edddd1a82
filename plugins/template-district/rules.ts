import {
  age,
  allOf,
  avoidance,
  crosses,
  happened,
  held,
  kin,
  param,
  placement,
  posts,
  type Rule,
} from '../../policy/index.ts'
import { practice } from './citations.ts'

export const rules: readonly Rule[] = [
  avoidance({
    id: 'qu-10',
    catalogueId: 'QU-10',
    title: { zh: '同一单位有亲属关系的领导干部', en: 'Relatives who both lead in one unit' },
    cite: {
      ...practice,
      note: `${practice.note} G1：同一单位比同一机关同一领导宽，只作提示。“One unit” is wider than one leader, so this only warns.`,
    },
    effect: 'WARN',
    when: allOf(kin(param('qu-10-kin')), posts({ relation: 'sameUnit' }), held({ leading: true })),
  }),
  placement({
    id: 'qu-14',
    catalogueId: 'QU-14',
    title: { zh: '年年交流的提示', en: 'Moved again and again' },
    cite: practice,
    effect: 'WARN',
    when: happened({ event: 'move', within: param('qu-14-within'), times: param('qu-14-moves') }),
  }),
  placement({
    id: 'qu-14-age',
    catalogueId: 'QU-14-age',
    title: { zh: '年龄偏大跨行业的提示', en: 'Late in a career across sectors' },
    cite: { ...practice, note: `${practice.note} 未定年龄，故停用。No age is given: switched off.` },
    enabled: false,
    effect: 'WARN',
    when: allOf(age({ atLeast: param('qu-14-age') }), crosses('system')),
  }),
]
