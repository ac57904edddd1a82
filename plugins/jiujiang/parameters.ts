import type { Parameter } from '../../policy/index.ts'
import { tenure, termChange } from './citations.ts'

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
  'jj-3-basis': {
    title: { zh: '何为本地人', en: 'What makes a place one’s own' },
    values: [{ from: knownBy, value: ['birth', 'growth'], cite: tenure() }],
  },
  'jj-4-basis': {
    title: { zh: '何为本地干部', en: 'What makes a cadre local' },
    values: [
      { from: knownBy, value: ['birth', 'growth'], cite: termChange('E2：与回避同一读法。As in the avoidance.') },
    ],
  },
  'jj-4-share': {
    title: { zh: '本地干部的最低比例', en: 'Least share of local cadres' },
    values: [{ from: knownBy, value: '1/3', cite: termChange() }],
  },
  'jj-4-group': {
    title: { zh: '按班子计或全县党政班子合计', en: 'Each team, or both teams of the county together' },
    values: [{ from: knownBy, value: 'team', cite: termChange('E9：按每个班子计。Each team for itself.') }],
  },
} as const satisfies Readonly<Record<string, Parameter>>
