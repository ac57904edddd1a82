import { insertMany } from '../../../db/insert-many.ts'
import { person } from '../../../db/tables/person.ts'
import type { Tx } from '../../../db/transaction.ts'
import type { KinRow } from '../checking/rows.ts'
import { filled } from '../reading/draft.ts'
import { sexesOf } from '../reading/kin-words.ts'
import { homeOf, type PeopleToWrite } from './write-files.ts'

/** Placement key and id of a person. */
export interface PersonRef {
  readonly root: number
  readonly id: string
}

/** The other end of each tie, whether known by code or only by name. */
export type RelativeOf = ReadonlyMap<KinRow, PersonRef>

/** Finds the person at the other end of each tie; whoever is known only by name and not stored yet gets a file. */
export const findRelatives = async (tx: Tx, { rows, homes, named }: PeopleToWrite): Promise<RelativeOf> => {
  const fresh: (typeof person.$inferInsert)[] = []
  const relatives = new Map<KinRow, PersonRef>()
  for (const row of rows.kin) {
    const { relative, draft } = row
    if (relative !== null) {
      relatives.set(row, { root: (relative.stored ?? homeOf(homes, relative.id)).root, id: relative.id })
      continue
    }
    const { id, stored } = filled(named.get(row) ?? null)
    const home = homeOf(homes, row.person.id)
    relatives.set(row, stored ?? { root: home.root, id })
    if (stored !== null) continue
    const sex = sexesOf(draft.says('relation') ?? '').relative
    fresh.push({ ...home, id, code: null, name: filled(draft.values.relative_name), sex, staff: false })
  }
  await insertMany(tx, person, fresh)
  return relatives
}
