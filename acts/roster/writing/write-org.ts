import type { Tx } from '../../../db/transaction.ts'
import type { OrgRows } from '../checking/rows.ts'
import { writePosts } from './write-posts.ts'
import { writeSuccessions } from './write-successions.ts'
import { writeTeams, writeTerms } from './write-teams.ts'
import { writeUnits } from './write-units.ts'

/** Whatever of the organisation this roster changed: ids of units, teams and posts that are not what they were. */
export interface OrgChanged {
  readonly units: ReadonlySet<string>
  readonly teams: ReadonlySet<string>
  readonly posts: ReadonlySet<string>
}

/** Writes the organisation's rows: versions that changed are superseded, the others untouched. */
export const writeOrg = async (tx: Tx, org: OrgRows): Promise<OrgChanged> => {
  const units = await writeUnits(tx, org.units)
  const teams = await writeTeams(tx, org.teams)
  const termed = await writeTerms(tx, org.terms)
  const posts = await writePosts(tx, org.posts)
  const [unitLinks, postLinks] = [
    await writeSuccessions(tx, 'unit', org.units),
    await writeSuccessions(tx, 'post', org.posts),
  ]
  return {
    units: new Set([...units, ...unitLinks]),
    teams: new Set([...teams, ...termed]),
    posts: new Set([...posts, ...postLinks]),
  }
}
