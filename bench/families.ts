import { sql } from 'drizzle-orm'
import { connect } from '../db/connect.ts'
import { allDivisions, rootOf } from '../db/divisions.ts'
import { type Tx, transaction } from '../db/transaction.ts'
import { madeUp, withoutIndexes } from './filling.ts'

/** Staff of a county: eight organs of a chief, two deputies and five sections of nine. */
const perCounty = 384
/** Families of a county: ten of the staff each, and six relatives outside the service. */
const clans = 38

/**
 * Fills a database with whole counties, about so many staff over all of them, each with two posts held one after the other (one
 * in sixteen came from another organ), and their families: a couple, their three children, who is married to whom, the grandchildren. Sixteen ties to a family, on
 * file from both ends. Kin sit in different organs, except in every twentieth family, where a child serves under the parent.
 */
export const fillFamilies = async (ownerUrl: string, staff: number): Promise<readonly string[]> => {
  const all = allDivisions.filter(({ level }) => level === 'county')
  const codes = all.slice(0, Math.max(1, Math.min(all.length, Math.round(staff / perCounty)))).map((c) => c.code)
  const owner = connect(ownerUrl)
  try {
    await transaction(owner, { mode: 'write', pace: 'job' }, (tx) => fill(tx, codes))
    await transaction(owner, { mode: 'write', pace: 'job' }, (tx) => tx.execute(sql`analyze`))
  } finally {
    await owner.close()
  }
  return codes
}

const fill = async (tx: Tx, codes: readonly string[]): Promise<void> => {
  for (const statement of madeUp) await tx.execute(sql.raw(statement))
  await tx.execute(sql`create temp table county on commit drop as select root, code, (place - 1)::int as c
    from unnest(${sql.param(codes.map(rootOf))}::int[], ${sql.param(codes.map(Number))}::int[]) with ordinality as t(root, code, place)`)
  for (const statement of [...offices, ...people]) await tx.execute(sql.raw(statement))
  for (const [table, rows] of [
    ['assignment', assignments],
    ['piece', pieces],
    ['kin_edge', ties],
  ] as const) {
    await withoutIndexes(tx, table, () => tx.execute(sql.raw(rows)))
  }
}

const offices: readonly string[] = [
  `create temp table office on commit drop as
   with slot as (select root, code, c, n, c * ${perCounty} + n as g, n / 48 as o, n % 48 as q, greatest(n % 48 - 3, 0) / 9 as s,
     case when n % 48 < 3 then n % 48 else (n % 48 - 3) % 9 end as r from county, generate_series(0, ${perCounty - 1}) n)
   select root, code, c, n, g, q, pg_temp.made(g, 10) as post, pg_temp.made(c * 8 + o, 30) as organ,
     case when q >= 3 then pg_temp.made((c * 8 + o) * 5 + s, 20) end as section,
     case when q = 0 then 'division_chief' when q < 3 then 'division_deputy' when r = 0 then 'section_chief' else 'clerk' end as level,
     q < 3 or r = 0 as "leading",
     case when r = 0 then '{chief}' when q < 3 then '{deputy}' else '{}' end::text[] as seats,
     case when q < 3 or s > 3 then '{}' else (array['{finance}', '{personnel}', '{audit}', '{project_approval}'])[1 + s] end::text[] as duties
   from slot`,
  'create unique index on office (c, n)',
  'analyze office',
  `insert into unit (root, id, jurisdiction, code) select distinct on (organ) root, organ, code, organ from office`,
  `insert into unit_version (root, id, unit_id, name, kind) select distinct on (organ) root, organ, organ, '某局', 'organ' from office`,
  `insert into unit (root, id, jurisdiction, code) select distinct on (section) root, section, code, section from office where q >= 3`,
  `insert into unit_version (root, id, unit_id, name, kind, parent_id)
   select distinct on (section) root, section, section, '某科', 'internal_unit', organ from office where q >= 3`,
  `insert into post (root, id, jurisdiction, code) select root, post, code, 'P' || n from office`,
  `insert into post_version (root, id, post_id, unit_id, title, level, "leading", seats, duties, category)
   select root, post, post, coalesce(section, organ), '干部', level, "leading", seats, duties, 'civil' from office`,
]

/** Member `k` of family `j`: the first eight sit in eight organs, the last two beside the first two. */
const member = (k: string, j = 'j') =>
  `(((${j} + ${k}) % 8) * 48 + case when ${k} < 8 then ${j} else 38 + (${k} - 8) * 5 + ${j} / 8 end)`

