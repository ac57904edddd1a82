import type { Clause } from '../../../policy/index.ts'
import { listClauses } from '../../list-clause.ts'
import { avoidance, unnumbered } from '../citations.ts'

export const avoidanceClauses: readonly Clause[] = [
  ...listClauses('manual', [
    [
      'HB-2',
      avoidance('第二条', { verified: true }),
      ['三种回避', 'Three kinds of avoidance'],
      [
        '任职回避、地域回避、公务回避；领导成员、监察官、法官、检察官另有规定的从其规定。',
        'Of post, of place and of business; special rules prevail for leaders, supervisors, judges and procurators.',
      ],
    ],
    [
      'HB-adapt',
      avoidance(null, unnumbered),
      ['变通', 'Adaptation'],
      [
        '因地域或工作性质特殊需要变通的，由省级以上公务员主管部门规定。',
        'Only provincial or higher authorities may adapt the rules.',
      ],
    ],
    [
      'HB-geo1',
      avoidance('地域回避章', unnumbered),
      ['乡镇党政正职地域回避', 'Township chiefs serve away from home'],
      [
        '乡镇党政正职应当实行地域回避；区划代码止于县级，由人判断。',
        'Township chiefs serve away from home; division codes end at the county, so people judge.',
      ],
    ],
    [
      'HB-geo-x',
      avoidance('地域回避章', unnumbered),
      ['民族自治地方从其规定', 'Autonomous areas'],
      ['民族自治地方少数民族公务员可以变通。', 'Adapted handling for minority officials of autonomous areas.'],
    ],
    [
      'HB-proc',
      avoidance('程序章', unnumbered),
      ['回避的调整', 'Who is moved'],
      [
        '职务层次不同的一般调整较低一方，相同的按工作需要确定。',
        'Normally the lower-ranked of two relatives is moved.',
      ],
    ],
  ]),
  ...listClauses({ later: 'gate' }, [
    [
      'HB-biz',
      avoidance('公务回避章', unnumbered),
      ['公务回避的事项', 'Business to recuse from'],
      [
        '考录、调任、晋升、考核、考察、奖惩、交流以及监督执法审批等事项应当回避。',
        'Recruitment, transfer, promotion, appraisal, inspection, exchange, supervision and approval.',
      ],
    ],
  ]),
]
