import {
  allOf,
  anyOf,
  type Category,
  held,
  lasting,
  native,
  not,
  param,
  type Rule,
  ref,
  rotation,
  state,
  toRetirement,
} from '../../../policy/index.ts'
import { appointment, chapterTwo, csl, exchange, postAvoidance, transfer, unnumbered } from '../citations.ts'

/** Whom the Civil Servant Law retires: the service itself, its special organs, and institutions managed by reference (art 112). */
const underCivilServantLaw: readonly Category[] = ['civil', 'reference', 'supervisor', 'judge', 'procurator']

const transferRules: readonly Rule[] = [
  rotation({
    id: 'zr-10a',
    catalogueId: 'ZR-10a',
    title: { zh: '内设机构领导职务同一职位满十年应当转任', en: 'Ten years in one leading post of an internal unit' },
    cite: transfer(chapterTwo, unnumbered),
    per: ['post'],
    effect: 'SHALL',
    coreType: 'policy',
    label: '转任',
    when: allOf(
      held({ unitKind: ['internal_unit'], leading: true, category: ['civil', 'reference'] }),
      lasting({ atLeast: param('zr-10a-years') }),
    ),
    exemptable: ['province', 'municipality', 'county'],
  }),
  rotation({
    id: 'zr-10b',
    catalogueId: 'ZR-10b',
    title: { zh: '重点岗位非领导职务同一职位满十年应当转任', en: 'Ten years in one sensitive post without leading it' },
    cite: transfer(chapterTwo, unnumbered),
    per: ['post'],
    effect: 'SHALL',
    coreType: 'policy',
    label: '转任',
    when: allOf(
      held({ category: ['civil', 'reference'] }),
      lasting({ where: { leading: false, duties: param('zr-10b-duties') }, atLeast: param('zr-10b-years') }),
    ),
    exemptable: ['province', 'municipality', 'county'],
  }),
]

const leaderRules: readonly Rule[] = [
  rotation({
    id: 'jl-5a',
    catalogueId: 'JL-5a',
    title: { zh: '党政领导成员同一职位满十年必须交流', en: 'Leading members leave after ten years in one post' },
    cite: exchange('第五条第一款'),
    per: ['post'],
    effect: 'MUST',
    coreType: 'term',
    label: '交流',
    when: allOf(ref('county-team-member'), lasting({ atLeast: param('jl-5a-years') })),
  }),
  rotation({
    id: 'jl-5b',
    catalogueId: 'JL-5b',
    title: {
      zh: '同一地区领导班子同一层次满十年应当交流',
      en: 'Ten years at one level in the leading teams of one place',
    },
    cite: exchange('第五条第二款'),
    per: ['place', 'level'],
    effect: 'SHALL',
    coreType: 'term',
    label: '交流',
    when: allOf(
      ref('county-team-member'),
      lasting({
        where: { teamKind: ['party_committee', 'government'], leading: true },
        atLeast: param('jl-5b-years'),
      }),
    ),
  }),
  rotation({
    id: 'rt-51b',
    catalogueId: 'RT-51b',
    title: { zh: '同一职位任职满十年必须交流（重申）', en: 'Ten years in one post, said again' },
    cite: appointment('第五十一条', {
      note: '二〇一四年条例第五十四条已核对；二〇一九年条文未核对，故停用。The 2014 text was read, the 2019 text was not: switched off.',
    }),
    enabled: false,
    per: ['post'],
    effect: 'MUST',
    coreType: 'term',
    label: '交流',
    when: allOf(ref('county-team-member'), lasting({ atLeast: param('jl-5a-years') })),
    restates: ['national/jl-5a'],
  }),
]

const statusRules: readonly Rule[] = [
  rotation({
    id: 'csl-50',
    catalogueId: 'CSL-50',
    title: { zh: '不适宜现职或年度考核不称职应当调整', en: 'The unsuited and the incompetent are adjusted' },
    cite: csl('第五十条'),
    per: [],
    effect: 'SHALL',
    coreType: 'policy',
    action: 'adjust',
    when: anyOf(state({ kind: 'unsuited' }), state({ kind: 'appraisal', values: ['不称职'] })),
  }),
  rotation({
    id: 'csl-92',
    catalogueId: 'CSL-92',
    title: { zh: '达到退休年龄应当退休', en: 'Retirement at the statutory age' },
    cite: csl('第九十二条', {
      note: '退休年龄依判断之日的法律；丧失工作能力一项由人判断。The age is that of the law of the judged day; loss of capacity is for people to judge.',
    }),
    per: [],
    effect: 'SHALL',
    coreType: 'policy',
    action: 'retire',
    // Less than one day left: from the retirement day itself.
    when: allOf(toRetirement({ under: 'P1D' }), held({ category: underCivilServantLaw })),
  }),
  rotation({
    id: 'retirement-2024',
    catalogueId: 'RET-2024',
    title: { zh: '事业单位人员、工勤人员达到法定退休年龄应当退休', en: 'Retirement of institution staff and workers' },
    cite: { instrument: 'retirement-2024', article: null, verified: true },
    per: [],
    effect: 'SHALL',
    coreType: 'policy',
    action: 'retire',
    when: allOf(
      toRetirement({ under: 'P1D' }),
      held({ category: ['institution_management', 'institution_technical', 'worker'] }),
    ),
  }),
]

const placeRules: readonly Rule[] = [
  rotation({
    id: 'rh-5-held',
    catalogueId: 'RH-5-held',
    title: {
      zh: '在成长地任县级重要正职的应当交流',
      en: 'Whoever heads a chief organ of the county they grew up in is moved',
    },
    cite: postAvoidance('第五条', {
      note: '只读成长地；条文禁止任职，对已在任者作为应当交流。Reads the place of growth alone; the article bars holding the post, so whoever holds it is to move.',
    }),
    per: ['post'],
    effect: 'SHALL',
    coreType: 'avoidance',
    label: '回避交流',
    when: allOf(
      held({ seat: param('rh-5-seats'), place: ['county'] }),
      not(held({ unitKind: ['township', 'street_office'] })),
      native({ place: 'post', basis: param('home-basis') }),
    ),
  }),
]

export const rotationRules: readonly Rule[] = [...transferRules, ...leaderRules, ...statusRules, ...placeRules]
