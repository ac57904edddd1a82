import type { Clause } from '../../../policy/index.ts'
import { listClauses } from '../../list-clause.ts'
import { exchange, postAvoidance, term } from '../citations.ts'

const inLocalAct = {
  verified: false,
  note: '见于某地区实施办法；全国条文未核对。Seen in a prefecture’s act; the national text was not read.',
}
const fromMemory = { verified: false, note: '未核对原文。From memory.' }

const exchanges: readonly Clause[] = [
  ...listClauses('manual', [
    [
      'JL-2',
      exchange('第二条'),
      ['适用范围', 'Scope'],
      [
        '县级以上党委、人大常委会、政府、政协及其部门领导成员和内设机构领导干部，纪检、法检同。',
        'Leaders of county and higher committees, congresses, governments, CPPCC, their departments and internal units.',
      ],
    ],
    [
      'JL-3',
      exchange('第三条'),
      ['交流的含义', 'What exchange means'],
      [
        '党委（党组）及组织部门按管理权限通过调任、转任调整工作岗位；挂职另行规定。',
        'Adjusting posts by transfer per authority; secondment is regulated apart.',
      ],
    ],
    [
      'JL-4',
      exchange('第四条'),
      ['交流对象和重点', 'Whom exchange is for'],
      [
        '工作需要、锻炼提高、任职时间长、回避以及其他；重点是县级以上党政正职等。',
        'Needs, growth, long service, avoidance; above all chiefs of counties and above.',
      ],
    ],
    [
      'JL-6',
      exchange('第六条至第八条', fromMemory),
      ['部门正职与重点岗位交流', 'Department chiefs and sensitive posts'],
      [
        '纪检、法检、组织、公安等正职及执纪执法、人财物岗位交流；年限未核对。',
        'Chiefs of discipline, courts, organization, police and sensitive posts; years not confirmed.',
      ],
    ],
    [
      'JL-disc',
      exchange(null, inLocalAct),
      ['交流纪律', 'Discipline of exchange'],
      [
        '集体讨论决定，不得个人指定，不得突击提拔，拒不服从的处理，应审计的离任审计。',
        'Collective decision; no picks by one person; no rushed promotion; refusal punished; audit where required.',
      ],
    ],
  ]),
]

const avoiding: readonly Clause[] = [
  ...listClauses('manual', [
    [
      'RH-2',
      postAvoidance('第二条'),
      ['适用范围', 'Scope'],
      ['与交流工作规定相同。', 'The same as that of the exchange provisions.'],
    ],
    [
      'RH-6+',
      postAvoidance('第六条以下', fromMemory),
      ['自治地方、申报、决定与责任', 'Autonomous areas, declaration, decision, liability'],
      ['民族自治地方变通，申报、决定和责任。', 'Adaptation, declaration, decision and penalties.'],
    ],
    [
      'RH-成长地',
      postAvoidance('第五条', { verified: false, note: '成长地无定义。No text defines the place of growth.' }),
      ['成长地的含义', 'What the place of growth is'],
      [
        '各文件均未定义；实践中有出生地、籍贯、长期学习生活地等读法。',
        'Undefined in every text; birthplace, ancestral place and place of schooling are all in use.',
      ],
    ],
  ]),
]

const tenure: readonly Clause[] = [
  ...listClauses('manual', [
    [
      'RQ-2',
      term('第二条'),
      ['适用范围', 'Scope'],
      [
        '县级以上党委、政府领导成员，纪检、法检正职，省市两级部门正职；县级部门不在内。',
        'Members of county and higher committees and governments, chiefs of courts, of provincial and municipal departments.',
      ],
    ],
    ['RQ-3', term('第三条'), ['任期五年', 'A term is five years'], ['每个任期为五年。', 'Each term lasts five years.']],
    [
      'RQ-8',
      term('第八条', fromMemory),
      ['民族自治地方变通', 'Autonomous areas'],
      ['民族自治地方可以变通。', 'Autonomous areas may adapt.'],
    ],
  ]),
]

export const leadingCadreClauses: readonly Clause[] = [...exchanges, ...avoiding, ...tenure]
