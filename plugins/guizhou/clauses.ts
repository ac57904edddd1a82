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
  ...listClauses({ later: 'placement' }, [
    [
      'GZ-3',
      provisions('C2：易地指来自其他地区。Read as: came from another jurisdiction.'),
      ['市州四类正职易地任职', 'Four prefectural chiefs from elsewhere'],
      [
        '市州党委书记、纪委书记、组织部长、公安局长实行易地交流。',
        'Prefectural party, discipline, organization and police chiefs come from elsewhere.',
      ],
    ],
    [
      'GZ-4',
      provisions('C2：易地指来自其他地区。Read as: came from another jurisdiction.'),
      ['县长易地任职', 'County heads from elsewhere'],
      ['县（市、区、特区）长实行易地交流任职。', 'County heads serve away from where they were.'],
    ],
  ]),
]
