import type { Clause } from '../../policy/index.ts'
import { listClauses } from '../list-clause.ts'
import { practice } from './citations.ts'

export const clauses: readonly Clause[] = [
  ...listClauses('manual', [
    [
      'QU-D1',
      practice,
      ['交流与回避的关系', 'Exchange and avoidance'],
      [
        '回避是交流的原因之一，交流是回避的手段之一。',
        'Avoidance is one cause of exchange, exchange one means of avoidance.',
      ],
    ],
    [
      'QU-1',
      practice,
      ['重点对象', 'Whom to look at first'],
      [
        '党政一把手、人财物和执纪执法部门领导、班子其他成员。',
        'Chiefs; leaders over people, money, goods and enforcement; other members.',
      ],
    ],
    [
      'QU-2',
      practice,
      ['上派、下派、外派', 'The three dispatches'],
      ['上派跟班学习、下派挂职、外派综合部门。', 'Up to learn, down on secondment, out to comprehensive departments.'],
    ],
    [
      'QU-3',
      practice,
      ['模糊竞岗', 'Fuzzy competition'],
      [
        '区管助理竞岗，不设年龄门槛，兼看现实与历史表现。',
        'Assistants compete without an age gate, judged on present and past record.',
      ],
    ],
    [
      'QU-4',
      practice,
      ['回避的基本情况', 'Facts for avoidance'],
      [
        '掌握籍贯、出生地、成长地、亲属和其他特殊利益关系。',
        'Ancestral place, birthplace, place of growth, kin and other special interests are on file.',
      ],
    ],
    [
      'QU-5',
      practice,
      ['监督', 'Supervision'],
      [
        '党内、社会、纪律三个监督，通报与检查。',
        'Inner-party, social and disciplinary supervision, bulletins and checks.',
      ],
    ],
    [
      'QU-6',
      practice,
      ['责任', 'Liability'],
      [
        '应交流回避而未交流的追责；无正当理由逾期不到岗的处理。',
        'Whoever let a due exchange slip answers for it; unjustified refusal is handled.',
      ],
    ],
    [
      'QU-11',
      practice,
      ['主体流向', 'Direction'],
      [
        '向经济一线和急难险重岗位流动，并做好岗位轮换。',
        'Toward the economic front line and hard posts; internal rotation too.',
      ],
    ],
    [
      'QU-12',
      practice,
      ['五年规划与年度计划', 'Five-year and annual plans'],
      [
        '与换届、班子调整、任期制结合，每次先定方案。',
        'Tied to term change and tenure; a scheme before each exchange.',
      ],
    ],
    [
      'QU-13',
      practice,
      ['激励、培养与关怀', 'Incentives and care'],
      [
        '赴欠发达地区的同等条件优先；谈心提醒、培训、福利。',
        'Equal conditions: priority for those sent to poorer places; talks, training, welfare.',
      ],
    ],
    [
      'QU-15',
      practice,
      ['地域回避与敏感岗位', 'Geographic avoidance, sensitive posts'],
      [
        '加大任职地域回避和敏感、热点专业职务回避。',
        'Geographic avoidance and sensitive professional posts are strengthened.',
      ],
    ],
  ]),
  ...listClauses({ later: 'gate' }, [
    [
      'QU-7',
      practice,
      ['岗位公开', 'Posts are published'],
      [
        '支援性、挂职锻炼性交流先公开职位、要求和资格条件。',
        'Posts, requirements and qualifications are published first.',
      ],
    ],
    [
      'QU-8',
      practice,
      ['考察与离任审计', 'Inspection and departure audit'],
      [
        '离任前做好组织考察和离任审计，防止带病交流。',
        'Inspection and audit before leaving, against exchange while ill.',
      ],
    ],
    [
      'QU-9',
      practice,
      ['岗前培训', 'Training before the post'],
      [
        '跨部门、跨行业交流或自下而上提拔的，须岗前培训。',
        'Training for moves across departments or sectors, and for promotion from below.',
      ],
    ],
  ]),
]
