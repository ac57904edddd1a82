import {
  accumulated,
  age,
  allOf,
  anyOf,
  avoidance,
  type Condition,
  exemption,
  held,
  kin,
  lasting,
  param,
  posts,
  type Rule,
  ref,
  rotation,
  state,
} from '../../policy/index.ts'
import { plan, transfer } from './citations.ts'

export const definitions: Readonly<Record<string, Condition>> = {
  /** Secondment and loan leave the personnel relation elsewhere (公务员法第七十二条): the national rule warns of them, nothing bars them. */
  'in-posts-of-their-own': held({ capacity: ['formal', 'probation', 'concurrent', 'acting'] }),
  /** 科级及以下公务员 */
  'civil-servant-in-scope': held({ category: ['civil'], level: { to: 'section_chief' } }),
}

const duties: readonly Rule[] = [
  rotation({
    id: 'dc-1',
    catalogueId: 'DC-1',
    title: { zh: '内设机构领导职务同一职位工作满十年', en: 'Ten years in one leading post of an internal unit' },
    cite: plan('A3：只计同一职位，单位更名不中断。Only the same post counts; a renamed unit does not break it.'),
    label: '应当交流',
    per: ['post'],
    effect: 'SHALL',
    coreType: 'policy',
    when: allOf(
      held({ unitKind: ['internal_unit'], leading: true, category: ['civil'], level: { to: 'section_chief' } }),
      lasting({ atLeast: param('dc-1-years') }),
    ),
    restates: ['national/zr-10a'],
  }),
  rotation({
    id: 'dc-2',
    catalogueId: 'DC-2',
    title: {
      zh: '现任正科级领导职务满十年且四十五岁及以下',
      en: 'Leading chief of section for ten years, aged 45 or under',
    },
    cite: plan(
      'A1、A2：各职位累计，归入重点交流；满四十六岁即不再适用。Summed over posts; lapses on the 46th birthday.',
    ),
    label: '重点交流',
    per: [],
    effect: 'SHOULD',
    coreType: 'development',
    when: allOf(
      held({ category: ['civil'], level: ['section_chief'], leading: true }),
      accumulated({ where: { level: ['section_chief'], leading: true }, atLeast: param('dc-2-years') }),
      age({ atMost: param('dc-2-age') }),
    ),
  }),
  rotation({
    id: 'dc-4',
    catalogueId: 'DC-4',
    title: { zh: '本人申请并获批准的可以交流', en: 'May be exchanged on an approved application' },
    cite: plan(),
    label: '可以交流',
    per: [],
    effect: 'MAY',
    coreType: 'personal',
    when: allOf(ref('civil-servant-in-scope'), state({ kind: 'application_approved' })),
  }),
  rotation({
    id: 'dc-7',
    catalogueId: 'DC-7',
    title: { zh: '表现较优秀、发展有潜力的重点交流', en: 'The promising are exchanged with priority' },
    cite: plan(),
    label: '重点交流',
    per: [],
    effect: 'SHOULD',
    coreType: 'development',
    when: allOf(ref('civil-servant-in-scope'), state({ kind: 'potential' })),
  }),
]

const restated =
  '方案重申转任规定，其暂缓情形随之适用。The plan says the transfer provisions again, so what defers them defers it.'

/** What defers the national rule also defers the one that restates it; else both would stand side by side, one deferred and one not. */
const deferrals: readonly Rule[] = [
  exemption({
    id: 'dc-1-bar',
    catalogueId: 'DC-1-bar',
    title: { zh: '试用期未满或正受审查调查的一般不转任', en: 'No transfer on probation or under review' },
    cite: transfer(restated),
    class: 'DEFER',
    appliesTo: ['dongcheng/dc-1'],
    when: anyOf(state({ kind: 'probation' }), state({ kind: 'case_filed' })),
  }),
  exemption({
    id: 'dc-1-defer',
    catalogueId: 'DC-1-defer',
    title: { zh: '因工作特殊需要经同意暂缓转任', en: 'Transfer postponed with the authority’s consent' },
    cite: transfer(restated),
    class: 'DEFER',
    appliesTo: ['dongcheng/dc-1'],
    when: state({ kind: 'approval', values: ['deferral'] }),
  }),
]

const avoidances: readonly Rule[] = [
  avoidance({
    id: 'dc-5',
    catalogueId: 'DC-5',
    title: { zh: '有亲属回避情形的应当交流', en: 'Relatives whom the avoidance rules part are exchanged' },
    cite: plan(
      '方案只说符合回避规定，按公务员法第七十四条第一款的亲属和任职关系。The plan only names the avoidance rules: kin and posts as in article 74 of the law.',
    ),
    label: '应当交流',
    effect: 'MUST_NOT',
    when: allOf(
      ref('in-posts-of-their-own'),
      kin(param('dc-5-kin')),
      anyOf(
        posts({ relation: 'sameLeader', leaderScope: param('dc-5-leader') }),
        posts({ relation: 'directSuperior' }),
        posts({ relation: 'leadsAndSensitive', duties: param('dc-5-duties') }),
      ),
    ),
    restates: ['national/csl-74a', 'national/csl-74a-superior', 'national/csl-74b'],
  }),
]

export const rules: readonly Rule[] = [...duties, ...deferrals, ...avoidances]
