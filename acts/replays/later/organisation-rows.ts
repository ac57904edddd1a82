import type { LaterPost, LaterSuccession, LaterUnit } from '../../../db/queries/recorded-later.ts'
import { categories, duties, levels, seats, unitKinds } from '../../../policy/index.ts'
import type { ToldRow } from './later-fact.ts'
import { listPart, part, placePart, same, wordPart, yesNoPart } from './part.ts'
import type { Called } from './person-rows.ts'

export const postRow = (row: LaterPost, called: Called): ToldRow => ({
  heldNow: row.heldNow,
  recordedAt: row.recordedAt,
  kind: 'post',
  key: row.id,
  of: { type: 'Post', root: row.root, id: row.id },
  what: same(called.post(row.id)),
  from: row.from,
  to: row.to,
  parts: [
    ...part('名称', 'title', row.title),
    ...part('单位', 'unit', called.unit(row.unitId)),
    ...wordPart('职务层次', 'level', row.level, levels),
    ...yesNoPart('领导职务', 'leading', row.leading),
    ...listPart('席位', 'seats', row.seats, seats),
    ...listPart('岗位职责', 'duties', row.duties, duties),
    ...listPart('业务', 'business', row.business),
    ...part('上级职位', 'reports to', row.reportsTo === null ? null : called.post(row.reportsTo)),
    ...part('班子', 'team', row.teamId),
    ...placePart('管理权限', 'authority', row.authority),
    ...wordPart('人员类别', 'category', row.category, categories),
  ],
})

export const unitRow = (row: LaterUnit, called: Called): ToldRow => ({
  heldNow: row.heldNow,
  recordedAt: row.recordedAt,
  kind: 'unit',
  key: row.id,
  of: { type: 'Unit', root: row.root, id: row.id },
  what: same(row.name),
  from: row.from,
  to: row.to,
  parts: [
    ...part('名称', 'name', row.name),
    ...wordPart('单位类别', 'kind', row.kind, unitKinds),
    ...part('上级单位', 'parent', row.parentId === null ? null : called.unit(row.parentId)),
    ...yesNoPart('法人', 'legal person', row.legalPerson),
    ...part('系统', 'system', row.system),
  ],
})

const types = { unit: 'Unit', post: 'Post', team: 'Team' } as const

export const successionRow = (row: LaterSuccession, called: Called): ToldRow => {
  const nameOf = row.kind === 'post' ? called.post : row.kind === 'unit' ? called.unit : (id: string) => id
  return {
    heldNow: row.heldNow,
    recordedAt: row.recordedAt,
    kind: 'succession',
    key: `${row.id} ${row.earlierId}`,
    of: { type: types[row.kind], root: row.root, id: row.id },
    what: {
      zh: `${nameOf(row.id)}承继${nameOf(row.earlierId)}`,
      en: `${nameOf(row.id)} succeeds ${nameOf(row.earlierId)}`,
    },
    from: null,
    to: null,
    parts: [],
  }
}
