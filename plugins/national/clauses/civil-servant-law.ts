import type { Clause } from '../../../policy/index.ts'
import { listClauses } from '../../list-clause.ts'
import { csl } from '../citations.ts'

export const civilServantLawClauses: readonly Clause[] = [
  ...listClauses({ later: 'gate' }, [
    [
      'CSL-42',
      csl('第四十二条、第四十三条'),
      ['编制与职数', 'Vacancy and quota'],
      ['任职须在编制限额和职数内，且有空缺。', 'An appointment needs a vacancy within staffing and quota.'],
    ],
    [
      'CSL-46',
      csl('第四十六条'),
      ['晋升领导职务的程序', 'Steps of promotion'],
      [
        '动议、民主推荐、确定考察对象并考察、讨论决定、任职，依次进行。',
        'Motion, recommendation, inspection, decision and appointment follow in order.',
      ],
    ],
    [
      'CSL-48',
      csl('第四十八条'),
      ['任职前公示与任职试用期', 'Notice and probation'],
      ['晋升领导职务实行任职前公示和任职试用期。', 'Promotion to a leading post needs prior notice and a probation.'],
    ],
    [
      'CSL-71a',
      csl('第七十一条第一款'),
      ['转任条件', 'Conditions of transfer'],
      [
        '转任须具备拟任职位的资格条件，并在编制、职数内。',
        'A transfer needs the qualifications of the post, within staffing and quota.',
      ],
    ],
    [
      'CSL-76',
      csl('第七十六条'),
      ['公务回避', 'Recusal'],
      [
        '涉及本人或亲属利益等可能影响公正的公务应当回避。',
        'Officials recuse themselves where their own or relatives’ interests are touched.',
      ],
    ],
    [
      'CSL-77',
      csl('第七十七条'),
      ['回避程序', 'Procedure of recusal'],
      [
        '本人应当申请，利害关系人可以申请，他人可以反映，机关决定。',
        'The official must, the interested may apply, others may report; the organ decides.',
      ],
    ],
  ]),
  ...listClauses('manual', [
    [
      'CSL-69',
      csl('第六十九条'),
      ['交流的方式', 'Modes of exchange'],
      [
        '交流方式为调任、转任，可与参公单位、国企、事业单位人员交流。',
        'Exchange is transfer into and inside the service, open toward reference-managed staff.',
      ],
    ],
    [
      'CSL-70',
      csl('第七十条'),
      ['调任条件', 'Transfer into the service'],
      [
        '调任须符合资格条件，从严考察、审批，必要时考试。',
        'Entrants are qualified, strictly inspected, approved and if need be examined.',
      ],
    ],
    [
      'CSL-71b',
      csl('第七十一条第二款'),
      ['领导成员跨地区、跨部门转任', 'Transfer of leading members across regions'],
      [
        '省部级正职以下领导成员应当有计划、有重点地跨地区、跨部门转任；法律未定年限。',
        'Leading members are, as planned, moved across regions and departments; no years are set.',
      ],
    ],
    [
      'CSL-71c',
      csl('第七十一条第三款'),
      ['内设机构领导与特殊职位机关内转任', 'Rotation inside the organ'],
      [
        '内设机构领导职务和工作性质特殊的职位应当有计划地在本机关内转任；年限见转任规定。',
        'Heads of internal units and special posts rotate inside the organ; the years are in the transfer provisions.',
      ],
    ],
    [
      'CSL-71d',
      csl('第七十一条第四款'),
      ['公开遴选', 'Open selection from below'],
      ['上级机关应当注重从基层公开遴选。', 'Superior organs select openly from the grassroots.'],
    ],
    [
      'CSL-72',
      csl('第七十二条'),
      ['挂职', 'Secondment'],
      [
        '可以选派挂职，人事关系不变；引擎据此把挂职期间计入原任职。',
        'Seconded officials keep their personnel relation; the engine counts those days to the home post.',
      ],
    ],
    [
      'CSL-73',
      csl('第七十三条'),
      ['服从交流决定', 'Exchange decisions are obeyed'],
      [
        '应当服从交流决定；本人申请的按权限审批。',
        'A decided exchange is obeyed; one’s own application is decided per authority.',
      ],
    ],
    [
      'CSL-86(3)',
      csl('第八十六条第三项'),
      ['重要公务未了不得辞职', 'No resignation with unfinished business'],
      [
        '重要公务未处理完且须由本人继续处理的，不得辞去公职。',
        'No resignation while important business must be finished by that person.',
      ],
    ],
    [
      'CSL-93',
      csl('第九十三条'),
      ['提前退休', 'Early retirement'],
      [
        '符合年限条件的，本人自愿并经批准可以提前退休；不作为法定退休日。',
        'May retire early when approved; not the statutory day.',
      ],
    ],
    [
      'CSL-106',
      csl('第一百零六条'),
      ['违规任用的纠正', 'Void appointments'],
      [
        '超编制职数、违反资格、回避或程序的，责令纠正或宣布无效。',
        'Acts outside quota, qualifications, avoidance or procedure are corrected or void.',
      ],
    ],
    [
      'CSL-107',
      csl('第一百零七条'),
      ['离职后从业限制', 'After leaving the service'],
      [
        '离职后三年或两年内不得从事与原工作直接相关的营利活动。',
        'No related profit work for three or two years after leaving.',
      ],
    ],
  ]),
]
