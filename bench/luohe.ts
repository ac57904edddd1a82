import { sql } from 'drizzle-orm'
import { connect } from '../db/connect.ts'
import { type Tx, transaction } from '../db/transaction.ts'
import { madeUp, withoutIndexes } from './filling.ts'

/** Every hundredth person's career is also filed as assignments, so that the pieces can be held against what `recut` makes of them. */
export const filedEvery = 100

/**
 * Fills a database with people of Luohe and their pieces as `recut` stores them: as many posts as people, each now held by
 * one; twenty posts to a section, twenty sections to an organ. A fifth of the posts are at section level, a fifth of the
 * sections do key work; a career is two to six posts, half of them in one section all along; one in seven is known by the
 * month only. All of it follows from the person's number.
 */
export const fillLuohe = async (ownerUrl: string, people: number): Promise<void> => {
  const owner = connect(ownerUrl)
  try {
    await transaction(owner, { mode: 'write', pace: 'job' }, async (tx) => {
      for (const statement of [...madeUp, ...organisation(people), ...files, ...careers])
        await tx.execute(sql.raw(statement))
      await withoutIndexes(tx, 'piece', () => tx.execute(sql.raw(pieces)))
      for (const statement of assignments) await tx.execute(sql.raw(statement))
    })
    await transaction(owner, { mode: 'write', pace: 'job' }, (tx: Tx) => tx.execute(sql`analyze`))
  } finally {
    await owner.close()
  }
}

const organisation = (people: number): readonly string[] => [
  `create temp table office on commit drop as
   with slot as (select p, p / 20 as section, p / 400 as organ, p % 400 / 20 as room, p % 20 as seat
     from generate_series(0, ${people - 1}) p)
   select p, pg_temp.made(p, 10) as post, pg_temp.made(section, 20) as section, pg_temp.made(organ, 30) as organ, room, seat,
     case when room = 0 then case when seat = 0 then 'division_chief' when seat < 4 then 'division_deputy' else 'clerk' end
       when seat in (0, 3) then 'section_chief' when seat < 3 then 'section_deputy' when seat < 8 then 'unit_chief'
       else 'clerk' end as level,
     seat < 3 or room = 0 and seat = 3 as "leading",
     case when seat = 0 then '{chief}' when seat < 3 then '{deputy}' else '{}' end::text[] as seats,
     case when section % 5 <> 0 then '{}' else (array['{finance}', '{personnel}', '{audit}', '{project_approval}'])[1 + section / 5 % 4]
       end::text[] as duties,
     case when organ % 4 = 3 then 'institution_management' when organ % 10 = 1 then 'reference' else 'civil' end as category,
     case when organ % 4 = 3 then 'institution' else 'organ' end as kind
   from slot`,
  'create unique index on office (p)',
  'analyze office',
  `insert into unit (root, id, jurisdiction, code) select distinct on (organ) 410000, organ, 411100, organ from office`,
  `insert into unit_version (root, id, unit_id, name, kind) select distinct on (organ) 410000, organ, organ, '某局', kind from office`,
  `insert into unit (root, id, jurisdiction, code) select distinct on (section) 410000, section, 411100, section from office where room > 0`,
  `insert into unit_version (root, id, unit_id, name, kind, parent_id)
   select distinct on (section) 410000, section, section, '某科', 'internal_unit', organ from office where room > 0`,
]

const files: readonly string[] = [
  `create temp table official on commit drop as
   select p as n, pg_temp.made(p, 40) as id, pg_temp.some(p, 1, 7) = 0 as by_month, pg_temp.some(p, 2, 2) = 0 as settled,
     (array[2, 4, 4, 5, 5, 5, 5, 5, 6, 6])[1 + pg_temp.some(p, 3, 10)] as posts,
     date '1966-12-01' + pg_temp.some(p, 4, 12400)::int as birth from office`,
  'create unique index on official (n)',
  'analyze official',
  `insert into person (root, id, authority, code, name, sex)
   select 410000, id, 411100, n, '某人' || n, case when pg_temp.some(n, 5, 3) = 0 then 'F' else 'M' end from official order by n`,
  `insert into person_personnel (root, id, person_id, birth_on, birth_precision, ethnicity, category, native_place)
   select 410000, pg_temp.made(n, 50), id, case when by_month then date_trunc('month', birth)::date else birth end,
     case when by_month then 'month' else 'day' end, '01', category, 411100 from official join office on p = n order by n`,
  ...[
    ['state_personnel', 'unsuited', 100],
    ['state_personnel', 'potential', 50],
    ['state_personnel', 'unfinished_business', 80],
    ['state_discipline', 'case_filed', 300],
    ['state_health', 'health_unfit', 300],
  ].map(
    (
      [table, kind, every],
      i,
    ) => `insert into ${table} (root, row_id, id, person_id, kind, from_on, from_precision, to_on, to_precision)
     select 410000, pg_temp.made(n, ${60 + i}), pg_temp.made(n, ${60 + i}), id, '${kind}', date '2022-01-01' + pg_temp.some(n, 7, 1500)::int,
       'day', case when n % 2 = 0 then date '2027-06-01' end, case when n % 2 = 0 then 'day' end
     from official where pg_temp.some(n, ${60 + i}, ${every}) = 0`,
  ),
]

