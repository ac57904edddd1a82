import { allOf, anyOf, exemption, person, type Rule, state } from '../../../policy/index.ts'
import { chapterTwo, exchange, sanctions, transfer, unnumbered } from '../citations.ts'

export const exemptionRules: readonly Rule[] = [
  exemption({
    id: 'zw-52',
    catalogueId: 'ZW-52',
    title: { zh: '立案调查期间不得交流', en: 'No exchange while a case is filed' },
    cite: sanctions('第五十二条'),
    class: 'DEFER',
    appliesTo: ['own', 'below'],
    when: state({ kind: 'case_filed', values: ['filed'] }),
  }),
  exemption({
    id: 'zr-bar',
    catalogueId: 'ZR-bar',
    title: { zh: '试用期未满或正受审查调查的一般不转任', en: 'No transfer on probation or under review' },
    cite: transfer(chapterTwo, unnumbered),
    class: 'DEFER',
    appliesTo: ['national/zr-10a', 'national/zr-10b'],
    when: anyOf(state({ kind: 'probation' }), state({ kind: 'case_filed' })),
  }),
  exemption({
    id: 'zr-defer',
    catalogueId: 'ZR-defer',
    title: { zh: '因工作特殊需要经同意暂缓转任', en: 'Transfer postponed with the authority’s consent' },
    cite: transfer(chapterTwo, unnumbered),
    class: 'DEFER',
    appliesTo: ['national/zr-10a', 'national/zr-10b'],
    when: state({ kind: 'approval', values: ['deferral'] }),
  }),
  exemption({
    id: 'jl-5a-x',
    catalogueId: 'JL-5a-x',
    title: { zh: '民族自治地方少数民族干部经批准可适当放宽', en: 'Relaxation for minority cadres of autonomous areas' },
    cite: exchange('第五条第一款', {
      note: '是否属民族自治地方由批准机关认定。Whether the area is autonomous is for the approving authority.',
    }),
    class: 'DEFER',
    appliesTo: ['national/jl-5a'],
    when: allOf(
      person({ ethnicity: { notIn: ['01', '汉', '汉族'] } }),
      state({ kind: 'approval', values: ['JL-5a', 'national/jl-5a'] }),
    ),
  }),
  exemption({
    id: 'jl-susp',
    catalogueId: 'JL-susp',
    title: { zh: '正在接受组织审查尚无结论的不交流', en: 'No exchange under organizational review' },
    cite: exchange(null, {
      verified: false,
      note: '只见于某地区的实施办法，全国规定中未见，故停用。Seen only in a prefecture’s act, not in the national text: switched off.',
    }),
    enabled: false,
    class: 'DEFER',
    appliesTo: ['national/jl-5a', 'national/jl-5b'],
    when: state({ kind: 'case_filed' }),
  }),
]
