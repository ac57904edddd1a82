import type { Clause } from '../../policy/index.ts'
import { listClauses } from '../list-clause.ts'
import { plan } from './citations.ts'

export const clauses: readonly Clause[] = [
  ...listClauses('manual', [
    [
      'DC-K',
      plan(),
      ['重点交流类型', 'Priority exchange'],
      ['突出培养锻炼，多岗位历练。', 'For development: experience in several posts.'],
    ],
    [
      'DC-S',
      plan(),
      ['应当交流类型', 'Exchange that shall be'],
      [
        '突出政策要求，帮助架构太小的单位完成交流，防范廉政风险。',
        'For policy: helps units too small to move people inside; against integrity risks.',
      ],
    ],
    [
      'DC-Y',
      plan(),
      ['可以交流类型', 'Exchange that may be'],
      ['突出关心关爱，考虑积极性和个人需求。', 'For care: motivation and personal needs.'],
    ],
    [
      'DC-3',
      plan(),
      ['内设机构领导长时间任职应当轮岗', 'Heads of internal units long in one post rotate'],
      [
        '座谈会上的说法，与满十年一条相同，并入 DC-1。',
        'As said at a symposium; the same as the ten-year rule, merged into DC-1.',
      ],
    ],
  ]),
  ...listClauses('unpublished', [
    [
      'DC-8',
      plan(),
      ['未公布的情形', 'Unpublished situation'],
      ['十种情形中未公布者。', 'One of the ten situations; its text was never published.'],
    ],
    [
      'DC-9',
      plan(),
      ['未公布的情形', 'Unpublished situation'],
      ['十种情形中未公布者。', 'One of the ten situations; its text was never published.'],
    ],
    [
      'DC-10',
      plan(),
      ['未公布的情形', 'Unpublished situation'],
      ['十种情形中未公布者。', 'One of the ten situations; its text was never published.'],
    ],
  ]),
  ...listClauses({ later: 'rotation' }, [
    [
      'DC-6',
      plan(),
      ['单位太小由区级统筹', 'Units too small are cleared by the district'],
      [
        '单位架构太小无法自行消化的，由区级统筹；须数同类职位，待后续。',
        'Where a unit has no equivalent post, the district clears it; needs a count over posts.',
      ],
    ],
  ]),
  ...listClauses({ later: 'gate' }, [
    [
      'DC-G1',
      plan(),
      ['出口关', 'Exit gate'],
      [
        '单位党（工）委逐一研判，集体研究确定岗位需求和推荐人选。',
        'The unit studies each case and decides collectively on posts and candidates.',
      ],
    ],
    [
      'DC-G2',
      plan(),
      ['过程关', 'Process gate'],
      [
        '综合资格、意向、培养方向等，形成任职安排意见。',
        'Qualification, wish and development lead to a placement opinion.',
      ],
    ],
    [
      'DC-G3',
      plan(),
      ['入口关', 'Entry gate'],
      [
        '按科级领导干部选任标准考察，政治素质首位。',
        'Inspection by the standard for section-level leaders, political quality first.',
      ],
    ],
  ]),
]
