import {
  allOf,
  type Condition,
  held,
  lasting,
  param,
  type RotationRule,
  ref,
  rotation,
  state,
} from '../../../policy/index.ts'
import { opinions } from '../citations.ts'

const sectionLevels = ['section_deputy', 'section_chief'] as const

export const definitions: Readonly<Record<string, Condition>> = {
  /** 市直单位科级干部 */
  'section-cadre': held({ level: sectionLevels, place: 'own' }),
  /** The key duty is asked of the judged day, not of all the years counted (B8). */
  'key-section-cadre': held({ level: sectionLevels, place: 'own', duties: param('key-duties') }),
}

const policyType = { coreType: 'policy', label: '政策性交流' } as const

const must: readonly RotationRule[] = [
  rotation({
    ...policyType,
    id: 'lh-m1',
    catalogueId: 'LH-M1',
    title: { zh: '同一职位任职满十年必须轮岗交流', en: 'Ten years in one post' },
    cite: opinions(),
    per: ['post'],
    effect: 'MUST',
    when: allOf(ref('section-cadre'), lasting({ atLeast: param('m1-years') })),
  }),
  rotation({
    ...policyType,
    id: 'lh-m2',
    catalogueId: 'LH-M2',
    title: { zh: '同一内设机构工作满十五年必须轮岗交流', en: 'Fifteen years in one internal unit' },
    cite: opinions('任副科级以前的年限计入。Years before section level count.'),
    per: ['internalUnit'],
    effect: 'MUST',
    when: allOf(ref('section-cadre'), lasting({ atLeast: param('m2-years') })),
  }),
]

const keyPosts: readonly RotationRule[] = [
  rotation({
    ...policyType,
    id: 'lh-k1',
    catalogueId: 'LH-K1',
    title: { zh: '重要岗位同一职位任正科级领导职务满五年', en: 'Five years as chief of section in one key post' },
    cite: opinions('B8：从事重要工作看判断之日。The key duty is asked of the judged day.'),
    per: ['post'],
    effect: 'SHALL',
    when: allOf(
      ref('key-section-cadre'),
      lasting({ where: { level: ['section_chief'], leading: true }, atLeast: param('k1-years') }),
    ),
  }),
  rotation({
    ...policyType,
    id: 'lh-k2',
    catalogueId: 'LH-K2',
    title: {
      zh: '重要岗位同一职位任正副科级领导职务合计满八年',
      en: 'Eight years as deputy and chief of section in one key post',
    },
    cite: opinions('B1：正副科级合计。Both levels are summed; promotion in place keeps the post.'),
    per: ['post'],
    effect: 'SHALL',
    when: allOf(
      ref('key-section-cadre'),
      lasting({ where: { level: sectionLevels, leading: true }, atLeast: param('k2-years') }),
    ),
  }),
  rotation({
    ...policyType,
    id: 'lh-k3',
    catalogueId: 'LH-K3',
    title: {
      zh: '重要岗位同一职位任副科级领导职务满八年',
      en: 'Eight years as deputy chief of section in one key post',
    },
    cite: opinions('B2：分号之后仍限于重要岗位。Still key posts after the semicolon.'),
    per: ['post'],
    effect: 'SHALL',
    when: allOf(
      ref('key-section-cadre'),
      lasting({ where: { level: ['section_deputy'], leading: true }, atLeast: param('k3-years') }),
    ),
  }),
  rotation({
    ...policyType,
    id: 'lh-k4',
    catalogueId: 'LH-K4',
    title: {
      zh: '重要岗位同一内设机构满十年且任副科级领导职务满五年',
      en: 'Ten years in one internal unit, five of them as deputy chief of section',
    },
    cite: opinions('B3：副科级年限在同一内设机构内连续计算。The five years are unbroken and in that unit.'),
    per: ['internalUnit'],
    effect: 'SHALL',
    when: allOf(
      ref('key-section-cadre'),
      lasting({ atLeast: param('k4-unit-years') }),
      lasting({ where: { level: ['section_deputy'], leading: true }, atLeast: param('k4-level-years') }),
    ),
  }),
]

const people: readonly RotationRule[] = [
  rotation({
    id: 'lh-t3',
    catalogueId: 'LH-T3',
    title: { zh: '表现优秀、有潜力的多岗位锻炼', en: 'The promising serve in several posts' },
    cite: opinions(),
    label: '培养性交流',
    per: [],
    effect: 'SHOULD',
    coreType: 'development',
    when: allOf(ref('section-cadre'), state({ kind: 'potential' })),
  }),
  rotation({
    id: 'lh-t4',
    catalogueId: 'LH-T4',
    title: { zh: '不适宜担任现职的先调整岗位', en: 'The unsuited are first adjusted' },
    cite: opinions(),
    label: '考验性交流',
    per: [],
    effect: 'SHALL',
    coreType: 'testing',
    action: 'adjust',
    when: allOf(ref('section-cadre'), state({ kind: 'unsuited' })),
  }),
]

export const rotationRules: readonly RotationRule[] = [...must, ...keyPosts, ...people]
