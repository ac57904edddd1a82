import type { Parameter } from '../../policy/index.ts'
import { tenure } from './citations.ts'

const knownBy = '2007-08-21'

export const parameters = {
  'jj-1-years': {
    title: { zh: '同一职位任职年限', en: 'Years in one post' },
    values: [{ from: knownBy, value: 'P10Y', cite: tenure() }],
  },
  'jj-2-years': {
    title: { zh: '同一地党政班子连续任职年限', en: 'Unbroken years in the party and government teams of one place' },
    values: [{ from: knownBy, value: 'P10Y', cite: tenure() }],
  },
  'jj-3-seats': {
    title: { zh: '回避出生地、成长地的职务', en: 'Seats that nobody holds at home' },
    values: [
      {
        from: knownBy,
        value: [
          'party_secretary',
          'government_head',
          'discipline_secretary',
          'organization_head',
          'political_legal_secretary',
          'court_president',
          'chief_procurator',
        ],
        cite: tenure(),
      },
    ],
  },
} as const satisfies Readonly<Record<string, Parameter>>
