import { allOf, crosses, not, param, placement, type Rule, takes } from '../../policy/index.ts'
import { provisions } from './citations.ts'

const elsewhere = provisions(
  'C2：易地指来自其他地区，不问籍贯、出生地、成长地；报道称已全部实现，未载条文语气，按“一般不”处理。Read as: came from another jurisdiction, native or not; the report tells a result and no wording, so it is read as “generally not”.',
)

export const rules: readonly Rule[] = [
  placement({
    id: 'gz-3',
    catalogueId: 'GZ-3',
    title: { zh: '市州四类正职易地任职', en: 'Four prefectural chiefs come from elsewhere' },
    cite: elsewhere,
    effect: 'GENERALLY_NOT',
    when: allOf(takes({ seat: param('gz-3-seats'), place: ['municipality'] }), not(crosses('jurisdiction'))),
  }),
  placement({
    id: 'gz-4',
    catalogueId: 'GZ-4',
    title: { zh: '县（市、区、特区）长易地任职', en: 'County heads come from elsewhere' },
    cite: elsewhere,
    effect: 'GENERALLY_NOT',
    when: allOf(takes({ seat: ['government_head'], place: ['county'] }), not(crosses('jurisdiction'))),
  }),
]
