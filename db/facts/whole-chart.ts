import type { Chart, PostVersion, Range, TeamVersion, UnitVersion } from '../../policy/index.ts'
import { given, type RowReader } from '../copy/row-reader.ts'
import { Shared } from '../copy/shared.ts'
import { rangeOn } from '../stated.ts'
import type { Tx } from '../transaction.ts'
import { reading } from './bulk/stretch.ts'
import { chartOf } from './chart.ts'
import { regulator } from './org.ts'

/** Rows copied at once: what one copy holds is the only part that is not kept. */
const page = 50_000

/**
 * The whole organisation as of now, for judging everyone: 800,000 posts stay far below a gigabyte, since what many posts have in
 * common is one and the same object.
 */
export const wholeChart = async (tx: Tx): Promise<Chart> => {
  const names = new Map<string, string>()
  // One and the same string for the unit of a thousand posts.
  const name = (id: string): string => {
    const known = names.get(id)
    if (known === undefined) names.set(id, id)
    return known ?? id
  }
  const nameOrNull = (id: string | null): string | null => (id === null ? null : name(id))
  const units = await versionsOf(tx, unitTable, (row): UnitVersion => {
    const days = daysOf(row)
    const parent = nameOrNull(row.uuid())
    const regulatedBy = nameOrNull(row.uuid())
    return { ...days, parent, regulatedBy, ...row.shared(unitShared, knownUnits, unitSaid) }
  })
  const teams = await versionsOf(tx, teamTable, (row): TeamVersion => {
    const days = daysOf(row)
    return { ...days, kind: given(row.word()), jurisdiction: given(row.code()) }
  })
  const posts = await versionsOf(tx, postTable, (row): PostVersion => {
    const days = daysOf(row)
    const unit = name(given(row.uuid()))
    const [team, reportsTo] = [nameOrNull(row.uuid()), nameOrNull(row.uuid())]
    return { ...days, unit, team, reportsTo, ...row.shared(postShared, knownPosts, postSaid) }
  })
  return chartOf(posts, units, teams)
}

interface Table {
  readonly name: string
  /** The column of the thing this is a version of. */
  readonly of: string
  readonly columns: string
  readonly join: string
}

const postTable: Table = {
  name: 'post_version',
  of: 'post_id',
  columns:
    'v.unit_id, v.team_id, v.reports_to, v.level, v.leading, v.seats, v.duties, v.business, v.authority, v.category, v.quota',
  join: '',
}
const postShared = 8

const unitTable: Table = {
  name: 'unit_version',
  of: 'unit_id',
  columns: `v.parent_id, ${regulator('v')}, v.kind, v.functions, u.jurisdiction, v.legal_person, v.system`,
  join: 'join unit u on u.root = v.root and u.id = v.unit_id',
}
const unitShared = 5

const teamTable: Table = {
  name: 'team_version',
  of: 'team_id',
  columns: 'v.kind, t.jurisdiction',
  join: 'join team t on t.root = v.root and t.id = v.team_id',
}

type PostSaid = Omit<PostVersion, 'from' | 'to' | 'unit' | 'team' | 'reportsTo'>
type UnitSaid = Omit<UnitVersion, 'from' | 'to' | 'parent' | 'regulatedBy'>

const postSaid = (row: RowReader): PostSaid => ({
  level: row.word(),
  leading: row.boolean(),
  seats: row.words(),
  duties: row.words(),
  business: row.texts(),
  authority: row.code(),
  category: row.word(),
  quota: given(row.integer()),
})

const unitSaid = (row: RowReader): UnitSaid => ({
  kind: given(row.word()),
  functions: row.texts(),
  jurisdiction: given(row.code()),
  legalPerson: row.boolean(),
  system: row.text(),
})

/** Alike posts and units kept at once. */
const alike = 20_000
const knownPosts = new Shared<PostSaid>(alike)
const knownUnits = new Shared<UnitSaid>(alike)

const sinceEver: Range = { lo: -Infinity, hi: -Infinity }
const forEver: Range = { lo: Infinity, hi: Infinity }

const daysOf = (row: RowReader): { readonly from: Range; readonly to: Range } => ({
  from: rangeOn(row.day(), row.word()) ?? sinceEver,
  to: rangeOn(row.day(), row.word()) ?? forEver,
})

/** The versions of everything in a table, oldest first, read page by page; the thing a page ends with is read again with the next. */
const versionsOf = async <V>(
  tx: Tx,
  { name, of, columns, join }: Table,
  read: (row: RowReader) => V,
): Promise<ReadonlyMap<string, readonly V[]>> => {
  const found = new Map<string, V[]>()
  for (let after = ''; ; ) {
    const rows = await reading(
      tx,
      `select v.root, v.${of}, v.from_on, v.from_precision, v.to_on, v.to_precision, ${columns}
       from ${name} v ${join} where v.recorded_to is null ${after}
       order by v.root, v.${of}, v.from_on asc nulls first, v.id limit ${page}`,
    )
    let count = 0
    let [complete, last] = ['', '']
    for (let key = ''; rows.next(); count += 1) {
      const [root, id] = [given(rows.integer()), given(rows.uuid())]
      if (id !== last) [complete, key, last] = [key, `(${root}, '${id}')`, id]
      const versions = found.get(id)
      if (versions === undefined) found.set(id, [read(rows)])
      else versions.push(read(rows))
    }
    if (count < page) return found
    found.delete(last)
    after = `and (v.root, v.${of}) > ${complete}`
  }
}
