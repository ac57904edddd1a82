import type { Clause } from '../../../policy/index.ts'
import { listClauses } from '../../list-clause.ts'
import { appointment, handling, partyDiscipline, sanctions } from '../citations.ts'

const secondary = { verified: false, note: '据转载。From a secondary page.' }
const fromMemory = { verified: false, note: '未核对原文。From memory.' }

/** Influence periods bar promotion, not lateral exchange; they come with the placement rules. Only a filed case bars exchange (ZW-52). */
export const disciplineClauses: readonly Clause[] = listClauses({ later: 'placement' }, [
  [
    'ZW-8',
    sanctions('第八条'),
    ['政务处分期间', 'Periods of governmental sanctions'],
    [
      '警告六个月、记过十二个月、记大过十八个月、降级和撤职二十四个月。',
      'Warning 6 months, demerit 12, serious demerit 18, demotion or removal 24.',
    ],
  ],
  [
    'ZW-15',
    sanctions('第十五条'),
    ['合并处分期最长四十八个月', 'At most 48 months together'],
    ['同时有两个以上处分的，处分期最长不超过四十八个月。', 'Several sanctions together last at most 48 months.'],
  ],
  [
    'ZW-19',
    sanctions('第十九条'),
    ['处分期内不得晋升', 'No promotion under sanction'],
    ['处分期内不得晋升职务、职级、衔级和级别。', 'No promotion of post, rank or grade within the period.'],
  ],
  [
    'ZW-52m',
    sanctions('第五十二条'),
    ['立案调查期间不得任用', 'No placement while a case is filed'],
    [
      '被立案调查期间不得交流、晋升、奖励、处分或者办理退休。',
      'Not exchanged, promoted, rewarded, sanctioned or retired while the case is open.',
    ],
  ],
  [
    'DJ-警告',
    partyDiscipline(null),
    ['党内警告一年', 'Party warning: one year'],
    ['一年内不得提升党内职务和向党外推荐更高职务。', 'No promotion or further use for one year.'],
  ],
  [
    'DJ-严重警告',
    partyDiscipline(null),
    ['党内严重警告一年半', 'Serious warning: a year and a half'],
    ['一年半内不得提升和进一步使用。', 'No promotion or further use for a year and a half.'],
  ],
  [
    'DJ-撤销党内职务',
    partyDiscipline(null, secondary),
    ['撤销党内职务两年', 'Removal from party posts: two years'],
    ['两年内不得担任与原职务相当或更高的职务。', 'No equal or higher post for two years.'],
  ],
  [
    'DJ-留党察看',
    partyDiscipline(null, secondary),
    ['留党察看', 'Probation within the party'],
    ['察看期及恢复权利后两年内不得担任相当或更高职务。', 'The period, and two years after restoration.'],
  ],
  [
    'DJ-开除党籍',
    partyDiscipline(null, secondary),
    ['开除党籍五年', 'Expulsion: five years'],
    ['五年内不得重新入党。', 'No re-admission for five years.'],
  ],
  [
    '诫勉',
    appointment(null, fromMemory),
    ['诫勉六个月', 'Admonition: six months'],
    ['六个月内不得提拔、重用。', 'No promotion or important use for six months.'],
  ],
  [
    '组织处理',
    handling(null, fromMemory),
    ['组织处理的影响期', 'Organizational handling'],
    [
      '停职、调整职务、责令辞职、免职、降职各有期限。',
      'Suspension, adjustment, ordered resignation, removal and demotion each have their period.',
    ],
  ],
  [
    '影响期合并',
    partyDiscipline(null, fromMemory),
    ['合并使用取最长', 'The longest applies'],
    ['同时受几种处理的，影响期取最长。', 'Of several measures the longest period applies.'],
  ],
])
