import { type SQL, sql } from 'drizzle-orm'
import type {
  Capacity,
  Category,
  DossierKind,
  Duty,
  Level,
  Seat,
  StatedText,
  StateKind,
  SuccessionKind,
  UnitKind,
} from '../../policy/index.ts'
import type { Ref } from '../recorded.ts'
import type { Tx } from '../transaction.ts'
import { type Named, statedText } from './rows.ts'

/** A row that we hold true now and did not at an instant, or that we held true then and no longer do. */
export interface Later {
  readonly root: number
  /** Of what it speaks: stable across corrections, where the table keeps such an id. */
  readonly id: string
  readonly heldNow: boolean
  /** When it was recorded, or struck from what we hold true. */
  readonly recordedAt: string
}

/** The same of a row that holds from one day to another. */
export interface LaterWithDays extends Later {
  readonly from: StatedText | null
  readonly to: StatedText | null
}

/** The person on whose file it stands. */
export interface OfPerson {
  readonly personId: string
}

const days = `${statedText('from')} as "from", ${statedText('to')} as "to"`
const person = 'person_id as "personId"'
const later = `recorded_to is null as "heldNow",
  case when recorded_to is null then recorded_from else recorded_to end::text as "recordedAt"`

/** In the order in which it was recorded. */
const since = (instant: string): SQL => sql`
  (recorded_to is null) <> (recorded_from <= ${instant}::timestamptz and (recorded_to is null or recorded_to > ${instant}::timestamptz))
  order by "recordedAt"`

const rowsOf = <Row>(tx: Tx, table: string, columns: string, where: SQL, instant: string) =>
  tx.execute<Named<Row>>(
    sql`select root, ${sql.raw(columns)}, ${sql.raw(later)} from ${sql.raw(table)} where ${where} and ${since(instant)}`,
  )

/** Rows of one table whose column names one of these, in a form whose text does not grow with their number. */
export const oneOf = (column: string, refs: readonly Ref[]): SQL => {
  const ids = sql.param(refs.map(({ id }) => id))
  const roots = sql.param([...new Set(refs.map(({ root }) => root))])
  return sql`root = any(${roots}::int[]) and ${sql.raw(column)} = any(${ids}::uuid[])`
}

export const ofPeople = (people: readonly Ref[]): SQL => oneOf('person_id', people)

export interface LaterAssignment extends LaterWithDays, OfPerson {
  readonly postRoot: number
  readonly postId: string
  readonly capacity: Capacity
  readonly level: Level | null
}

export const laterAssignments = (tx: Tx, people: readonly Ref[], instant: string) =>
  rowsOf<LaterAssignment>(
    tx,
    'assignment',
    `id, ${person}, post_root as "postRoot", post_id as "postId", capacity, level, ${days}`,
    ofPeople(people),
    instant,
  )

export interface LaterState extends LaterWithDays, OfPerson {
  readonly kind: StateKind
  readonly value: string | null
}

/** Of every class of data. */
export const laterStates = async (tx: Tx, people: readonly Ref[], instant: string): Promise<readonly LaterState[]> => {
  const tables = ['state_personnel', 'state_discipline', 'state_health']
  const columns = `id, ${person}, kind, value, ${days}`
  const found = await Promise.all(
    tables.map((table) => rowsOf<LaterState>(tx, table, columns, ofPeople(people), instant)),
  )
  return found.flat()
}

export interface LaterFile extends Later, OfPerson {
  readonly birth: StatedText | null
  readonly died: StatedText | null
  readonly workStart: StatedText | null
  readonly category: Category | null
  readonly ethnicity: string | null
  readonly education: string | null
  readonly party: string | null
  readonly birthPlace: string | null
  readonly nativePlace: string | null
  readonly growthPlaces: readonly string[]
  readonly retirementLimit: string | null
  readonly authority: string | null
}

