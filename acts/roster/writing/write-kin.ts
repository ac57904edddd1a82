import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { insertMany } from '../../../db/insert-many.ts'
import { storedValidity } from '../../../db/stated.ts'
import { kinEdge } from '../../../db/tables/kin.ts'
import type { Tx } from '../../../db/transaction.ts'
import type { KinRow } from '../checking/rows.ts'
import { scopeOf } from '../checking/scope.ts'
import { filled } from '../reading/draft.ts'
import { findRelatives, type PersonRef } from './relatives.ts'
import { by, keyed, revise, superseded } from './revision.ts'
import { homeOf, type PeopleToWrite, refsOf } from './write-files.ts'

type NewEdge = typeof kinEdge.$inferInsert
type StoredEdge = typeof kinEdge.$inferSelect

const content = [
  ...([
    'personId',
    'relativeRoot',
    'relativeId',
    'relation',
    'kind',
    'endedBy',
    'verified',
    'source',
    'declared',
  ] as const),
  ...(['fromOn', 'fromPrecision', 'toOn', 'toPrecision'] as const),
] satisfies (keyof NewEdge)[]

const declaredEdge = ({ draft: { values }, person }: KinRow, relative: PersonRef, root: number): NewEdge => {
  const relation = filled(values.relation)
  return {
    root,
    id: v7(),
    personId: person.id,
    relativeRoot: relative.root,
    relativeId: relative.id,
    relation: relation.word,
    kind: values.kind ?? relation.kind,
    ...storedValidity(values.from?.text ?? null, values.to?.text ?? null),
    endedBy: values.ended_by,
    verified: values.verified ?? true,
    source: values.source,
    declared: true,
  }
}

const inverse = (relation: string): string =>
  relation === 'parent' ? 'child' : relation === 'child' ? 'parent' : relation

/** The same tie from the other side. A declared term keeps its word: read there, it is what the person is to the relative. */
const mirrored = (edge: NewEdge): NewEdge => ({
  ...edge,
  root: edge.relativeRoot,
  id: v7(),
  personId: edge.relativeId,
  relativeRoot: edge.root,
  relativeId: edge.personId,
  relation: inverse(edge.relation),
  declared: false,
})

const tie = (person: string, relative: string, relation: string) => `${person}/${relative}/${relation}`

/** Every tie from both sides; where both sides declare it, each keeps its own words and nothing is mirrored. */
const bothSides = (declared: readonly NewEdge[]): readonly NewEdge[] => {
  const stated = new Set(declared.map((edge) => tie(edge.personId, edge.relativeId, edge.relation)))
  const mirrors = declared
    .filter((edge) => !stated.has(tie(edge.relativeId, edge.personId, inverse(edge.relation))))
    .map(mirrored)
  return [...declared, ...mirrors]
}

/** Current ties that begin or end at these people, and those of whoever stands at their other end. */
const storedEdges = async (tx: Tx, writing: PeopleToWrite, scope: ReadonlySet<string>): Promise<StoredEdge[]> => {
  const refs = refsOf(scope, writing.homes)
  const own = await tx
    .select()
    .from(kinEdge)
    .where(sql`${kinEdge.recordedTo} is null and ${keyed(kinEdge.root, kinEdge.personId, refs)}`)
  const toThem = await tx
    .select()
    .from(kinEdge)
    .where(sql`${kinEdge.recordedTo} is null and ${keyed(kinEdge.relativeRoot, kinEdge.relativeId, refs)}`)
  return [...new Map([...own, ...toThem].map((edge) => [edge.id, edge])).values()]
}

/** The declarations of everyone in scope, on both sides. What others declared stays as they declared it. Returns whose ties changed. */
export const writeKin = async (tx: Tx, writing: PeopleToWrite): Promise<readonly PersonRef[]> => {
  const { rows, homes } = writing
  const scope = scopeOf(rows, 'kin')
  const relatives = await findRelatives(tx, writing)
  const stored = await storedEdges(tx, writing, scope)
  const filed = rows.kin.map((row) =>
    declaredEdge(row, filled(relatives.get(row) ?? null), homeOf(homes, row.person.id).root),
  )
  const ofOthers = stored.filter((edge) => edge.declared && !scope.has(edge.personId))
  const { close, insert } = revise<NewEdge, StoredEdge>(stored, bothSides([...filed, ...ofOthers]), content)
  await tx
    .update(kinEdge)
    .set(superseded)
    .where(
      keyed(
        kinEdge.root,
        kinEdge.id,
        by(close, ({ id }) => id),
      ),
    )
  await insertMany(
    tx,
    kinEdge,
    insert.map((edge) => ({ ...edge, id: v7() })),
  )
  return [...close, ...insert].map(({ root, personId }) => ({ root, id: personId }))
}
