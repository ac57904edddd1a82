import type { Clause } from '../../policy/index.ts'
import { listClauses } from '../list-clause.ts'
import { opinions } from './citations.ts'

export const clauses: readonly Clause[] = [
  ...listClauses('manual', [
    [
      'LH-T1',
      opinions(),
      ['政策性交流', 'Policy exchange'],
      [
        '根据任期、回避等政策规定进行的交流；M1 至 K4 属之。',
        'Exchange required by term, avoidance and other policy; M1 to K4 are of this kind.',
      ],
    ],
    [
      'LH-T2',
      opinions(),
      ['配置性交流', 'Configuration exchange'],
      [
        '根据年龄、性别、民族、党派、专业等结构要求进行的交流；未定数。',
        'Exchange for the mix of age, sex, ethnicity, party and specialty; no numbers.',
      ],
    ],
    [
      'LH-T4b',
      opinions('观察期未公布，故不计算。The length of observation was not published, so nothing is computed.'),
      ['调整后仍不适应的免去领导职务', 'Still unsuited after adjustment: the leading post ends'],
      [
        '调整岗位后仍难以适应或表现依然较差的，免去领导职务。',
        'Whoever remains unsuited or poor after adjustment leaves the leading post.',
      ],
    ],
    [
      'LH-modes',
      opinions(),
      ['三种方式', 'Three modes'],
      [
        '轮岗交流、横向交流、纵向交流；后两种由市委组织部牵头。',
        'Inside the unit, between units, up and down; the latter two led by the organization department.',
      ],
    ],
  ]),
]
