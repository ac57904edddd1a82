import { allOf, type ExemptionRule, exemption, held, not, param, state, toRetirement } from '../../../policy/index.ts'
import { opinions } from '../citations.ts'

/** All rules of the opinions (B5), and the two national rules that list the municipality as one that may exempt (B9). */
const reach = { appliesTo: ['own', 'national/zr-10a', 'national/zr-10b'] } as const

const reading =
  'B4：可不予交流或暂缓交流，按性质分为免予与暂缓。The text lumps waived and deferred; sorted here by their nature.'

/** 可不予交流或暂缓交流的情形, without the sixth, which is about two people at once. */
export const exemptionRules: readonly ExemptionRule[] = [
  exemption({
    ...reach,
    id: 'lh-x1',
    catalogueId: 'LH-X1',
    title: {
      zh: '离法定退休年龄不足三年且没有明显问题',
      en: 'Less than three years to retirement and no evident problem',
    },
    cite: opinions(reading),
    class: 'EXEMPT',
    when: allOf(toRetirement({ under: param('x1-left') }), not(state({ kind: 'evident_problem' }))),
  }),
  exemption({
    ...reach,
    id: 'lh-x2',
    catalogueId: 'LH-X2',
    title: { zh: '尚在任职试用期内', en: 'On probation in the post' },
    cite: opinions(reading),
    class: 'DEFER',
    when: held({ capacity: ['probation'] }),
  }),
  exemption({
    ...reach,
    id: 'lh-x3',
    catalogueId: 'LH-X3',
    title: {
      zh: '重要公务尚未处理完毕且必须由本人继续处理',
      en: 'Important business that only this person can finish',
    },
    cite: opinions(reading),
    class: 'DEFER',
    when: state({ kind: 'unfinished_business' }),
  }),
  exemption({
    ...reach,
    id: 'lh-x4',
    catalogueId: 'LH-X4',
    title: {
      zh: '涉嫌违纪违法正在接受审查尚未作出结论',
      en: 'Under review for a suspected breach, without conclusion',
    },
    cite: opinions(reading),
    class: 'DEFER',
    when: state({ kind: 'case_filed' }),
  }),
  exemption({
    ...reach,
    id: 'lh-x5',
    catalogueId: 'LH-X5',
    title: { zh: '因健康原因不宜交流', en: 'Health does not allow exchange' },
    cite: opinions(reading),
    class: 'EXEMPT',
    when: state({ kind: 'health_unfit' }),
  }),
]
