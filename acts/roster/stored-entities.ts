import { and, eq, isNull, sql } from 'drizzle-orm'
import { statedText } from '../../db/stated.ts'
import { person, personPersonnel } from '../../db/tables/person.ts'
import { post } from '../../db/tables/post.ts'
import { team } from '../../db/tables/team.ts'
import { unit } from '../../db/tables/unit.ts'
import type { Tx } from '../../db/transaction.ts'
import type { DivisionCode } from '../../policy/index.ts'
import type { Drafts } from './draft.ts'
import type { Entity, StoredPerson } from './entity.ts'

/** What is stored under the codes that a roster mentions, and the codes of the filing jurisdiction to guess from. */
export interface StoredEntities {
  readonly units: readonly Entity[]
  readonly teams: readonly Entity[]
  readonly posts: readonly Entity[]
  readonly people: readonly StoredPerson[]
  readonly known: { readonly [K in 'units' | 'teams' | 'posts' | 'people']: readonly string[] }
}

type EntityTable = typeof unit | typeof team | typeof post

const guessable = 5_000

const anyOf = (column: EntityTable['code'] | typeof person.code, values: readonly string[]) =>
  sql`${column} = any(${sql.param(values)}::text[])`

const loadEntities = async (tx: Tx, table: EntityTable, codes: readonly string[]): Promise<Entity[]> => {
  if (codes.length === 0) return []
  const rows = await tx
    .select({ root: table.root, id: table.id, jurisdiction: table.jurisdiction, code: table.code })
    .from(table)
    .where(anyOf(table.code, codes))
  return rows.map((row) => ({ ...row, places: [row.jurisdiction], stored: true }))
}

const loadPeople = async (tx: Tx, codes: readonly string[]): Promise<StoredPerson[]> => {
  if (codes.length === 0) return []
  const rows = await tx
    .select({
      root: person.root,
      id: person.id,
      authority: person.authority,
      code: person.code,
      name: person.name,
      birthOn: personPersonnel.birthOn,
      birthPrecision: personPersonnel.birthPrecision,
    })
    .from(person)
    .leftJoin(
      personPersonnel,
      and(
        eq(personPersonnel.root, person.root),
        eq(personPersonnel.personId, person.id),
        isNull(personPersonnel.recordedTo),
      ),
    )
    .where(anyOf(person.code, codes))
  return rows.flatMap(({ code, birthOn, birthPrecision, ...row }) =>
    code === null ? [] : [{ ...row, code, birth: statedText({ on: birthOn, precision: birthPrecision }) }],
  )
}

const knownCodes = async (tx: Tx, table: EntityTable, root: number, at: DivisionCode): Promise<string[]> => {
  const rows = await tx
    .select({ code: table.code })
    .from(table)
    .where(and(eq(table.root, root), eq(table.jurisdiction, at)))
    .limit(guessable)
  return rows.map(({ code }) => code)
}

/** Looks up, in one statement each, every code of units, teams, posts and people that the roster mentions. */
export const loadEntitiesOf = async (
  tx: Tx,
  drafts: Drafts,
  at: DivisionCode,
  root: number,
): Promise<StoredEntities> => {
  const codes = mentionedCodes(drafts)
  const people = await tx
    .select({ code: person.code })
    .from(person)
    .where(and(eq(person.root, root), eq(person.authority, at)))
    .limit(guessable)
  return {
    units: await loadEntities(tx, unit, codes.units),
    teams: await loadEntities(tx, team, codes.teams),
    posts: await loadEntities(tx, post, codes.posts),
    people: await loadPeople(tx, codes.people),
    known: {
      units: await knownCodes(tx, unit, root, at),
      teams: await knownCodes(tx, team, root, at),
      posts: await knownCodes(tx, post, root, at),
      people: people.flatMap(({ code }) => (code === null ? [] : [code])),
    },
  }
}

type Mention = string | null | { readonly code: string } | readonly { readonly code: string }[]

const collected = (mentions: readonly Mention[]): readonly string[] => [
  ...new Set(
    mentions.flatMap((mention) => {
      if (mention === null) return []
      if (typeof mention === 'string') return [mention]
      return 'code' in mention ? [mention.code] : mention.map(({ code }) => code)
    }),
  ),
]

const mentionedCodes = ({
  units,
  teams,
  terms,
  posts,
  people,
  authorities,
  assignments,
  states,
  dossier,
  kin,
}: Drafts) => ({
  units: collected([
    ...units.flatMap(({ values: v }) => [v.code, v.parent, v.regulated_by, v.succeeds]),
    ...teams.map(({ values: v }) => v.unit),
    ...posts.map(({ values: v }) => v.unit),
  ]),
  teams: collected([
    ...teams.map(({ values: v }) => v.code),
    ...terms.map(({ values: v }) => v.team),
    ...posts.map(({ values: v }) => v.team),
  ]),
  posts: collected([
    ...posts.flatMap(({ values: v }) => [v.code, v.reports_to, v.succeeds]),
    ...assignments.map(({ values: v }) => v.post),
    ...dossier.map(({ values: v }) => v.post),
  ]),
  people: collected([
    ...people.map(({ values: v }) => v.code),
    ...[...authorities, ...assignments, ...states, ...dossier].map(({ values: v }) => v.person),
    ...kin.flatMap(({ values: v }) => [v.person, v.relative]),
  ]),
})
