import { decisionWords } from '../acts/conflicts/triage.ts'
import { verdicts } from '../acts/moves/outcome.ts'
import {
  capacities,
  categories,
  coreTypes,
  declarationCodes,
  dims,
  divisionLevels,
  duties,
  effects,
  type KinPattern as KinPatternWord,
  kinClasses,
  levels,
  type NotedTie,
  notedTies,
  postRelations,
  seats,
  stateKinds,
  teamKinds,
  unitKinds,
} from '../policy/index.ts'
import { builder } from './builder.ts'

/** `internalUnit` and `internal_unit` are both `INTERNAL_UNIT` in the schema. */
const constantCase = (word: string) => word.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase()
const inWords = (word: string) => constantCase(word).toLowerCase().replaceAll('_', ' ')

/** A word is its own English, unless what it stands for is said in both languages. */
const described = (word: string, term: string) => (/^[a-z]/.test(term) ? term : `${inWords(word)} ${term}`)

/** An enum of the closed word list: the domain's words, each with its Chinese term. */
export const enumOf = <Word extends string>(
  name: string,
  description: string,
  words: Readonly<Record<Word, string>>,
) => {
  // Object.keys forgets the key type of a record whose keys are exactly `Word`.
  const entries = (Object.keys(words) as Word[]).map(
    (word) => [constantCase(word), { value: word, description: described(word, words[word]) }] as const,
  )
  return builder.enumType(name, { description, values: Object.fromEntries(entries) })
}

export const Level = enumOf(
  'Level',
  'Duty level of a post or assignment, lowest first. 职务层次（GB/T 12407）。',
  levels,
)
export const Capacity = enumOf('Capacity', 'How a person holds a post. 任职方式。', capacities)
export const Category = enumOf('Category', 'Personnel category. 人员类别。', categories)
export const UnitKind = enumOf('UnitKind', 'Kind of unit. 单位类别。', unitKinds)
export const TeamKind = enumOf('TeamKind', 'Kind of leading team. 班子类别。', teamKinds)
export const Seat = enumOf('Seat', 'Seat a post is. 席位。', seats)
export const Duty = enumOf('Duty', 'Duty tag of a post. 岗位职责标签。', duties)
export const StateKind = enumOf('StateKind', 'Kind of dated fact about a person. 状态类别。', stateKinds)
export const DivisionLevel = enumOf('DivisionLevel', 'Level of a jurisdiction. 辖区层级。', divisionLevels)
export const Dim = enumOf('Dim', 'What a stay runs along. 连续任职的维度。', dims)
export const Effect = enumOf(
  'Effect',
  'Modality of a rule, strictest first within duties and bars. 规范强度。',
  effects,
)
export const CoreType = enumOf('CoreType', 'Common core of the local kinds of exchange. 交流类型。', coreTypes)

export const Sex = enumOf('Sex', 'Sex as registered. 性别。', { M: 'male 男', F: 'female 女' })

export const FindingStatus = enumOf('FindingStatus', 'How a duty stands on a day. 认定状态。', {
  ACTIVE: '应交流',
  DEFERRED: '暂缓',
  EXEMPT: '免于',
  UNDETERMINED: '待定（事实不足）',
})

export const CheckVerdict = enumOf('CheckVerdict', 'Whether moves may be made. 核对结论。', verdicts)

export const CheckStatus = enumOf('CheckStatus', 'Whether something begins or ends for sure. 是否确定。', {
  ACTIVE: '确定',
  UNDETERMINED: '待定（事实不足）',
})

export const Precision = enumOf('Precision', 'How exactly the file states a day. 日期精度。', {
  day: '精确到日',
  month: '精确到月',
  year: '精确到年',
  unknown: '不详',
})

export const Holds = enumOf('Holds', 'Whether a condition holds on a day. 是否成立。', {
  YES: '成立',
  NO: '不成立',
  UNDETERMINED: '待定',
})

export const Scope = enumOf('Scope', 'Which people a list speaks of. 管理范围。', {
  OWN: '本级管理的人员',
  SUBTREE: '本级及以下管理的人员',
})

export const CalendarChange = enumOf('CalendarChange', 'What happens on a day of the calendar. 变化。', {
  BECOMES_DUE: '到期应交流',
  CEASES: '义务终止',
  DEFERRAL_ENDS: '暂缓期满',
  DEADLINE: '办理期限届满',
  RETIRES: '到龄退休',
})

export const RuleKind = enumOf('RuleKind', 'Kind of rule. 规则种类。', {
  rotation: '交流',
  exemption: '免除或暂缓',
  avoidance: '任职回避',
  placement: '任职限制',
  composition: '班子结构',
  together: '同时变动限制',
})

