import { changeKinds } from '../policy/index.ts'
import { enumOf } from './enums.ts'

// Words of the life of a policy; those of the law itself stand in `enums.ts`.

export const PolicyState = enumOf('PolicyState', 'Where a policy stands on its way, today. 政策状态。', {
  CHECKED: 'kept and sound, proposed nowhere yet 已入库，经核验',
  PROPOSED: 'waits for somebody else to approve it 已提出，待另一人批准',
  SCHEDULED: 'approved, its first day lies ahead 已批准，尚未生效',
  ACTIVE: 'at work 执行中',
  SUPERSEDED: 'a later one took its place 已被取代',
  WITHDRAWN: '已撤回',
  SUSPENDED: 'out of force by decision 已决定中止',
})

export const PolicyMode = enumOf('PolicyMode', 'To whom the findings of a policy are said. 执行方式。', {
  shadow: 'only to those who try it out; never in a due list 试行：只供拟定者查看，不进入应交流名单',
  enforce: 'to everyone 正式执行',
})

export const PreviewKind = enumOf('PreviewKind', 'What is compared. 对比种类。', {
  preview: 'what a policy would change 新政策引起的变化',
  replay: 'what we would have said then, beside what we say now 当时的认定与现在的认定',
})

export const ChangeKind = enumOf(
  'ChangeKind',
  'What becomes of one person (or pair) under one rule. 变化种类。',
  changeKinds,
)

export const ConformanceBasis = enumOf('ConformanceBasis', 'How a point of a certificate was decided. 判定方式。', {
  allowed: 'the superior rule says that this level may 上位规则授权本级',
  proved: 'it binds on every day the superior does, and no weaker 经证明不弱于上位规则',
  refuted: 'an officer was found whom the superior binds and this releases 有反例',
  competence: 'nobody gave this level the right 超越权限',
  unproved: 'neither proved nor refuted: a person has to read both and answer for it 未能判定，须由人负责',
})

export const NoticeCode = enumOf(
  'NoticeCode',
  'What is worth reading in a document before it is installed. 提示种类。',
  {
    DEAD_RULE: 'a rule that never binds 从不生效的规则',
    REDUNDANT_RULE: 'a rule that another makes superfluous 多余的规则',
    SHADOWED_EXEMPTION: 'an exemption that another covers 被覆盖的免除',
    THRESHOLD_GAP: 'values that leave a gap 期限之间有空档',
    THRESHOLD_OVERLAP: 'values that overlap 期限之间有重叠',
    UNSAID_RESTATEMENT: 'a rule that asks what a superior one asks and does not name it under restates 未写明重申',
    UNUSED_CLASS: 'a class of facts declared and not read 声明而未读取的信息类别',
  },
)

export const ReviewCause = enumOf('ReviewCause', 'Why an installation has to be looked at again. 复核原因。', {
  superior: 'a superior rule changed 上位规则变化',
  key: 'the key that signed it was revoked 签名密钥被吊销',
})

export const ReviewDecision = enumOf('ReviewDecision', 'What was decided on a review. 复核决定。', {
  keep: '继续执行',
  suspend: '中止执行',
})
