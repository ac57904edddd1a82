import { and, eq, isNull, sql } from 'drizzle-orm'
import { batchesOf } from '../../../db/batches.ts'
import { nation, rootOf } from '../../../db/divisions.ts'
import { statedText } from '../../../db/stated.ts'
import { person, personPersonnel } from '../../../db/tables/person.ts'
import { post } from '../../../db/tables/post.ts'
import { team } from '../../../db/tables/team.ts'
import { unit } from '../../../db/tables/unit.ts'
import type { Tx } from '../../../db/transaction.ts'
import type { DivisionCode } from '../../../policy/index.ts'
import type { Drafts } from '../reading/draft.ts'
import type { Entity, StoredPerson } from './entity.ts'
import { type Mentions, mentionsOf } from './mentions.ts'

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

/** Codes looked up at once. */
const batch = 20_000

const anyOf = (column: EntityTable['code'] | typeof person.code, values: readonly string[]) =>
  sql`${column} = any(${sql.param(values)}::text[])`

/** Provinces a roster may speak of; `null`: any, when the nation's own office files it. */
const rootsOf = ({ jurisdictions }: Mentions, at: DivisionCode): readonly number[] | null =>
  at === nation ? null : [...new Set([at, nation, ...jurisdictions].map(rootOf))]

/** The places of everything that one jurisdiction numbers, kept once. */
export const placesOf = (): ((jurisdiction: DivisionCode) => readonly [DivisionCode]) => {
  const known = new Map<DivisionCode, readonly [DivisionCode]>()
  return (jurisdiction) => {
    const places = known.get(jurisdiction) ?? [jurisdiction]
    known.set(jurisdiction, places)
    return places
  }
}

const loadEntities = async (
  tx: Tx,
  table: EntityTable,
  codes: ReadonlySet<string>,
  roots: readonly number[] | null,
): Promise<Entity[]> => {
  const within = roots === null ? undefined : sql`${table.root} = any(${sql.param(roots)}::int[])`
  const entities: Entity[] = []
  const places = placesOf()
  for (const some of batchesOf(codes, batch)) {
    const rows = await tx
      .select({ root: table.root, id: table.id, jurisdiction: table.jurisdiction, code: table.code })
      .from(table)
      .where(and(within, anyOf(table.code, some)))
    for (const { root, id, code, jurisdiction } of rows) {
      const own = places(jurisdiction)
      entities.push({ root, id, code, jurisdiction: own[0], places: own, stored: true })
    }
  }
  return entities
}

const loadPeople = async (tx: Tx, codes: ReadonlySet<string>): Promise<StoredPerson[]> => {
  const people: StoredPerson[] = []
  for (const some of batchesOf(codes, batch)) {
    for (const { code, birthOn, birthPrecision, ...row } of await peopleOf(tx, some))
      if (code !== null) people.push({ ...row, code, birth: statedText({ on: birthOn, precision: birthPrecision }) })
  }
  return people
}

const peopleOf = (tx: Tx, codes: readonly string[]) =>
  tx
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

const knownCodes = async (tx: Tx, table: EntityTable, root: number, at: DivisionCode): Promise<string[]> => {
  const rows = await tx
    .select({ code: table.code })
    .from(table)
    .where(and(eq(table.root, root), eq(table.jurisdiction, at)))
    .limit(guessable)
  return rows.map(({ code }) => code)
}

const peopleCodes = async (tx: Tx, root: number, at: DivisionCode): Promise<string[]> => {
  const rows = await tx
    .select({ code: person.code })
    .from(person)
    .where(and(eq(person.root, root), eq(person.authority, at)))
    .limit(guessable)
  return rows.flatMap(({ code }) => (code === null ? [] : [code]))
}

/** Looks up, with few statements, every code of units, teams, posts and people that the roster mentions. */
export const loadEntitiesOf = async (tx: Tx, drafts: Drafts, at: DivisionCode): Promise<StoredEntities> => {
  const mentions = mentionsOf(drafts)
  const [root, roots] = [rootOf(at), rootsOf(mentions, at)]
  return {
    units: await loadEntities(tx, unit, mentions.units, roots),
    teams: await loadEntities(tx, team, mentions.teams, roots),
    posts: await loadEntities(tx, post, mentions.posts, roots),
    people: await loadPeople(tx, mentions.people),
    known: {
      units: await knownCodes(tx, unit, root, at),
      teams: await knownCodes(tx, team, root, at),
      posts: await knownCodes(tx, post, root, at),
      people: await peopleCodes(tx, root, at),
    },
  }
}
