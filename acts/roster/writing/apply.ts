import type { Ref } from '../../../db/facts.ts'
import { currentEvaluation, shareRecord } from '../../../db/queries/evaluation.ts'
import { closeFindings, storedFindings } from '../../../db/queries/finding-store.ts'
import type { Tx } from '../../../db/transaction.ts'
import { atOnce } from '../../evaluate/evaluate-people.ts'
import { besidesThose, type OrgChange, touchedBy } from '../../evaluate/touched.ts'
import type { Entity } from '../checking/entity.ts'
import type { Examined } from '../checking/examine.ts'
import type { OrgRows, PeopleRows } from '../checking/rows.ts'
import { slicesOf } from './slices.ts'
import { refreshSeats, writeCareers } from './write-careers.ts'
import { bumpVersions, homeOf, lockFiles, type PeopleToWrite, writeCores } from './write-files.ts'
import { writeKin } from './write-kin.ts'
import { writeOrg } from './write-org.ts'
import { writePersonnel } from './write-personnel.ts'
import { writeAuthorities, writeDossier } from './write-records.ts'
import { writeStates } from './write-states.ts'

/** What was written, and who must be judged again. */
export interface Applied {
  readonly touched: readonly Ref[]
  /** Whose pairs must be assessed again besides. */
  readonly besides: readonly Ref[]
  readonly peopleNew: number
  readonly peopleChanged: number
  readonly personalChanged: number
  readonly careersChanged: number
  readonly statesChanged: number
  readonly dossiersChanged: number
  readonly kinChanged: number
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

/** Those that were stored before this roster: only they may have been held by someone. */
const existing = (changed: ReadonlySet<string>, entities: Iterable<Entity>): Ref[] => {
  const refs = new Map<string, Ref>()
  for (const { root, id, stored } of entities) if (stored && changed.has(id)) refs.set(id, { root, id })
  return [...refs.values()]
}

/** All that were written of the organisation, new ones too: a new chief leads those who are there already. */
const written = (
  changed: {
    readonly units: ReadonlySet<string>
    readonly teams: ReadonlySet<string>
    readonly posts: ReadonlySet<string>
  },
  org: OrgRows,
): OrgChange => {
  const refs = (of: ReadonlySet<string>, entities: readonly { readonly self: Entity }[]): Ref[] =>
    entities.flatMap(({ self: { root, id } }) => (of.has(id) ? { root, id } : []))
  return {
    units: refs(changed.units, org.units),
    teams: refs(changed.teams, org.teams),
    posts: refs(changed.posts, org.posts),
  }
}

/** Every unit, team and post that the organisation's rows are of, or say to be succeeded. */
function* entitiesOf({ units, teams, terms, posts }: OrgRows): Generator<Entity> {
  for (const { self, succeeds } of units) yield* [self, ...succeeds]
  for (const { self } of teams) yield self
  for (const { team } of terms) yield team
  for (const { self, succeeds } of posts) yield* [self, ...succeeds]
}

/** Writes what the file says of people. Returns whose files changed, and of how many people which part. */
const writePeople = async (tx: Tx, examined: Examined) => {
  const { people, homes, named, view } = examined
  const writing: PeopleToWrite = { rows: people, homes, named, staff: staffOf(examined) }
  const personal = [...(await writeCores(tx, writing))]
  const careers = await writeCareers(tx, writing, view)
  const states: string[] = []
  const dossiers: string[] = []
  for (const rows of slicesOf(people)) {
    const some = { ...writing, rows }
    for (const id of [...(await writePersonnel(tx, some)), ...(await writeAuthorities(tx, some))]) personal.push(id)
    for (const id of await writeStates(tx, some)) states.push(id)
    for (const id of await writeDossier(tx, some)) dossiers.push(id)
  }
  const revised = new Map((await writeKin(tx, writing)).map((ref) => [ref.id, ref]))
  const changed = {
    personalChanged: distinct(personal),
    careersChanged: distinct(careers),
    statesChanged: distinct(states),
    dossiersChanged: distinct(dossiers),
    kinChanged: revised.size,
  }
  for (const id of [...careers, ...personal, ...states, ...dossiers])
    revised.set(id, { root: homeOf(homes, id).root, id })
  return { revised, changed }
}

const distinct = (ids: readonly string[]): number => new Set(ids).size

/** Writes an examined roster, all of it, in the caller's transaction. A roster that says what is stored writes nothing. */
export const apply = async (tx: Tx, examined: Examined): Promise<Applied> => {
  const { org, people } = examined
  await lockFiles(tx, people)
  const { units, teams, posts } = await writeOrg(tx, org)
  const stored = (changed: ReadonlySet<string>) => existing(changed, entitiesOf(org))
  const changedOrg = { units: stored(units), teams: stored(teams), posts: stored(posts) }
  await refreshSeats(tx, changedOrg.posts, examined.view)
  const { revised, changed } = await writePeople(tx, examined)
  await leaveRecord(tx, people, examined)
  const fresh = new Set(people.people.filter(({ self }) => self.stored === null).map(({ self }) => self.id))
  const known = [...revised.values()].filter(({ id }) => !fresh.has(id))
  await bumpVersions(tx, known)
  const touched = new Map([...revised.values(), ...(await touchedBy(tx, changedOrg))].map((ref) => [ref.id, ref]))
  return {
    touched: [...touched.values()],
    // Beyond that many, whole provinces are swept anyway.
    besides: touched.size > atOnce ? [] : await besidesThose(tx, written({ units, teams, posts }, org)),
    peopleNew: fresh.size,
    peopleChanged: revised.size,
    ...changed,
    organisationChanged: units.size + teams.size + posts.size,
  }
}
