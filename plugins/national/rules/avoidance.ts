import { allOf, avoidance, kin, not, param, posts, type Rule, ref } from '../../../policy/index.ts'
import { csl, postAvoidance, avoidance as provisions, unnumbered } from '../citations.ts'
import { byProvince, byProvinceAgain } from './adaptation.ts'

const law = csl('第七十四条第一款', {
  note: '亲属按公务员法所列四类；机关的范围取本机关。The four classes the law lists; the organ is the organ itself.',
})

/** What the law says of two relatives, and the two provisions that say it again. */
const bars: readonly Rule[] = [
  avoidance({
    id: 'csl-74a',
    catalogueId: 'CSL-74a',
    title: { zh: '亲属不得直接隶属同一领导人员', en: 'Relatives are not directly under one leader' },
    cite: law,
    effect: 'MUST_NOT',
    when: allOf(ref('civil-servants'), ref('kin'), ref('under-one-leader')),
    restates: ['national/hb-5', 'national/rh-3'],
    delegable: byProvince('organ-closure', 'csl-74-leader'),
  }),
  avoidance({
    id: 'csl-74a-superior',
    catalogueId: 'CSL-74a-superior',
    title: { zh: '亲属不得有直接上下级领导关系', en: 'Of two relatives one does not directly lead the other' },
    cite: law,
    effect: 'MUST_NOT',
    when: allOf(ref('civil-servants'), ref('kin'), ref('one-over-the-other')),
    restates: ['national/hb-5', 'national/rh-3'],
    delegable: byProvince('organ-closure'),
  }),
  avoidance({
    id: 'csl-74b',
    catalogueId: 'CSL-74b',
    title: { zh: '亲属领导的机关中不得从事人财监审工作', en: 'No sensitive work in the organ a relative leads' },
    cite: law,
    effect: 'MUST_NOT',
    when: allOf(ref('civil-servants'), ref('kin'), ref('one-leads-sensitive-work')),
    restates: ['national/hb-5', 'national/rh-3'],
    delegable: byProvince('organ-closure', 'csl-74-duties'),
  }),
  avoidance({
    id: 'hb-5',
    catalogueId: 'HB-5',
    title: { zh: '任职回避（重申）', en: 'Relatives in one organ, said again' },
    cite: provisions('第五条', { note: '亲属名单据转载核对。The list of relatives is known from reprints.' }),
    effect: 'MUST_NOT',
    when: allOf(ref('civil-servants'), ref('kin'), ref('parted-posts')),
    delegable: byProvinceAgain('organ-closure', 'csl-74-leader', 'csl-74-duties'),
  }),
  avoidance({
    id: 'rh-3',
    catalogueId: 'RH-3',
    title: { zh: '领导干部任职回避（重申）', en: 'Leading cadres’ relatives in one organ, said again' },
    cite: postAvoidance('第三条', {
      note: '岗位以“等”收尾，未列者不计。The list of duties ends with “and so on”: what is not listed is not counted.',
    }),
    effect: 'MUST_NOT',
    when: allOf(ref('civil-servants'), ref('kin'), ref('parted-posts')),
  }),
  avoidance({
    id: 'csl-74c',
    catalogueId: 'CSL-74c',
    title: {
      zh: '不得领导亲属所经营企业的主管部门',
      en: 'No leading post in the organ that regulates a near relative’s enterprise',
    },
    cite: csl('第七十四条第二款'),
    effect: 'MUST_NOT',
    when: allOf(kin(param('csl-74c-kin')), posts({ relation: 'regulates' })),
    restates: ['national/rh-4'],
  }),
  avoidance({
    id: 'rh-4',
    catalogueId: 'RH-4',
    title: {
      zh: '不得领导亲属所经营企业的主管部门（重申）',
      en: 'The regulator of a near relative’s enterprise, said again',
    },
    cite: postAvoidance('第四条', {
      note: '独资、合伙或较大股份，按在企业任职登记。Sole, partner’s or larger share, as recorded by a post in the enterprise.',
    }),
    effect: 'MUST_NOT',
    when: allOf(kin(param('csl-74c-kin')), posts({ relation: 'regulates' })),
  }),
]

/** What the text leaves open is shown, and bars nothing. */
const warnings: readonly Rule[] = [
  avoidance({
    id: 'hb-5def',
    catalogueId: 'HB-5def',
    title: { zh: '亲属分别隶属同一领导班子成员', en: 'Relatives under members of one leading team' },
    cite: provisions('第五条', unnumbered),
    effect: 'WARN',
    when: allOf(
      ref('civil-servants'),
      ref('kin'),
      posts({ relation: 'sameLeader', leaderScope: 'team', organClosure: param('organ-closure') }),
      not(ref('under-one-leader')),
    ),
    delegable: byProvinceAgain('organ-closure', 'csl-74-leader'),
  }),
  avoidance({
    id: 'hb-5def-team',
    catalogueId: 'HB-5def-team',
    title: { zh: '亲属一般不同在一个领导班子', en: 'Relatives are generally not members of one leading team' },
    cite: provisions('第五条', unnumbered),
    effect: 'GENERALLY_NOT',
    when: allOf(ref('civil-servants'), ref('kin'), posts({ relation: 'sameTeam', scope: 'any' })),
  }),
  avoidance({
    id: 'csl-74-noted',
    catalogueId: 'CSL-74-noted',
    title: { zh: '名单以外的亲属关系和特殊利益关系', en: 'Ties outside the list, and special interests' },
    cite: csl('第七十四条第一款', {
      verified: false,
      note: '丧偶后的姻亲、收养后的生父母一方、未形成扶养关系的继亲、配偶的祖辈，法律未列，只作提示；本地可列入亲属参数。Ties the law does not list: shown only; a jurisdiction may add them to the list of kin.',
    }),
    effect: 'WARN',
    when: allOf(kin(param('noted-ties')), ref('parted-posts')),
    delegable: byProvince('organ-closure', 'csl-74-leader', 'csl-74-duties'),
  }),
  avoidance({
    id: 'csl-74-seconded',
    catalogueId: 'CSL-74-seconded',
    title: { zh: '在亲属所在机关挂职、借调', en: 'On secondment or loan in a relative’s organ' },
    cite: csl('第七十四条第一款', {
      verified: false,
      note: '挂职不改变人事关系（第七十二条），是否适用法律未明，只作提示。Secondment leaves the personnel relation as it is (art 72); whether the article applies is open.',
    }),
    effect: 'WARN',
    when: allOf(ref('kin'), ref('parted-posts'), not(ref('in-posts-of-their-own'))),
    delegable: byProvince('organ-closure', 'csl-74-leader', 'csl-74-duties'),
  }),
]

export const avoidanceRules: readonly Rule[] = [...bars, ...warnings]