export const RuleAction = enumOf('RuleAction', 'What a rotation rule asks for. 措施。', {
  move: '交流',
  adjust: '调整',
  retire: '退休',
  leaveLeading: '退出领导岗位',
})

export const ExemptionClass = enumOf('ExemptionClass', 'What an exemption does to a duty. 免除方式。', {
  EXEMPT: '免于',
  DEFER: '暂缓',
})

export const EvaluationState = enumOf('EvaluationState', 'State of an evaluation. 评估状态。', {
  building: '计算中',
  current: '现行',
  superseded: '已被取代',
})

export const JobState = enumOf('JobState', 'State of a job. 任务状态。', {
  queued: '排队',
  running: '进行中',
  done: '完成',
  failed: '失败',
  discarded: '已作废',
})

export const JobPhase = enumOf('JobPhase', 'What an import is at, and what it counts. 任务阶段。', {
  reading: '读取（按字节计）',
  checking: '核对（按人计）',
  writing: '写入（按人计）',
  judging: '评定（按人计）',
  reporting: '生成标注表（按问题计）',
})

export const JoinReason = enumOf('JoinReason', 'Why one assignment continues another. 衔接理由。', {
  SAME_KEY: '维度取值相同',
  SUCCESSION: '承继',
  SHARED_MONTH: '同月（年）交接，中间无间断',
  BRIDGED: '中间间断不计',
})

export const ParentKind = enumOf(
  'ParentKind',
  'How a parent came to be one (Civil Code 1072, 1111). 父母子女关系类别。',
  {
    birth: '亲生',
    adoptive: '收养',
    step_supported: '形成扶养关系的继父母子女',
  },
)

export const TieEnd = enumOf('TieEnd', 'How a tie of kinship ended. 终止原因。', {
  divorce: '离婚',
  death: '去世',
  annulled: '撤销或无效',
  dissolved: '解除收养或扶养',
})

export const KinClass = enumOf(
  'KinClass',
  'Class of relatives that avoidance rules list, strictest first (公务员回避规定第五条). 亲属类别。',
  { ...kinClasses, NOTED: '不在四类之内，规则仅予提示' },
)

export const KinPattern = enumOf(
  'KinPattern',
  'How the class is derived from ties of parents and spouses; the first that fits is preferred. 推定方式。',
  {
    K1: 'spouses 配偶',
    K2: 'one descends from the other 直系血亲（父母、子女、祖父母、外祖父母、孙子女等）',
    K3: 'siblings, uncles and aunts, first cousins, nephews and nieces 三代以内旁系血亲（兄弟姐妹、伯叔姑舅姨、堂表兄弟姐妹、侄甥）',
    K4A: 'parents of the spouse, spouses of the children 配偶的父母、子女的配偶',
    K4B: 'siblings of the spouse, spouses of the siblings 配偶的兄弟姐妹、兄弟姐妹的配偶',
    K4C: 'spouses of the siblings of the spouse 配偶的兄弟姐妹的配偶（连襟、妯娌）',
    K4D: 'parents of the spouse of a child 子女配偶的父母（亲家）',
    K4E: 'spouses of relatives of K3 三代以内旁系血亲的配偶',
    ...notedTies,
  } satisfies Record<KinPatternWord | NotedTie, string>,
)

export const Tie = enumOf('Tie', 'What a person on the way is to the one before. 路径上的关系。', {
  PARENT: '父母',
  CHILD: '子女',
  SPOUSE: '配偶',
  DECLARED: '申报的称谓，中间的人不详',
  SPECIAL_INTEREST: '其他特殊利益关系',
})

export const Certainty = enumOf('Certainty', 'Whether a kinship is proven. 确定程度。', {
  SURE: '已核实，确定',
  UNVERIFIED: '未核实或称谓不足以判定，只是可能',
})

export const DeclarationCode = enumOf(
  'DeclarationCode',
  'How declarations of kinship do not fit together. 申报不一致的类型。',
  declarationCodes,
)

export const PostRelation = enumOf(
  'PostRelation',
  'How two posts stand to each other; where one leads, it is that of the first. 职务关系。',
  postRelations,
)

export const ConflictStatus = enumOf('ConflictStatus', 'Whether a conflict is certain on a day. 情形状态。', {
  ACTIVE: '确定存在',
  UNDETERMINED: '待定（事实不足）',
})

export const TriageDecision = enumOf('TriageDecision', 'What was decided on a conflict. 处置决定。', decisionWords)
