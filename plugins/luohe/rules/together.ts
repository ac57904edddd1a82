import { posts, type Rule, together } from '../../../policy/index.ts'
import { opinions } from '../citations.ts'

export const togetherRules: readonly Rule[] = [
  together({
    id: 'lh-x6',
    catalogueId: 'LH-X6',
    title: {
      zh: '同一科室正副职一般不同时交流',
      en: 'Chief and deputy of one section are generally not moved at once',
    },
    cite: opinions('“同时”按同一批次计。“At once” means in one plan.'),
    effect: 'GENERALLY_NOT',
    within: 'plan',
    when: posts({ relation: 'chiefAndDeputy', scope: 'sameInternalUnit' }),
  }),
]
