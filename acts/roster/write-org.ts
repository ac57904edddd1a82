import { v7 } from 'uuid'
import { storedValidity } from '../../db/stated.ts'
import { post, postVersion } from '../../db/tables/post.ts'
import { succession } from '../../db/tables/succession.ts'
import { team, teamVersion, term } from '../../db/tables/team.ts'
import { unit, unitVersion } from '../../db/tables/unit.ts'
import type { Tx } from '../../db/transaction.ts'
import { dayText, type SuccessionKind } from '../../policy/index.ts'
import { type Draft, filled } from './draft.ts'
import type { Entity } from './entity.ts'
import { by, currently, inChunks, keyed, revise, superseded } from './revision.ts'
import type { OrgRows, PostRow, TeamRow, TermRow, UnitRow } from './rows.ts'

/** Whatever of the organisation this roster changed: ids of units, teams and posts that are not what they were. */
export interface OrgChanged {
  readonly units: ReadonlySet<string>
  readonly teams: ReadonlySet<string>
  readonly posts: ReadonlySet<string>
}

const daysOf = (draft: Draft<'units'> | Draft<'teams'> | Draft<'posts'>) =>
  storedValidity(draft.values.from?.text ?? null, draft.values.to?.text ?? null)

const validity = ['fromOn', 'fromPrecision', 'toOn', 'toPrecision'] as const

const entitiesOf = (rows: readonly { readonly self: Entity }[]): readonly Entity[] => [
  ...new Map(rows.map(({ self }) => [self.id, self])).values(),
]

const fresh = (entities: readonly Entity[]) =>
  entities.filter(({ stored }) => !stored).map(({ root, id, jurisdiction, code }) => ({ root, id, jurisdiction, code }))

const refs = (entities: readonly Entity[]) =>
  by(
    entities.filter(({ stored }) => stored),
    ({ id }) => id,
  )

/** Writes the organisation's rows: versions that changed are superseded, the others untouched. */
export const writeOrg = async (tx: Tx, org: OrgRows): Promise<OrgChanged> => {
  const units = await writeUnits(tx, org.units)
  const teams = await writeTeams(tx, org.teams)
  const termed = await writeTerms(tx, org.terms)
  const posts = await writePosts(tx, org.posts)
  const [unitLinks, postLinks] = [await writeLinks(tx, 'unit', org.units), await writeLinks(tx, 'post', org.posts)]
  return {
    units: new Set([...units, ...unitLinks]),
    teams: new Set([...teams, ...termed]),
    posts: new Set([...posts, ...postLinks]),
  }
}

type NewUnit = typeof unitVersion.$inferInsert

const unitContent = [
  ...(['unitId', 'name', 'kind', 'parentId', 'functions', 'system', 'legalPerson', 'staffing', 'regulatedBy'] as const),
  ...validity,
] satisfies (keyof NewUnit)[]

const unitRow = ({ draft, self, parent, regulatedBy }: UnitRow): NewUnit => ({
  root: self.root,
  id: v7(),
  unitId: self.id,
  name: filled(draft.values.name),
  kind: filled(draft.values.kind),
  parentId: parent?.id ?? null,
  functions: [...(draft.values.functions ?? [])],
  system: draft.values.system,
  legalPerson: draft.values.legal_person,
  staffing: draft.values.staffing,
  regulatedBy: regulatedBy === null ? null : `${regulatedBy.jurisdiction}:${regulatedBy.code}`,
  ...daysOf(draft),
})

const writeUnits = async (tx: Tx, rows: readonly UnitRow[]): Promise<string[]> => {
  const entities = entitiesOf(rows)
  await inChunks(fresh(entities), (some) => tx.insert(unit).values(some))
  const known = refs(entities)
  const stored = await tx
    .select()
    .from(unitVersion)
    .where(currently(unitVersion, unitVersion.unitId, known))
  const { close, insert } = revise<NewUnit, (typeof stored)[number]>(stored, rows.map(unitRow), unitContent)
  await tx
    .update(unitVersion)
    .set(superseded)
    .where(
      keyed(
        unitVersion.root,
        unitVersion.id,
        by(close, ({ id }) => id),
      ),
    )
  await inChunks(insert, (some) => tx.insert(unitVersion).values(some))
  return [...close, ...insert].map(({ unitId }) => unitId)
}

type NewTeam = typeof teamVersion.$inferInsert

const teamContent = ['teamId', 'name', 'kind', 'unitId', 'authority', ...validity] satisfies (keyof NewTeam)[]

const teamRow = ({ draft, self, unit: of }: TeamRow): NewTeam => ({
  root: self.root,
  id: v7(),
  teamId: self.id,
  name: filled(draft.values.name),
  kind: filled(draft.values.kind),
  unitId: of?.id ?? null,
  authority: draft.values.authority,
  ...daysOf(draft),
})

