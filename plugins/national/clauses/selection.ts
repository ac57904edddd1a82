import type { Clause } from '../../../policy/index.ts'
import { listClauses } from '../../list-clause.ts'
import { appointment, audit, personalMatters } from '../citations.ts'

const text2014 = {
  note: '据二〇一四年条例；二〇一九年条号未核对。After the 2014 text; the 2019 number is not confirmed.',
}
const fromMemory = { note: '未核对原文。From memory.' }
const partly = { verified: false, note: '只核对了存在。Only its existence was confirmed.' }

const regulations: readonly Clause[] = [
  ...listClauses({ later: 'gate' }, [
    [
      'RT-27..29',
      appointment('第二十七条至第二十九条', fromMemory),
      ['考察', 'Inspection'],
      [
        '考察预告、谈话、测评、实地走访、查阅档案、听取纪检意见，两名以上考察人员，形成书面材料。',
        'Notice, interviews, assessment, field visits, archives, the discipline organ’s opinion, two inspectors, written material.',
      ],
    ],
    [
      'RT-audit',
      appointment('第二十八条、第二十九条', fromMemory),
      ['考察对象的经济责任审计', 'Audit of candidates'],
      ['需要经济责任审计的，先行审计。', 'Where economic-responsibility audit applies, it comes first.'],
    ],
    [
      'RT-4必',
      appointment('第二十七条至第二十九条', fromMemory),
      ['凡提四必', 'Four checks before promotion'],
      [
        '档案必审、个人有关事项报告必核、纪检监察机关意见必听、信访举报必查。',
        'Archive, personal matters, discipline opinion and complaints are all checked.',
      ],
    ],
    [
      'RT-双签字',
      appointment(null, fromMemory),
      ['廉洁结论双签字', 'Double signature'],
      [
        '推荐上报的，党委（党组）书记和纪检负责人在廉洁结论上签字。',
        'Party secretary and discipline head both sign the conclusion on integrity.',
      ],
    ],
    [
      'RT-讨论',
      appointment('第六章', fromMemory),
      ['集体讨论决定', 'Collective decision'],
      ['三分之二以上成员到会，应到会成员过半数同意。', 'Two thirds present, more than half of all members agree.'],
    ],
    [
      'RT-公示',
      appointment(null, text2014),
      ['任职前公示', 'Notice before appointment'],
      [
        '提拔厅局级以下的，讨论决定后、下发任职通知前公示，不少于五个工作日。',
        'At least five working days between decision and appointment.',
      ],
    ],
    [
      'RT-谈话',
      appointment(null, text2014),
      ['任职谈话', 'Appointment talk'],
      ['对决定任用的干部进行任职谈话。', 'A talk with whoever is appointed.'],
    ],
    [
      'RT-53',
      appointment('第五十三条', fromMemory),
      ['选拔任用工作回避', 'Recusal in selection'],
      [
        '讨论涉及本人及亲属时，与会和考察人员回避。',
        'Members and inspectors recuse when they or their kin are discussed.',
      ],
    ],
  ]),
  ...listClauses('manual', [
    [
      'RT-试用',
      appointment(null, text2014),
      ['任职试用期一年', 'One year of probation'],
      [
        '提拔任非选举产生的规定职务的，试用一年，合格正式任职，不合格免职；体现为任职事实。',
        'One year of probation; it produces facts of a career, not duties.',
      ],
    ],
    [
      'RT-51a',
      appointment('第五十一条', text2014),
      ['交流对象和重点', 'Whom exchange is for'],
      ['同交流工作规定第四条。', 'As article 4 of the exchange provisions.'],
    ],
    [
      'RT-51c',
      appointment('第五十一条', text2014),
      ['处级以上内设机构领导交流与年轻干部下基层', 'Internal heads and the young'],
      [
        '同一职位时间较长的内设机构领导应当交流轮岗；经历单一的年轻干部到基层锻炼。未定年限。',
        'Internal heads long in one post rotate; the young with one experience go to the grassroots. No years set.',
      ],
    ],
  ]),
]

const reports: readonly Clause[] = [
  ...listClauses('manual', [
    [
      'BG-2',
      personalMatters('第二条'),
      ['报告对象', 'Who reports'],
      ['县处级副职以上领导干部等；科级不在内。', 'From deputy division level; section level is outside.'],
    ],
    [
      'BG-3',
      personalMatters('第三条、第四条', {
        verified: false,
        note: '核对了项目，子女定义部分核对。Heads confirmed, the definition of children partly.',
      }),
      ['报告事项', 'What is reported'],
      [
        '婚姻、出国境、子女婚姻与从业、收入、房产、投资等。',
        'Marriage, travel, relatives’ jobs, income, housing, investments.',
      ],
    ],
    [
      'BG-5',
      personalMatters('第五条'),
      ['每年一月三十一日前报告', 'By 31 January each year'],
      ['每年一月三十一日前报告上一年度情况。', 'The report for the year before is due by 31 January.'],
    ],
    [
      'BG-6',
      personalMatters('第六条', partly),
      ['变化及时报告', 'Changes in time'],
      ['第三条事项变化的，及时报告。', 'Changes are reported in time.'],
    ],
    [
      'BG-办法',
      personalMatters(null, { verified: false, note: '情形名单已核对，期限未核对。Lists confirmed, durations not.' }),
      ['漏报与瞒报的处理', 'Omission and concealment'],
      ['按情节分别给予批评、诫勉、取消考察对象资格、免职等处理。', 'Graded handling from criticism to removal.'],
    ],
  ]),
  ...listClauses({ later: 'gate' }, [
    [
      'BG-11',
      personalMatters('第十一条', partly),
      ['抽查核实', 'Random and targeted checks'],
      ['随机抽查和对拟提拔人选的重点查核。', 'Random checks, and targeted checks of promotion candidates.'],
    ],
    [
      'SJ-4',
      audit('第四条'),
      ['经济责任审计对象', 'Whose responsibility is audited'],
      [
        '党政正职，或主持工作一年以上的副职，以及国有企业主要领导人员。',
        'Chiefs, deputies presiding for a year or more, and heads of state enterprises.',
      ],
    ],
    [
      'SJ-when',
      audit(null, { verified: false, note: '据早前文本。After an earlier text.' }),
      ['任中或离任审计', 'When the audit takes place'],
      ['任职期间或者离任时审计，以任中为主。', 'During tenure or on leaving, mainly during tenure.'],
    ],
  ]),
  ...listClauses('manual', [
    [
      'SJ-3',
      audit('第三条'),
      ['经济责任的含义', 'What economic responsibility is'],
      [
        '任职期间对经济政策、公共资金、国有资产资源和重大风险的职责。',
        'Duties over policy, public funds, state assets and risks during tenure.',
      ],
    ],
  ]),
]

export const selectionClauses: readonly Clause[] = [...regulations, ...reports]