export const laterFiles = (tx: Tx, people: readonly Ref[], instant: string) =>
  rowsOf<LaterFile>(
    tx,
    'person_personnel',
    `person_id as id, ${person}, ${statedText('birth')} as birth, ${statedText('died')} as died,
      ${statedText('work_start')} as "workStart", category, ethnicity, education, party, birth_place::text as "birthPlace",
      native_place::text as "nativePlace", growth_places::text[] as "growthPlaces", retirement_limit as "retirementLimit",
      authority_override::text as authority`,
    ofPeople(people),
    instant,
  )

export interface LaterAuthority extends LaterWithDays, OfPerson {
  readonly jurisdiction: string
}

export const laterAuthorities = (tx: Tx, people: readonly Ref[], instant: string) =>
  rowsOf<LaterAuthority>(
    tx,
    'person_authority',
    `id, ${person}, jurisdiction::text as jurisdiction, ${days}`,
    ofPeople(people),
    instant,
  )

export interface LaterDossier extends Later, OfPerson {
  readonly kind: DossierKind
  readonly on: StatedText | null
  readonly until: string | null
  readonly result: string | null
}

export const laterDossiers = (tx: Tx, people: readonly Ref[], instant: string) =>
  rowsOf<LaterDossier>(
    tx,
    'dossier',
    `id, ${person}, kind, case on_precision when 'day' then on_on::text when 'month' then left(on_on::text, 7)
      when 'year' then left(on_on::text, 4) when 'unknown' then '?' end as "on", until::text as until, result`,
    ofPeople(people),
    instant,
  )

export interface LaterTie extends LaterWithDays, OfPerson {
  readonly relativeRoot: number
  readonly relativeId: string
  readonly relation: string
  readonly kind: string | null
  readonly endedBy: string | null
  readonly verified: boolean
}

/** Ties on the person's own file. */
export const laterTies = (tx: Tx, people: readonly Ref[], instant: string) =>
  rowsOf<LaterTie>(
    tx,
    'kin_edge',
    `id, ${person}, relative_root as "relativeRoot", relative_id as "relativeId", relation, kind, ended_by as "endedBy", verified, ${days}`,
    ofPeople(people),
    instant,
  )

export interface LaterPost extends LaterWithDays {
  readonly unitId: string
  readonly title: string
  readonly level: Level | null
  readonly leading: boolean | null
  readonly seats: readonly Seat[]
  readonly duties: readonly Duty[]
  readonly business: readonly string[]
  readonly teamId: string | null
  readonly reportsTo: string | null
  readonly authority: string | null
  readonly category: Category | null
}

export const laterPosts = (tx: Tx, posts: readonly Ref[], instant: string) =>
  rowsOf<LaterPost>(
    tx,
    'post_version',
    `post_id as id, unit_id as "unitId", title, level, "leading", seats, duties, business, team_id as "teamId",
      reports_to as "reportsTo", authority::text as authority, category, ${days}`,
    oneOf('post_id', posts),
    instant,
  )

export interface LaterUnit extends LaterWithDays {
  readonly name: string
  readonly kind: UnitKind
  readonly parentId: string | null
  readonly legalPerson: boolean | null
  readonly system: string | null
}

export const laterUnits = (tx: Tx, units: readonly Ref[], instant: string) =>
  rowsOf<LaterUnit>(
    tx,
    'unit_version',
    `unit_id as id, name, kind, parent_id as "parentId", legal_person as "legalPerson", "system", ${days}`,
    oneOf('unit_id', units),
    instant,
  )

export interface LaterSuccession extends Later {
  readonly kind: SuccessionKind
  readonly earlierId: string
}

/** Links that say what these posts and units were before a reform. */
export const laterSuccessions = (tx: Tx, things: readonly Ref[], instant: string) =>
  rowsOf<LaterSuccession>(
    tx,
    'succession',
    'later_id as id, kind, earlier_id as "earlierId"',
    oneOf('later_id', things),
    instant,
  )