const writeTeams = async (tx: Tx, rows: readonly TeamRow[]): Promise<string[]> => {
  const entities = entitiesOf(rows)
  await inChunks(fresh(entities), (some) => tx.insert(team).values(some))
  const stored = await tx
    .select()
    .from(teamVersion)
    .where(currently(teamVersion, teamVersion.teamId, refs(entities)))
  const { close, insert } = revise<NewTeam, (typeof stored)[number]>(stored, rows.map(teamRow), teamContent)
  await tx
    .update(teamVersion)
    .set(superseded)
    .where(
      keyed(
        teamVersion.root,
        teamVersion.id,
        by(close, ({ id }) => id),
      ),
    )
  await inChunks(insert, (some) => tx.insert(teamVersion).values(some))
  return [...close, ...insert].map(({ teamId }) => teamId)
}

type NewTerm = typeof term.$inferInsert

const termRow = ({ draft, team: of }: TermRow): NewTerm => ({
  root: of.root,
  id: v7(),
  teamId: of.id,
  number: filled(draft.values.number),
  fromOn: dayText(filled(draft.values.from).lo),
  toOn: draft.values.to === null ? null : dayText(draft.values.to.lo),
})

/** The terms of a team in the file are all its terms. */
const writeTerms = async (tx: Tx, rows: readonly TermRow[]): Promise<string[]> => {
  const known = by(
    rows.map(({ team: of }) => of),
    ({ id }) => id,
  )
  const stored = await tx
    .select()
    .from(term)
    .where(currently(term, term.teamId, known))
  const content = ['teamId', 'number', 'fromOn', 'toOn'] as const
  const { close, insert } = revise<NewTerm, (typeof stored)[number]>(stored, rows.map(termRow), content)
  await tx
    .update(term)
    .set(superseded)
    .where(
      keyed(
        term.root,
        term.id,
        by(close, ({ id }) => id),
      ),
    )
  await inChunks(insert, (some) => tx.insert(term).values(some))
  return [...close, ...insert].map(({ teamId }) => teamId)
}

type NewPost = typeof postVersion.$inferInsert

const postContent = [
  ...(['postId', 'unitId', 'title', 'level', 'leading', 'seats', 'duties', 'business', 'teamId'] as const),
  ...(['reportsTo', 'authority', 'quota', 'category'] as const),
  ...validity,
] satisfies (keyof NewPost)[]

const postRow = ({ draft, self, unit: of, team: on, reportsTo }: PostRow): NewPost => ({
  root: self.root,
  id: v7(),
  postId: self.id,
  unitId: of.id,
  title: filled(draft.values.title),
  level: draft.values.level,
  leading: draft.values.leading,
  seats: [...(draft.values.seat ?? [])],
  duties: [...(draft.values.duties ?? [])],
  business: [...(draft.values.business ?? [])],
  teamId: on?.id ?? null,
  reportsTo: reportsTo?.id ?? null,
  authority: draft.values.authority,
  quota: draft.values.quota ?? 1,
  category: draft.values.category,
  ...daysOf(draft),
})

const writePosts = async (tx: Tx, rows: readonly PostRow[]): Promise<string[]> => {
  const entities = entitiesOf(rows)
  await inChunks(fresh(entities), (some) => tx.insert(post).values(some))
  const stored = await tx
    .select()
    .from(postVersion)
    .where(currently(postVersion, postVersion.postId, refs(entities)))
  const { close, insert } = revise<NewPost, (typeof stored)[number]>(stored, rows.map(postRow), postContent)
  await tx
    .update(postVersion)
    .set(superseded)
    .where(
      keyed(
        postVersion.root,
        postVersion.id,
        by(close, ({ id }) => id),
      ),
    )
  await inChunks(insert, (some) => tx.insert(postVersion).values(some))
  return [...close, ...insert].map(({ postId }) => postId)
}

type NewLink = typeof succession.$inferInsert

/** What the rows of a code succeed is all that it succeeds. */
const writeLinks = async (
  tx: Tx,
  kind: SuccessionKind,
  rows: readonly { readonly self: Entity; readonly succeeds: readonly Entity[] }[],
): Promise<string[]> => {
  const links = new Map<string, NewLink>()
  for (const { self, succeeds } of rows) {
    for (const { id } of succeeds) {
      links.set(`${self.id}/${id}`, { root: self.root, id: v7(), kind, laterId: self.id, earlierId: id })
    }
  }
  const known = refs(entitiesOf(rows))
  const all = await tx
    .select()
    .from(succession)
    .where(currently(succession, succession.laterId, known))
  const stored = all.filter((link) => link.kind === kind)
  const content = ['kind', 'laterId', 'earlierId'] as const
  const { close, insert } = revise<NewLink, (typeof stored)[number]>(stored, [...links.values()], content)
  await tx
    .update(succession)
    .set(superseded)
    .where(
      keyed(
        succession.root,
        succession.id,
        by(close, ({ id }) => id),
      ),
    )
  await inChunks(insert, (some) => tx.insert(succession).values(some))
  return [...close, ...insert].flatMap(({ laterId, earlierId }) => [laterId, earlierId])
}
