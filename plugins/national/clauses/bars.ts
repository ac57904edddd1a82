import type { Clause } from '../../../policy/index.ts'
import { listClauses } from '../../list-clause.ts'
import { csl, institutionAvoidance, partyDiscipline, sanctions, transfer, unnumbered } from '../citations.ts'

const fromMemory = { verified: false, note: '未核对原文。From memory.' }

/** What belongs to the bars on posts and promotion and is carried by their parameters, or left to people. */
export const barClauses: readonly Clause[] = listClauses('manual', [
  [
    'CSL-75',
    csl('第七十五条'),
    ['地域回避', 'Geographic avoidance'],
    [
      '乡、县、市及其有关部门主要领导职务按规定实行地域回避；县、市见成长地各条，乡镇由人判断。',
      'Chiefs of townships, counties, cities and departments do not serve at home: counties and cities are computed, townships judged.',
    ],
  ],
  [
    'ZR-disc',
    transfer('纪律与监督章', unnumbered),
    ['转任纪律', 'Discipline of transfer'],
    [
      '不得突破编制职数、资格、程序，不得突击转任或借机提拔，违反的无效。',
      'Not beyond quota, qualifications or procedure; no rushed transfers; void if in breach.',
    ],
  ],
  [
    'SY-6kin',
    institutionAvoidance('第六条'),
    ['亲属范围', 'Relatives meant'],
    [
      '夫妻、直系、三代以内旁系、近姻亲，以及收养和有抚养关系的继亲所成的亲属；作为参数由各条使用。',
      'The four classes, and adoptive and supported step ties with what derives from them: a parameter of the rules.',
    ],
  ],
  [
    'SY-6sup',
    institutionAvoidance('第六条', { note: '列举不全。The list was truncated.' }),
    ['直接上下级领导关系', 'What one over the other means'],
    [
      '班子正副职、内设机构正副职、上一级正副职与下一级正职等，其余由人判断。',
      'Chief and deputy of team and internal unit, upper chiefs and lower chiefs; the rest is judged by people.',
    ],
  ],
  [
    'ZW-8',
    sanctions('第八条'),
    ['政务处分期间', 'Periods of governmental sanctions'],
    [
      '警告六个月、记过十二个月、记大过十八个月、降级和撤职二十四个月；作为参数由 ZW-19 使用。',
      'Warning 6 months, demerit 12, serious demerit 18, demotion or removal 24: a parameter of ZW-19.',
    ],
  ],
  [
    'ZW-15',
    sanctions('第十五条'),
    ['合并处分期最长四十八个月', 'At most 48 months together'],
    [
      '同时有两个以上处分的，处分期最长不超过四十八个月；合并由决定机关载明。',
      'Several sanctions together last at most 48 months; the deciding organ states the sum.',
    ],
  ],
  [
    'DJ-开除党籍',
    partyDiscipline(null, { verified: false, note: '据转载。From a secondary page.' }),
    ['开除党籍五年', 'Expulsion: five years'],
    ['五年内不得重新入党；与任职无关。', 'No re-admission for five years; nothing about posts.'],
  ],
  [
    '影响期合并',
    partyDiscipline(null, fromMemory),
    ['合并使用取最长', 'The longest applies'],
    [
      '同时受几种处理的，影响期取最长；各期分别计算，最后一期届满前均受限。',
      'Each period is computed for itself, so the bar lasts as long as the longest.',
    ],
  ],
])
