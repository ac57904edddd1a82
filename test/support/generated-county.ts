import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Ref } from '../../db/facts.ts'
import { insertMany } from '../../db/insert-many.ts'
import { storedDay, storedValidity } from '../../db/stated.ts'
import { assignment } from '../../db/tables/assignment.ts'
import { person, personPersonnel } from '../../db/tables/person.ts'
import { post, postVersion } from '../../db/tables/post.ts'
import { team, teamVersion } from '../../db/tables/team.ts'
import { unit, unitVersion } from '../../db/tables/unit.ts'
import type { Tx } from '../../db/transaction.ts'
import type { Seat, UnitKind } from '../../policy/index.ts'
import { addTie } from './kin-rows.ts'

/** Numbers from a seed, the same for the same seed. */
export const numbersFrom = (seed: number) => {
  let state = seed
  const next = () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32
  }
  const below = (n: number) => Math.floor(next() * n)
  return {
    below,
    oneIn: (n: number) => below(n) === 0,
    pick: <T>(from: readonly T[]): T => pickOf(from, below(from.length)),
  }
}

const pickOf = <T>(from: readonly T[], i: number): T => {
  const found = from[i]
  if (found === undefined) throw new RangeError('Nothing to pick from.')
  return found
}

type Numbers = ReturnType<typeof numbersFrom>

/** Two counties of one municipality, and one of another province. */
const places = [
  { root: 410000, county: '411121' },
  { root: 410000, county: '411122' },
  { root: 420000, county: '420111' },
] as const
type Place = (typeof places)[number]

export interface GeneratedCounty {
  readonly people: readonly Ref[]
  readonly posts: readonly Ref[]
}

const dayIn = (n: Numbers) => `${2000 + n.below(22)}-0${1 + n.below(9)}-15`

const organisation = async (tx: Tx, n: Numbers, place: Place): Promise<Ref[]> => {
  const { root, county: jurisdiction } = place
  const teamId = randomUUID()
  await insertMany(tx, team, [{ root, id: teamId, jurisdiction, code: teamId }])
  await insertMany(tx, teamVersion, [{ root, id: randomUUID(), teamId, name: '县政府班子', kind: 'government' }])
  const organs: string[] = []
  const posts: Ref[] = []
  for (let i = 0; i < 7; i += 1) {
    const kind: UnitKind = i === 6 ? 'enterprise' : i > 2 ? 'internal_unit' : 'organ'
    const id = randomUUID()
    const parentId = kind === 'internal_unit' ? n.pick(organs) : organs.length > 0 && n.oneIn(2) ? organs[0] : null
    if (kind === 'organ') organs.push(id)
    await insertMany(tx, unit, [{ root, id, jurisdiction, code: id }])
    const regulatedBy = kind === 'enterprise' ? n.pick(organs) : null
    await insertMany(tx, unitVersion, [
      {
        root,
        id: randomUUID(),
        unitId: id,
        name: '单位',
        kind,
        parentId: kind === 'enterprise' ? null : parentId,
        regulatedBy,
      },
    ])
    for (let k = 0; k < 3; k += 1) {
      const postId = randomUUID()
      const seats: Seat[] = k === 0 ? ['chief'] : k === 1 ? ['deputy'] : []
      await insertMany(tx, post, [{ root, id: postId, jurisdiction, code: postId }])
      await insertMany(tx, postVersion, [
        {
          ...{ root, id: randomUUID(), postId, unitId: id, title: '职位', seats, leading: k < 2, quota: 50 },
          ...{ teamId: k === 0 && n.oneIn(2) ? teamId : null, duties: n.oneIn(3) ? ['finance'] : [] },
        },
      ])
      posts.push({ root, id: postId })
    }
  }
  return posts
}

const people = async (tx: Tx, n: Numbers, { root, county: authority }: Place, count: number): Promise<Ref[]> => {
  const ids = Array.from({ length: count }, () => randomUUID())
  await insertMany(
    tx,
    person,
    ids.map((id) => ({
      root,
      id,
      authority,
      code: id,
      name: '张伟',
      sex: n.oneIn(2) ? ('M' as const) : ('F' as const),
    })),
  )
  await insertMany(
    tx,
    personPersonnel,
    ids.map((id) => {
      const birth = storedDay(`19${50 + n.below(40)}`)
      const died = storedDay(n.oneIn(12) ? `20${10 + n.below(9)}-05` : null)
      return {
        ...{ root, id: randomUUID(), personId: id, birthOn: birth.on, birthPrecision: birth.precision },
        ...{ diedOn: died.on, diedPrecision: died.precision, category: 'civil' as const },
      }
    }),
  )
  return ids.map((id) => ({ root, id }))
}

const relations = ['parent', 'parent', 'parent', 'parent', 'spouse', 'spouse', 'special_interest', '堂兄'] as const

/** A tie between two of them, of any kind and anywhere: families are as tangled as the law allows, and more. */
export const tieAnyTwo = async (tx: Tx, n: Numbers, among: readonly Ref[]): Promise<readonly [Ref, Ref]> => {
  const at = n.below(among.length)
  const one = pickOf(among, at)
  // Mostly near in the list, so that the ties make families.
  const other = pickOf(among, n.oneIn(6) ? n.below(among.length) : Math.min(among.length - 1, at + 1 + n.below(8)))
  if (one.id === other.id) return [one, other]
  const relation = n.pick(relations)
  const ended = relation === 'spouse' && n.oneIn(4)
  await addTie(tx, one, relation, other, {
    verified: !n.oneIn(8),
    ...(relation === 'spouse' && { from: dayIn(n) }),
    ...(ended && { to: '2023-01-01', endedBy: n.oneIn(2) ? ('divorce' as const) : ('death' as const) }),
    ...(relation === 'parent' && n.oneIn(8) && { kind: 'adoptive' as const, from: dayIn(n) }),
  })
  return [one, other]
}

export const seatSomeone = async (tx: Tx, n: Numbers, { root, id }: Ref, posts: readonly Ref[]): Promise<void> => {
  const career = await tx.select({ post: assignment.postId }).from(assignment).where(eq(assignment.personId, id))
  const held = n.pick(posts.filter((free) => career.every((row) => row.post !== free.id)))
  const from = dayIn(n)
  await insertMany(tx, assignment, [
    {
      ...{ root, rowId: randomUUID(), id: randomUUID(), personId: id, postRoot: held.root, postId: held.id },
      ...storedValidity(from, n.oneIn(3) ? '2022-12' : null),
      ...{ capacity: 'formal' as const, ordinal: 0 },
    },
  ])
}

/** Counties with offices, people in them, and families across them; the same, but for the ids, for the same seed. */
export const generateCounty = async (tx: Tx, seed: number): Promise<GeneratedCounty> => {
  const n = numbersFrom(seed)
  const posts: Ref[] = []
  const everyone: Ref[] = []
  for (const place of places) {
    posts.push(...(await organisation(tx, n, place)))
    everyone.push(...(await people(tx, n, place, 30)))
  }
  // Neighbours in the list may lie in different places.
  const mixed = everyone.map((ref) => ({ ref, key: n.below(1_000) })).toSorted((a, b) => a.key - b.key)
  const all = mixed.map(({ ref }) => ref)
  for (const ref of all) if (!n.oneIn(4)) await seatSomeone(tx, n, ref, posts)
  for (let i = 0; i < 150; i += 1) await tieAnyTwo(tx, n, all)
  return { people: all, posts }
}
