import type { Ref } from '../../db/facts.ts'
import { currentEvaluation, shareRecord } from '../../db/queries/evaluation.ts'
import { closeFindings, storedFindings } from '../../db/queries/finding-store.ts'
import type { Tx } from '../../db/transaction.ts'
import { touchedBy } from '../evaluate/touched.ts'
import type { Examined } from './examine.ts'
import type { PeopleRows } from './rows.ts'
import { refreshSeats, writeCareers } from './write-careers.ts'
import {
  bumpVersions,
  homeOf,
  type PeopleToWrite,
  writeAuthorities,
  writeCores,
  writeDossier,
  writePersonnel,
} from './write-files.ts'
import { writeKin } from './write-kin.ts'
import { writeOrg } from './write-org.ts'
import { writeStates } from './write-states.ts'

/** What was written, and who must be judged again. */
export interface Applied {
  readonly touched: readonly Ref[]
  readonly peopleNew: number
  readonly peopleChanged: number
  readonly careersChanged: number
  readonly organisationChanged: number
}

/**
 * Who of the file's people is staff: whoever has a category or holds a post outside an enterprise. A relative without
 * either is not; of anyone else the roster does not tell (`null`).
 */
const staffOf = ({ people, view }: Examined): ReadonlyMap<string, boolean | null> => {
  const posted = new Set(
    people.assignments.flatMap(({ person, post }) => {
      const units = (view.posts.get(post.id) ?? []).flatMap(({ unit }) => view.units.get(unit) ?? [])
      return units.some(({ kind }) => kind !== 'enterprise') ? [person.id] : []
    }),
  )
  const relatives = new Set(people.kin.map(({ relative }) => relative?.id))
  return new Map(
    people.people.map(({ draft, self }) => [
      self.id,
      draft.values.category !== null || posted.has(self.id) ? true : relatives.has(self.id) ? false : null,
    ]),
  )
}

/** Someone whose file moves to another authority is no longer spoken of where it lay. */
const leaveRecord = async (tx: Tx, { people }: PeopleRows, { homes }: Examined): Promise<void> => {
  for (const { self } of people) {
    const from = self.stored?.authority
    if (from === undefined || from === homeOf(homes, self.id).authority) continue
    await shareRecord(tx, from)
    const standing = await currentEvaluation(tx, from)
    if (standing === null) continue
    const said = await storedFindings(tx, standing.root, [self.id], { evaluation: standing.id })
    await closeFindings(
      tx,
      standing.root,
      said.map(({ row }) => row),
    )
  }
}

const existing = (changed: ReadonlySet<string>, roots: ReadonlyMap<string, number>): Ref[] =>
  [...changed].flatMap((id) => {
    const root = roots.get(id)
    return root === undefined ? [] : [{ root, id }]
  })

/** Where the entities of the roster are placed that were stored before it: only those may have been held by someone. */
const storedRoots = ({ org }: Examined): ReadonlyMap<string, number> => {
  const entities = [
    ...org.units.flatMap(({ self, succeeds }) => [self, ...succeeds]),
    ...org.teams.map(({ self }) => self),
    ...org.terms.map(({ team }) => team),
    ...org.posts.flatMap(({ self, succeeds }) => [self, ...succeeds]),
  ]
  return new Map(entities.filter(({ stored }) => stored).map(({ id, root }) => [id, root]))
}

/** Writes an examined roster, all of it, in the caller's transaction. A roster that says what is stored writes nothing. */
export const apply = async (tx: Tx, examined: Examined): Promise<Applied> => {
  const { org, people, homes, view } = examined
  const writing: PeopleToWrite = { rows: people, homes, staff: staffOf(examined) }
  const orgChanged = await writeOrg(tx, org)
  const roots = storedRoots(examined)
  const changedOrg = {
    units: existing(orgChanged.units, roots),
    teams: existing(orgChanged.teams, roots),
    posts: existing(orgChanged.posts, roots),
  }
  await refreshSeats(tx, changedOrg.posts, view)
  const cores = await writeCores(tx, writing)
  const careers = await writeCareers(tx, writing, view)
  const changed = new Set([
    ...cores,
    ...careers,
    ...(await writePersonnel(tx, writing)),
    ...(await writeAuthorities(tx, writing)),
    ...(await writeStates(tx, writing)),
    ...(await writeDossier(tx, writing)),
  ])
  const kin = await writeKin(tx, writing)
  await leaveRecord(tx, people, examined)
  const fresh = new Set(people.people.filter(({ self }) => self.stored === null).map(({ self }) => self.id))
  const revised = new Map<string, Ref>([
    ...kin.map((ref): [string, Ref] => [ref.id, ref]),
    ...[...changed].map((id): [string, Ref] => [id, { root: homeOf(homes, id).root, id }]),
  ])
  await bumpVersions(
    tx,
    [...revised.values()].filter(({ id }) => !fresh.has(id)),
  )
  const byOrg = await touchedBy(tx, changedOrg)
  const touched = new Map([...revised, ...byOrg.map((ref): [string, Ref] => [ref.id, ref])])
  return {
    touched: [...touched.values()],
    peopleNew: fresh.size,
    peopleChanged: revised.size,
    careersChanged: careers.length,
    organisationChanged: orgChanged.units.size + orgChanged.teams.size + orgChanged.posts.size,
  }
}
