import type { Clause } from '../../../policy/index.ts'
import { listClauses } from '../../list-clause.ts'
import { chapterTwo, transfer, unnumbered } from '../citations.ts'

export const transferClauses: readonly Clause[] = [
  ...listClauses('manual', [
    [
      'ZR-2',
      transfer('第二条', { verified: true }),
      ['转任的含义', 'What transfer means'],
      [
        '在公务员队伍内部或到参公单位，同层次职务、同等职级之间的职位变动。',
        'A move between posts of the same level inside the service or to reference-managed bodies.',
      ],
    ],
    [
      'ZR-5',
      transfer('第五条', { verified: true }),
      ['管理与监督', 'Supervision'],
      [
        '公务员主管部门综合管理并监督，各机关建立定期转任制度。',
        'Civil-service authorities supervise; every organ sets up regular transfer.',
      ],
    ],
    [
      'ZR-obj',
      transfer(chapterTwo, unnumbered),
      ['转任对象', 'Whom transfer is for'],
      [
        '工作需要、优化结构、提高能力、同一职位时间较长、回避以及其他情形。',
        'Work needs, structure, ability, long service in one post, avoidance, other.',
      ],
    ],
  ]),
  ...listClauses({ later: 'gate' }, [
    [
      'ZR-4',
      transfer('第四条', { verified: true }),
      ['转任须有编制、职数和空缺', 'A real vacancy'],
      [
        '在编制限额和职数内，有相应职位空缺，按权限和程序进行。',
        'Within staffing and quota, a real vacancy, by competence and procedure.',
      ],
    ],
    [
      'ZR-proc',
      transfer('第三章', unnumbered),
      ['转任程序', 'Steps of transfer'],
      ['确定职位和条件、研究决定、办理任免、审批或备案。', 'Fix the post, decide, appoint, approve or file.'],
    ],
    [
      'ZR-hand',
      transfer('纪律与监督章', unnumbered),
      ['十个工作日内办理交接', 'Handover within ten working days'],
      [
        '应当服从转任决定，十个工作日内办理公务交接。',
        'Transfers are obeyed; business is handed over within ten working days.',
      ],
    ],
  ]),
]
