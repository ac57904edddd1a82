import { randomUUID } from 'node:crypto'
import { storedDay, storedValidity } from '../../db/stated.ts'
import { assignment } from '../../db/tables/assignment.ts'
import { person, personPersonnel } from '../../db/tables/person.ts'
import { post, postVersion } from '../../db/tables/post.ts'
import { unit, unitVersion } from '../../db/tables/unit.ts'
import type { Tx } from '../../db/transaction.ts'
import type { Capacity, Level, Seat, StatedText, UnitKind } from '../../policy/index.ts'

/** Where the small world lies: Wuyang county, and the county seat's province as its root. */
export const county = '411121'
export const root = 410000

export const addUnit = async (
  tx: Tx,
  unitOf: {
    kind?: UnitKind
    parent?: string
    from?: StatedText
    to?: StatedText
    id?: string
    /** Id of the organ in charge. */
    regulatedBy?: string
  } = {},
): Promise<string> => {
  const id = unitOf.id ?? randomUUID()
  if (unitOf.id === undefined) await tx.insert(unit).values({ root, id, jurisdiction: county, code: id })
  await tx.insert(unitVersion).values({
    root,
    id: randomUUID(),
    unitId: id,
    name: '财政局',
    kind: unitOf.kind ?? 'organ',
    parentId: unitOf.parent ?? null,
    regulatedBy: unitOf.regulatedBy === undefined ? null : `${county}:${unitOf.regulatedBy}`,
    ...storedValidity(unitOf.from ?? null, unitOf.to ?? null),
  })
  return id
}

interface PostOf {
  readonly unit: string
  readonly id?: string
  readonly level?: Level
  readonly leading?: boolean
  readonly seats?: Seat[]
  readonly team?: string
  readonly reportsTo?: string
  readonly quota?: number
  readonly from?: StatedText
  readonly to?: StatedText
}

/** A post, or with `id` one more version of it. */
export const addPost = async (tx: Tx, postOf: PostOf): Promise<string> => {
  const id = postOf.id ?? randomUUID()
  if (postOf.id === undefined) await tx.insert(post).values({ root, id, jurisdiction: county, code: id })
  await tx.insert(postVersion).values({
    root,
    id: randomUUID(),
    postId: id,
    unitId: postOf.unit,
    title: '科长',
    level: postOf.level ?? null,
    leading: postOf.leading ?? null,
    seats: postOf.seats ?? [],
    teamId: postOf.team ?? null,
    reportsTo: postOf.reportsTo ?? null,
    quota: postOf.quota ?? 1,
    ...storedValidity(postOf.from ?? null, postOf.to ?? null),
  })
  return id
}

export const addPerson = async (tx: Tx, birth: StatedText = '1975-06', authority = county): Promise<string> => {
  const id = randomUUID()
  await tx.insert(person).values({ root, id, authority, code: id, name: '张伟', sex: 'M' })
  const { on, precision } = storedDay(birth)
  await tx.insert(personPersonnel).values({
    root,
    id: randomUUID(),
    personId: id,
    birthOn: on,
    birthPrecision: precision,
    ethnicity: '01',
    category: 'civil',
    growthPlaces: ['411121', '411100'],
  })
  return id
}

interface AssignmentOf {
  readonly person: string
  readonly post: string
  readonly from: StatedText
  readonly to?: StatedText
  readonly capacity?: Capacity
  readonly exclusive?: boolean
  readonly ordinal?: number
}

/** Returns the id that stays across corrections. */
export const addAssignment = async (tx: Tx, held: AssignmentOf): Promise<string> => {
  const id = randomUUID()
  await tx.insert(assignment).values({
    root,
    rowId: randomUUID(),
    id,
    personId: held.person,
    postRoot: root,
    postId: held.post,
    ...storedValidity(held.from, held.to ?? null),
    capacity: held.capacity ?? 'formal',
    ordinal: held.ordinal ?? 0,
    exclusive: held.exclusive ?? false,
  })
  return id
}
