import type { Clause } from '../../policy/index.ts'
import { listClauses } from '../list-clause.ts'
import { provisions } from './citations.ts'

export const clauses: readonly Clause[] = [
  ...listClauses('manual', [
    [
      'GZ-T',
      provisions(),
      ['交流类型', 'Types of exchange'],
      [
        '培养锻炼交流、回避交流、任职期满交流等。',
        'Exchange for development, for avoidance, at the end of a term, and so on.',
      ],
    ],
    [
      'GZ-1',
      provisions(),
      ['重点对象', 'Whom to look at first'],
      [
        '重点抓市、县党政正职和政法、纪检、组织人事部门领导干部。',
        'Chiefs of cities and counties; leaders of political-legal, discipline and personnel bodies.',
      ],
    ],
    [
      'GZ-2',
      provisions(),
      ['管人、管钱、管物岗位', 'Posts over people, money and goods'],
      [
        '加大管人、管钱、管物干部的交流力度。',
        'Exchange of those in charge of people, money and goods is intensified.',
      ],
    ],
    [
      'GZ-5',
      provisions('跟踪期限未公布，故不计算。The length of tracking was not published, so nothing is computed.'),
      ['跟踪管理与调整', 'Tracking and adjustment'],
      [
        '对工作不安心、政绩不突出、考核不称职的交流干部进行组织调整。',
        'Exchanged cadres who are uneasy, weak in results or appraised incompetent are adjusted.',
      ],
    ],
    [
      'GZ-6',
      provisions(),
      ['配套措施', 'Supporting measures'],
      ['完善配套措施，解决交流干部实际困难。', 'Practical difficulties of exchanged cadres are solved.'],
    ],
  ]),
]
