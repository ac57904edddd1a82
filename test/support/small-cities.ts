import { randomUUID } from 'node:crypto'
import { allDivisions, rootOf } from '../../db/divisions.ts'
import { type Ref, recut } from '../../db/facts.ts'
import { insertMany } from '../../db/insert-many.ts'
import { storedDay, storedValidity } from '../../db/stated.ts'
import { assignment } from '../../db/tables/assignment.ts'
import { person, personPersonnel } from '../../db/tables/person.ts'
import { post, postVersion } from '../../db/tables/post.ts'
import { statePersonnel } from '../../db/tables/state.ts'
import { unit, unitVersion } from '../../db/tables/unit.ts'
import type { Tx } from '../../db/transaction.ts'
import type { Dice } from '../oracle/random.ts'

export interface SmallCity {
  readonly code: string
  readonly people: readonly Ref[]
}

const two = (n: number) => String(n).padStart(2, '0')

/** A day as files state it: to the day, the month or the year. */
const stated = (dice: Dice, first: number, last: number): string => {
  const [year, month] = [dice.int(first, last), two(dice.int(1, 12))]
  return dice.pick([
    `${year}-${month}-${two(dice.int(1, 28))}`,
    `${year}-${month}-01`,
    `${year}-${month}`,
    String(year),
  ])
}

const postsEach = 4

/** Cities with a bureau of two sections and some people each; now and then one of them has served in the city before. */
export const fillSmallCities = async (tx: Tx, dice: Dice, count: number, peopleEach: number): Promise<SmallCity[]> => {
  const codes = allDivisions.filter(({ level }) => level === 'municipality').map(({ code }) => code)
  const cities: SmallCity[] = []
  let neighbours: readonly Ref[] = []
  for (const code of codes.slice(0, count)) {
    const root = rootOf(code)
    const posts = await organisation(tx, root, code)
    const ids = Array.from({ length: peopleEach }, () => randomUUID())
    await insertMany(
      tx,
      person,
      ids.map((id, i) => ({
        root,
        id,
        authority: code,
        code: `R${i}`,
        name: '张伟',
        sex: dice.pick(['M', 'F'] as const),
      })),
    )
    await insertMany(
      tx,
      personPersonnel,
      ids.map((id) => {
        const { on: birthOn, precision: birthPrecision } = storedDay(stated(dice, 1966, 1985))
        return { root, id: randomUUID(), personId: id, birthOn, birthPrecision, category: 'civil' as const }
      }),
    )
    for (const id of ids) await career(tx, dice, { root, id }, dice.chance(0.2) ? [...posts, ...neighbours] : posts)
    cities.push({ code, people: ids.map((id) => ({ root, id })) })
    neighbours = posts
  }
  await recut(
    tx,
    cities.flatMap(({ people }) => people),
  )
  return cities
}

const organisation = async (tx: Tx, root: number, jurisdiction: string): Promise<Ref[]> => {
  const [bureau, ...sections] = [randomUUID(), randomUUID(), randomUUID()]
  await insertMany(
    tx,
    unit,
    [bureau, ...sections].map((id, i) => ({ root, id, jurisdiction, code: `U${i}` })),
  )
  await insertMany(tx, unitVersion, [
    { root, id: randomUUID(), unitId: bureau, name: '财政局', kind: 'organ' },
    ...sections.map((unitId) => ({
      ...{ root, id: randomUUID(), unitId, name: '科', kind: 'internal_unit' as const, parentId: bureau },
    })),
  ])
  const posts = Array.from({ length: postsEach }, () => randomUUID())
  await insertMany(
    tx,
    post,
    posts.map((id, i) => ({ root, id, jurisdiction, code: `P${i}` })),
  )
  await insertMany(
    tx,
    postVersion,
    posts.map((postId, i) => ({
      ...{ root, id: randomUUID(), postId, unitId: sections[i % 2] ?? bureau, title: '科长', quota: 50 },
      ...{ level: 'section_chief' as const, leading: true, category: 'civil' as const },
    })),
  )
  return posts.map((id) => ({ root, id }))
}

const career = async (tx: Tx, dice: Dice, { root, id: personId }: Ref, posts: readonly Ref[]): Promise<void> => {
  const starts = Array.from({ length: dice.int(1, 3) }, () => stated(dice, 2002, 2024)).sort()
  await insertMany(
    tx,
    assignment,
    starts.map((from, ordinal) => {
      const held = dice.pick(posts)
      return {
        ...{ root, rowId: randomUUID(), id: randomUUID(), personId, postRoot: held.root, postId: held.id, ordinal },
        ...{ ...storedValidity(from, starts[ordinal + 1] ?? null), capacity: 'formal' as const },
      }
    }),
  )
  if (!dice.chance(0.4)) return
  const kind = dice.pick(['unsuited', 'unfinished_business'] as const)
  const ends = dice.chance(0.5) ? `20${dice.int(26, 33)}-05-01` : null
  await insertMany(tx, statePersonnel, [
    {
      ...{ root, rowId: randomUUID(), id: randomUUID(), personId, kind, value: null },
      ...storedValidity(stated(dice, 2015, 2025), ends),
    },
  ])
}
