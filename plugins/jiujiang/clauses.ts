import type { Clause } from '../../policy/index.ts'
import { listClauses } from '../list-clause.ts'
import { tenure, termChange } from './citations.ts'

export const clauses: readonly Clause[] = [
  ...listClauses({ later: 'placement' }, [
    [
      'JJ-3',
      tenure(),
      ['出生地、成长地回避', 'Not where one was born or grew up'],
      [
        '不得在出生地、成长地任县（市、区）党政正职、纪委书记、组织部长、政法委书记、法检两长（任用时把关；在任的另有规则）。',
        'Not chief of party, government, discipline, organization, political-legal affairs, court or procuratorate at home: the check before appointing; those in office are moved by a rule.',
      ],
    ],
    [
      'JJ-5',
      termChange(),
      ['新提拔的易地任职', 'The newly promoted serve elsewhere'],
      ['新提拔进县（市、区）党政班子的实行易地提拔。', 'Promotion into a county team is to another county.'],
    ],
  ]),
  ...listClauses({ later: 'composition' }, [
    [
      'JJ-4',
      termChange('E2、E9：本地按出生地或成长地，按每个班子计。Native by birth or growth, per team.'),
      ['本地干部不少于三分之一', 'At least one third local'],
      [
        '县（市、区）党政班子成员中本地干部不少于三分之一，不足的从外县调回。',
        'At least a third of each county team is native; where it is less, natives are brought back.',
      ],
    ],
  ]),
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
