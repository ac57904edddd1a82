import type { Clause } from '../../policy/index.ts'
import { listClauses } from '../list-clause.ts'
import { practice } from './citations.ts'

export const clauses: readonly Clause[] = listClauses('manual', [
  [
    'YZ-1',
    practice,
    ['中层干部跨部门交流', 'Mid-level cadres change departments'],
    [
      '市级机关中层干部跨部门交流，先作问卷调查；未定年限。',
      'Heads of internal units change departments after a survey; no years are set.',
    ],
  ],
  [
    'YZ-2',
    practice,
    ['双向选择', 'Two-sided choice'],
    [
      '部门拿出岗位，干部如填志愿般选择，部门也选人；属计划配对。',
      'Departments offer posts, cadres choose, departments choose too: a matching of plans.',
    ],
  ],
  [
    'YZ-3',
    practice,
    ['打破部门所有', 'No department owns its cadres'],
    [
      '以同一部门任职年限分布（满十年、满二十年）衡量。',
      'Measured by how many served ten and twenty years in one department.',
    ],
  ],
  [
    'YZ-4',
    practice,
    ['部门内部与机关基层交流', 'Exchange inside departments and with the grassroots'],
    [
      '部门内部、机关之间、机关与基层之间交流。',
      'Inside departments, between organs, and between organs and the grassroots.',
    ],
  ],
])
