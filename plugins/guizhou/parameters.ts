import type { Parameter } from '../../policy/index.ts'
import { provisions } from './citations.ts'

export const parameters = {
  'gz-3-seats': {
    title: { zh: '市州易地任职的职务', en: 'Prefectural seats held by people from elsewhere' },
    values: [
      {
        from: '2007-08-21',
        value: ['party_secretary', 'discipline_secretary', 'organization_head', 'public_security_head'],
        cite: provisions(),
      },
    ],
  },
} as const satisfies Readonly<Record<string, Parameter>>
