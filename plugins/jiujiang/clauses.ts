import type { Clause } from '../../policy/index.ts'
import { listClauses } from '../list-clause.ts'
import { termChange } from './citations.ts'

export const clauses: readonly Clause[] = [
  ...listClauses('manual', [
    [
      'JJ-6',
      termChange('“年纪较轻”未定数。“Younger” is given no number.'),
      ['人大、政协班子成员到党政班子', 'From congress and CPPCC to party and government'],
      [
        '年纪较轻、能力强、群众公认的人大、政协班子成员交流到党政班子。',
        'Younger, able, recognized members move to party and government teams.',
      ],
    ],
    [
      'JJ-7',
      termChange('“年轻”未定数。“Young” is given no number.'),
      ['非领导职务干部担任实职', 'From non-leading to real posts'],
      ['年轻、业绩突出的非领导职务干部担任实职。', 'Young, outstanding cadres without leadership get real posts.'],
    ],
    [
      'JJ-8',
      termChange(),
      ['个性测试作参考', 'Personality test as one reference'],
      [
        '县级后备干部参加十六项个性因素测验，作为搭配班子的参考。',
        'Reserve cadres take a sixteen-factor test, one reference for the mix of teams.',
      ],
    ],
    [
      'JJ-9',
      termChange(),
      ['市直到县', 'From the city down'],
      [
        '从市直机关选学历高、年纪轻、专业对口的到县任领导职务。',
        'City cadres of high education and fitting specialty take county posts.',
      ],
    ],
    [
      'JJ-10',
      termChange(),
      ['县到市直', 'From the county up'],
      ['选县（市、区）干部到市直机关任职。', 'County cadres take posts in city organs.'],
    ],
    [
      'JJ-11',
      termChange(),
      ['同一班子内轮换', 'Rotation within one team'],
      ['同一班子内不同岗位的轮换。', 'Posts change within one team.'],
    ],
  ]),
]
