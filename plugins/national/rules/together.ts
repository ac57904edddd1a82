import { departs, not, param, posts, type Rule, share, together } from '../../../policy/index.ts'
import { appointment, exchange } from '../citations.ts'

export const togetherRules: readonly Rule[] = [
  together({
    id: 'jl-pair',
    catalogueId: 'JL-pair',
    title: { zh: '党政正职一般不同时易地交流', en: 'Party and government chiefs are generally not moved away at once' },
    cite: appointment('第五十一条', {
      note: '二〇一四年条例第五十四条已核对，二〇一九年条号未核对；“同时”按同一批次计。The 2014 text was read, the 2019 number is not confirmed; “at once” means in one plan.',
    }),
    effect: 'GENERALLY_NOT',
    within: 'plan',
    when: posts({ relation: 'seats', seats: ['party_secretary', 'government_head'], scope: 'sameJurisdiction' }),
  }),
  together({
    id: 'jl-third',
    catalogueId: 'JL-third',
    title: { zh: '一次交流不超过班子三分之一', en: 'At most a third of a team at one time' },
    cite: exchange(null, {
      verified: false,
      note: '只见于某地区的实施办法，全国规定中未见，故停用。Seen only in a prefecture’s act, not in the national text: switched off.',
    }),
    enabled: false,
    effect: 'WARN',
    within: 'plan',
    when: not(share({ who: departs(), atMost: param('jl-third-share') })),
  }),
]
