import { sql } from 'drizzle-orm'
import { grouped, type Ref } from '../recorded.ts'
import type { Tx } from '../transaction.ts'
import { type OfPerson, ofPeople, oneOf } from './recorded-later.ts'
import type { Named } from './rows.ts'

/** Posts someone ever held, by whatever record, and the units these ever lay in. */
export interface EverHeld {
  readonly posts: readonly Ref[]
  readonly units: readonly Ref[]
}

/** The same of each of these people, by id. */
export const everHeld = async (tx: Tx, people: readonly Ref[]): Promise<ReadonlyMap<string, EverHeld>> => {
  const held = await tx.execute<Named<Ref & OfPerson>>(
    sql`select distinct person_id as "personId", post_root as root, post_id as id from assignment where ${ofPeople(people)}`,
  )
  const unitsOf = await upwards(tx, 'post_version', 'post_id', 'unit_id', held)
  let above = await upwards(tx, 'unit_version', 'unit_id', 'parent_id', [...unitsOf.values()].flat())
  const parents = new Map(above)
  for (let step = 0; above.size > 0 && step < deepest; step += 1) {
    const wanted = [...above.values()].flat().filter(({ id }) => !parents.has(id))
    above = await upwards(tx, 'unit_version', 'unit_id', 'parent_id', wanted)
    for (const [id, found] of above) parents.set(id, found)
  }
  return new Map(
    people.map(({ id: who }) => {
      const posts = held.filter(({ personId }) => personId === who).map(({ root, id }) => ({ root, id }))
      return [
        who,
        {
          posts,
          units: closure(
            posts.flatMap(({ id }) => unitsOf.get(id) ?? []),
            parents,
          ),
        },
      ]
    }),
  )
}

/** Units lie this deep at most; a broken file does not make us climb for ever. */
const deepest = 32

/** What each of these ever lay in, by any version of it. */
const upwards = async (
  tx: Tx,
  table: string,
  key: string,
  to: string,
  from: readonly Ref[],
): Promise<ReadonlyMap<string, readonly Ref[]>> => {
  if (from.length === 0) return new Map()
  const rows = await tx.execute<Named<Ref & { readonly of: string }>>(sql`
    select distinct root, ${sql.raw(`${key} as of, ${to} as id`)} from ${sql.raw(table)}
    where ${sql.raw(to)} is not null and ${oneOf(key, from)}`)
  return new Map(
    [...grouped(rows, ({ of }) => of)].map(([of, found]) => [of, found.map(({ root, id }) => ({ root, id }))]),
  )
}

const closure = (start: readonly Ref[], parents: ReadonlyMap<string, readonly Ref[]>): readonly Ref[] => {
  const found = new Map<string, Ref>()
  const wanted = [...start]
  for (let next = wanted.pop(); next !== undefined; next = wanted.pop()) {
    if (found.has(next.id)) continue
    found.set(next.id, next)
    wanted.push(...(parents.get(next.id) ?? []))
  }
  return [...found.values()]
}