/** Each step back lies in the same section or another one of the organ, three seats further down. */
const careers: readonly string[] = [
  `create temp table stint on commit drop as
   with begun as (select *, birth + 8100 + pg_temp.some(n, 8, 900)::int as start from official),
   step as (
     select n, id, by_month, settled, posts, i, posts - i as back,
       start + ((date '2026-11-22' - start) / posts * (i - 1 + pg_temp.some(n, 10 + i, 90) / 100.0))::int as begins
     from begun, generate_series(1, posts) i),
   held as (select *, n / 400 * 400 as base, n % 400 / 20 as room, n % 20 as seat from step)
   select n, i, id, by_month, back = 0 as latest, case when by_month then date_trunc('month', begins)::date else begins end as begins,
     least(case when back = 0 then n
       when room = 0 then base + (1 + (seat + back) % 19) * 20 + least(19, (back - 1) * 2)
       else base + (case when settled then room else 1 + (room + back * (1 + n % 7)) % 19 end) * 20 + least(19, seat + back * 3)
     end, (select max(p) from office)) as p,
     case when back > 0 and pg_temp.some(n, 20 + i, 50) = 0 then 'secondment' else 'formal' end as capacity
   from held`,
  `create temp table service on commit drop as
   select *, lead(begins) over (partition by n order by i) as ends from stint`,
  'analyze service',
]

const pieces = `
   insert into piece (root, id, person_id, assignment_id, ordinal, from_lo, from_hi, from_joint, to_lo, to_hi, to_joint, capacity,
     level, "leading", seats, duties, business, category, unit_kind, functions, post_id, internal_unit_id, organ_id, legal_person_id,
     place, jurisdiction, authority)
   select 410000, pg_temp.made(n * 8 + i, 70), id, pg_temp.made(n * 8 + i, 80), i - 1,
     begins - date '1970-01-01',
     case when by_month then (begins + interval '1 month')::date - 1 else begins end - date '1970-01-01',
     case when by_month and i > 1 then i - 2 end,
     coalesce(ends - date '1970-01-01', 2147483647),
     coalesce(case when by_month then (ends + interval '1 month')::date - 1 else ends end - date '1970-01-01', 2147483647),
     case when by_month and ends is not null then i - 1 end,
     capacity, level, "leading", seats, duties, '{}', category, case when room = 0 then kind else 'internal_unit' end, '{}', post,
     case when room > 0 then section end, organ, organ, 411100, 411100, 411100
   from service join office using (p) order by n, i`

const assignments: readonly string[] = [
  `create temp table filed on commit drop as select * from service join office using (p) where n % ${filedEvery} = 0`,
  `insert into post (root, id, jurisdiction, code) select distinct on (post) 410000, post, 411100, post from filed`,
  `insert into post_version (root, id, post_id, unit_id, title, level, "leading", seats, duties, quota, category)
   select distinct on (post) 410000, post, post, case when room = 0 then organ else section end, '干事', level, "leading", seats,
     duties, 9, category from filed`,
  `insert into assignment (root, row_id, id, person_id, post_root, post_id, from_on, from_precision, to_on, to_precision, capacity, ordinal)
   select 410000, pg_temp.made(n * 8 + i, 80), pg_temp.made(n * 8 + i, 80), id, 410000, post, begins,
     case when by_month then 'month' else 'day' end, ends, case when ends is null then null when by_month then 'month' else 'day' end,
     capacity, i - 1 from filed order by n, i`,
]
