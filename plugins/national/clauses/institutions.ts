import type { Clause } from '../../../policy/index.ts'
import { listClauses } from '../../list-clause.ts'
import { institutionAvoidance, institutionStaff } from '../citations.ts'

/** Public institutions, and the organs with personnel law of their own. */
export const institutionClauses: readonly Clause[] = [
  ...listClauses('manual', [
    [
      'SY-3',
      institutionAvoidance('第三条'),
      ['岗位回避与履职回避', 'Two kinds of avoidance'],
      ['回避分岗位回避和履职回避。', 'Avoidance of posts, and of handling business.'],
    ],
    [
      'SY-4',
      institutionAvoidance('第四条'),
      ['适用人员', 'Who is bound'],
      ['参与事业单位人事管理的各方人员，包括领导人员。', 'Everyone taking part, leaders included.'],
    ],
    [
      'SY-adapt',
      institutionAvoidance(null),
      ['变通', 'Adaptation'],
      [
        '省级以上事业单位人事综合管理部门或中央部门可按地域、专业、性质变通。',
        'Provincial or central authorities may adapt.',
      ],
    ],
    [
      'SY-reg',
      institutionStaff('第十一条、第三十九条'),
      ['事业单位人员交流与回避', 'Exchange and recusal in institutions'],
      ['可以按国家规定交流；经办人员回避。', 'Staff may be exchanged per state rules; handlers recuse.'],
    ],
  ]),
  ...listClauses({ later: 'gate' }, [
    [
      'SY-perf',
      institutionAvoidance(null),
      ['履职回避事项', 'Business to recuse from'],
      [
        '岗位设置、公开招聘、聘用、考核、奖惩、交流、争议处理、职称、项目和资金审批等。',
        'Posts, hiring, appraisal, rewards, exchange, disputes, titles, projects and funds.',
      ],
    ],
  ]),
]
