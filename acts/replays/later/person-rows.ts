import type {
  LaterAssignment,
  LaterAuthority,
  LaterDossier,
  LaterFile,
  LaterState,
  LaterTie,
} from '../../../db/queries/recorded-later.ts'
import { capacities, categories, dossierKinds, levels, stateKinds } from '../../../policy/index.ts'
import type { ToldRow } from './later-fact.ts'
import { listPart, part, placeOf, placePart, same, worded, wordPart, yesNoPart } from './part.ts'

/** How posts, people and units are called. */
export interface Called {
  readonly post: (id: string) => string
  readonly unit: (id: string) => string
  readonly person: (id: string) => string
}

const moment = ({ heldNow, recordedAt }: LaterAssignment | LaterFile) => ({ heldNow, recordedAt })

export const assignmentRow = (row: LaterAssignment, called: Called): ToldRow => ({
  ...moment(row),
  kind: 'assignment',
  key: row.id,
  of: { type: 'Assignment', root: row.root, id: row.id },
  what: same(called.post(row.postId)),
  from: row.from ?? '?',
  to: row.to,
  parts: [
    ...part('职位', 'post', called.post(row.postId)),
    ...wordPart('任职方式', 'capacity', row.capacity, capacities),
    ...wordPart('职务层次', 'level', row.level, levels),
  ],
})

export const stateRow = (row: LaterState): ToldRow => ({
  heldNow: row.heldNow,
  recordedAt: row.recordedAt,
  kind: 'state',
  key: row.id,
  of: { type: 'State', root: row.root, id: row.id },
  what: worded(row.kind, stateKinds),
  from: row.from ?? '?',
  to: row.to,
  parts: part('内容', 'value', row.value),
})

export const fileRow = (row: LaterFile): ToldRow => ({
  ...moment(row),
  kind: 'file',
  key: row.id,
  of: { type: 'Person', root: row.root, id: row.id },
  what: { zh: '档案基本情况', en: 'what the file says beside the career' },
  from: null,
  to: null,
  parts: [
    ...part('出生', 'born', row.birth),
    ...part('去世', 'died', row.died),
    ...part('参加工作', 'work since', row.workStart),
    ...wordPart('人员类别', 'category', row.category, categories),
    ...part('民族', 'ethnicity', row.ethnicity),
    ...part('学历', 'education', row.education),
    ...part('政治面貌', 'party', row.party),
    ...placePart('出生地', 'birth place', row.birthPlace),
    ...placePart('籍贯', 'native place', row.nativePlace),
    ...listPart('成长地', 'grew up in', row.growthPlaces.map(placeOf)),
    ...part('改革前任职年龄界限', 'retirement limit', row.retirementLimit),
    ...placePart('管理权限', 'authority', row.authority),
  ],
})

export const authorityRow = (row: LaterAuthority): ToldRow => ({
  heldNow: row.heldNow,
  recordedAt: row.recordedAt,
  kind: 'authority',
  key: 'authority',
  of: { type: 'Person', root: row.root, id: row.personId },
  what: same(placeOf(row.jurisdiction)),
  from: row.from,
  to: row.to,
  parts: placePart('管理权限', 'authority', row.jurisdiction),
})

export const dossierRow = (row: LaterDossier): ToldRow => ({
  heldNow: row.heldNow,
  recordedAt: row.recordedAt,
  kind: 'dossier',
  key: row.kind,
  of: { type: 'Person', root: row.root, id: row.personId },
  what: worded(row.kind, dossierKinds),
  from: row.on,
  to: row.until,
  parts: part('结论', 'result', row.result),
})

export const tieRow = (row: LaterTie, called: Called): ToldRow => ({
  heldNow: row.heldNow,
  recordedAt: row.recordedAt,
  kind: 'kin',
  key: `${row.relativeId} ${row.relation}`,
  of: { type: 'KinTie', root: row.root, id: row.id },
  what: {
    zh: `${relation(row).zh}${called.person(row.relativeId)}`,
    en: `${relation(row).en} ${called.person(row.relativeId)}`,
  },
  from: row.from,
  to: row.to,
  parts: [
    ...wordPart('类别', 'kind', row.kind, tieKinds),
    ...wordPart('终止原因', 'ended by', row.endedBy, tieEnds),
    ...yesNoPart('核实', 'verified', row.verified),
  ],
})

const relation = ({ relation: word }: LaterTie) => worded(word, relations)
const relations = { parent: '父母', child: '子女', spouse: '配偶', special_interest: '特殊利益关系人' }
const tieKinds = { birth: '亲生', adoptive: '收养', step_supported: '有扶养关系的继亲' }
const tieEnds = { divorce: '离婚', death: '死亡', annulled: '婚姻无效', dissolved: '解除' }
