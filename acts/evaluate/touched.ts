import type { Ref } from '../../db/facts.ts'
import {
  everHeld,
  postsIn,
  postsOn,
  postsReportingTo,
  unitsDirectlyBelow,
  unitsOfPosts,
} from '../../db/queries/evaluation-reach.ts'
import type { Tx } from '../../db/transaction.ts'

/**
 * Parts of the organisation that a write changed: a post, unit or team of which a version was recorded; both ends of a
 * succession; a team whose terms changed.
 */
export interface OrgChange {
  readonly posts?: readonly Ref[]
  readonly units?: readonly Ref[]
  readonly teams?: readonly Ref[]
}

/** People whose findings may follow from a change of the organisation: everyone who ever held a post it touches. */
export const touchedBy = async (tx: Tx, { posts = [], units = [], teams = [] }: OrgChange): Promise<Ref[]> => {
  const within = units.length === 0 ? [] : await postsIn(tx, await subtree(tx, units))
  const seated = teams.length === 0 ? [] : await postsOn(tx, teams)
  return everHeld(tx, distinct([...posts, ...within, ...seated]))
}

/**
 * People whose pairs may follow from a change of the organisation although their own posts stay as they are: a post may lead
 * everyone in its unit and below it, and whoever reports to it from elsewhere.
 */
export const besidesThose = async (tx: Tx, { posts = [], units = [], teams = [] }: OrgChange): Promise<Ref[]> => {
  const around = posts.length === 0 ? [] : await unitsOfPosts(tx, posts)
  const led = posts.length === 0 ? [] : await postsReportingTo(tx, posts)
  return touchedBy(tx, { posts: led, units: distinct([...around, ...units]), teams })
}

/** An internal unit's people belong to its organ and legal person too, so that a change of a unit reaches all below it. */
const subtree = async (tx: Tx, units: readonly Ref[]): Promise<readonly Ref[]> => {
  const known = new Map(units.map((unit) => [unit.id, unit]))
  let wanted = units
  while (wanted.length > 0) {
    wanted = (await unitsDirectlyBelow(tx, wanted)).filter(({ id }) => !known.has(id))
    for (const unit of wanted) known.set(unit.id, unit)
  }
  return [...known.values()]
}

const distinct = (refs: readonly Ref[]): Ref[] => [...new Map(refs.map((ref) => [ref.id, ref])).values()]
