import type { AsOf, RowRef } from '../db/queries/as-of.ts'
import type { ConflictDay } from '../db/queries/conflict-day.ts'
import { postsAt } from '../db/queries/posts.ts'
import { unitsAt, unitsByCode } from '../db/queries/units.ts'
import type { Tx } from '../db/transaction.ts'
import { Failure } from './failure.ts'

/** Units lie this deep at most; a circle in the file does not make us climb for ever. */
const deepest = 32

/** Conflicts of which a side sits in the unit of this code, or in one below it. */
export const inUnit = async (
  tx: Tx,
  conflicts: readonly ConflictDay[],
  code: string,
  at: string,
  day: AsOf,
): Promise<readonly ConflictDay[]> => {
  const unit = await unitOf(tx, code, at, day)
  const sides = conflicts.flatMap((conflict) => conflict.sides.map(({ post }) => post))
  const posts = await postsAt(tx, distinct(sides), day)
  const homes = new Map(posts.flatMap((post) => (post === null ? [] : [[post.id, post.unitId] as const])))
  const roots = posts.flatMap((post) => (post === null ? [] : [{ root: post.root, id: post.unitId }]))
  const parents = await parentsOf(tx, distinct(roots), day)
  const within = (from: string | undefined): boolean => {
    let here: string | null | undefined = from
    for (let step = 0; here !== undefined && here !== null && step < deepest; step += 1) {
      if (here === unit.id) return true
      here = parents.get(here)
    }
    return false
  }
  return conflicts.filter((conflict) => conflict.sides.some(({ post }) => within(homes.get(post.id))))
}

const unitOf = async (tx: Tx, code: string, at: string, day: AsOf): Promise<RowRef> => {
  const found = await unitsByCode(tx, code, null, day)
  const here = found.length > 1 ? found.filter(({ jurisdiction }) => jurisdiction === at) : found
  const [unit, other] = here
  if (unit === undefined && found.length === 0) throw new Failure(`没有代码为\`${code}\`的单位，请核对单位代码。`)
  if (unit === undefined || other !== undefined)
    throw new Failure(
      `单位代码\`${code}\`在 ${found.map(({ jurisdiction }) => jurisdiction).join('、')} 都有，请用 --at 指明其所在辖区。`,
    )
  return unit
}

const parentsOf = async (tx: Tx, units: readonly RowRef[], day: AsOf): Promise<ReadonlyMap<string, string | null>> => {
  const parents = new Map<string, string | null>()
  let front = units
  for (let step = 0; front.length > 0 && step < deepest; step += 1) {
    const rows = await unitsAt(tx, front, day)
    for (const row of rows) if (row !== null) parents.set(row.id, row.parentId)
    front = distinct(
      rows.flatMap((row) =>
        row === null || row.parentId === null || parents.has(row.parentId)
          ? []
          : [{ root: row.root, id: row.parentId }],
      ),
    )
  }
  return parents
}

const distinct = (refs: readonly RowRef[]): RowRef[] => [...new Map(refs.map((ref) => [ref.id, ref])).values()]