const people: readonly string[] = [
  `create temp table relation on commit drop as
   select c, root, code, j, k, k >= 10 as outside,
     case when k < 10 then pg_temp.made(c * ${perCounty} + ${member('k')}, 40) else pg_temp.made((c * ${clans} + j) * 8 + k, 41) end as id,
     case when k in (1, 2, 4, 6, 8, 11, 13) then 'F' else 'M' end as sex,
     case when k in (10, 11) then 1935 when k in (0, 1, 2, 12, 13) then 1962 else 1990 end as born
   from county, generate_series(0, ${clans - 1}) j, generate_series(0, 15) k`,
  'create index on relation (c, j, k)',
  'analyze relation',
  `insert into person (root, id, authority, code, name, sex, staff)
   select o.root, pg_temp.made(g, 40), o.code, 'R' || n, '某人' || n, coalesce(r.sex, 'M'), true
   from office o left join relation r on r.id = pg_temp.made(g, 40)`,
  `insert into person (root, id, authority, code, name, sex, staff)
   select root, id, code, null, '家属' || k, sex, false from relation where outside`,
  `insert into person_personnel (root, id, person_id, birth_on, birth_precision, category, ethnicity)
   select root, gen_random_uuid(), id, make_date(born, 1 + k % 12, 1 + j % 28), 'day', case when not outside then 'civil' end, '01'
   from relation`,
]

const held = `
  select o.*, pg_temp.made(o.g, 40) as person, i, date '2018-01-01' + pg_temp.some(o.g, 1, 2000)::int as changed,
    pg_temp.made(o.g * 2 + i, 80) as held
  from office o, generate_series(0, 1) i`

const service = `(select h.root, h.person, h.i, h.held, h.changed, w.post, w.organ, w.section, w.level, w."leading", w.seats, w.duties, w.code
  from (${held}) h join office w on w.c = h.c and w.n = case when h.i = 1 then h.n when h.n % 16 = 0 then (h.n + 149) % ${perCounty}
    else h.n / 48 * 48 + (h.n + 7) % 48 end) t`

const assignments = `
  insert into assignment (root, row_id, id, person_id, post_root, post_id, from_on, from_precision, to_on, to_precision, capacity, ordinal)
  select root, held, held, person, root, post, case when i = 1 then changed else changed - 3000 end, 'day',
    case when i = 0 then changed end, case when i = 0 then 'day' end, 'formal', i from ${service}`

const pieces = `
  insert into piece (root, id, person_id, assignment_id, ordinal, from_lo, from_hi, to_lo, to_hi, capacity, level, "leading", seats, duties,
    business, category, unit_kind, functions, post_id, internal_unit_id, organ_id, legal_person_id, place, jurisdiction, authority)
  select root, held, person, held, i, first, first, last, last, 'formal', level, "leading", seats, duties, '{}', 'civil',
    case when section is null then 'organ' else 'internal_unit' end, '{}', post, section, organ, organ, code, code, code
  from ${service}, lateral (select changed - date '1970-01-01' as day) d,
    lateral (select case when i = 1 then day else day - 3000 end as first, case when i = 0 then day else 2147483647 end as last) e`

/** Who is what to whom in a family: the couple 10 and 11, their children 0, 1 and 12, and so on down. */
const familyTies: readonly (readonly [of: number, relative: number, relation: 'spouse' | 'child', every: number])[] = [
  [10, 11, 'spouse', 1],
  ...[0, 1, 12].flatMap((k) => [[10, k, 'child', 1] as const, [11, k, 'child', 1] as const]),
  [0, 2, 'spouse', 1],
  [1, 13, 'spouse', 1],
  [0, 3, 'child', 1],
  [2, 3, 'child', 1],
  [1, 4, 'child', 1],
  [12, 5, 'child', 1],
  [5, 6, 'spouse', 1],
  [7, 14, 'spouse', 1],
  [8, 9, 'spouse', 1],
  [0, 8, 'child', 20],
]

const ties = `
  insert into kin_edge (root, id, person_id, relative_root, relative_id, relation, kind, from_on, from_precision, verified, declared)
  select a.root, pg_temp.made((a.c * ${clans} + a.j) * 64 + t.place * 2 + side, 90), case when side = 0 then a.id else b.id end, a.root,
    case when side = 0 then b.id else a.id end, case when t.relation = 'child' and side = 1 then 'parent' else t.relation end,
    case when t.relation = 'child' then 'birth' end, case when t.relation = 'spouse' then make_date(greatest(a.born, b.born) + 25, 1, 1) end,
    case when t.relation = 'spouse' then 'day' end, true, side = 0
  from (values ${familyTies.map(([of, relative, relation, every], i) => `(${i}, ${of}, ${relative}, '${relation}', ${every})`).join(', ')})
    as t(place, of, relative, relation, every)
  join relation a on a.k = t.of and (a.c * ${clans} + a.j) % t.every = 0
  join relation b on b.c = a.c and b.j = a.j and b.k = t.relative, generate_series(0, 1) side`
