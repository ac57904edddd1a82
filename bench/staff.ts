import { type SQL, sql } from 'drizzle-orm'

/** A county with its units, their posts, who holds them, and where these were before. */
export const query = `query ($code: String!, $on: Date!) { jurisdiction(code: $code, on: $on) { code name
  units(first: 20) { edges { node { code name kind
    posts(first: 15) { edges { node { code title level
      incumbents { from person { code name assignments(last: 5) { from to capacity post { title unit { name } } } } }
    } } } } } } } }`

const heldOn = (row: string, on: string): SQL =>
  sql`${sql.raw(`${row}.recorded_to is null and coalesce(${row}.from_on, '-infinity') <= `)}${on}::date
    and ${sql.raw(`(${row}.to_precision is null or ${row}.to_on > `)}${on}::date)`

const stated = (row: string, end: string): SQL =>
  sql.raw(`case ${row}.${end}_precision when 'day' then ${row}.${end}_on::text when 'month' then left(${row}.${end}_on::text, 7)
    when 'year' then left(${row}.${end}_on::text, 4) when 'unknown' then '?' end`)

const node = (object: SQL) => sql`json_build_object('node', ${object})`

const version = (table: string, row: string, key: string, on: string): SQL =>
  sql`${sql.raw(`join ${table}_version ${row} on ${row}.root = ${key}.root and ${row}.${table}_id = ${key}.id and `)}${heldOn(row, on)}`

/** The same answer, all of it made by the database in one statement; every step is a look-up in an index. */
export const byHand = (code: string, on: string): SQL => sql`
  select json_build_object('data', json_build_object('jurisdiction', json_build_object(
    'code', j.code::text, 'name', j.name, 'units', json_build_object('edges', (
      select coalesce(json_agg(${node(sql`json_build_object('code', u.code, 'name', u.name, 'kind', upper(u.kind),
        'posts', json_build_object('edges', posts.list))`)} order by u.code, u.id), '[]')
      from (
        select u.root, u.id, u.code, v.name, v.kind from unit u ${version('unit', 'v', 'u', on)}
        where u.root = j.root and u.jurisdiction = j.code order by u.code, u.id limit 20) u
      cross join lateral (
        select coalesce(json_agg(${node(sql`json_build_object('code', p.code, 'title', p.title, 'level', upper(p.level),
          'incumbents', holders.list)`)} order by p.code, p.id), '[]') as list
        from (
          select p.root, p.id, p.code, v.title, v.level from post_version v join post p on p.root = v.root and p.id = v.post_id
          where v.root = u.root and v.unit_id = u.id and ${heldOn('v', on)} order by p.code, p.id limit 15) p
        cross join lateral (
          select coalesce(json_agg(json_build_object('from', ${stated('a', 'from')}, 'person', json_build_object(
            'code', h.code, 'name', h.name, 'assignments', career.list)) order by a.ordinal, a.id), '[]') as list
          from assignment a join person h on h.root = a.root and h.id = a.person_id
          cross join lateral (
            select coalesce(json_agg(json_build_object('from', ${stated('c', 'from')}, 'to', ${stated('c', 'to')},
              'capacity', upper(c.capacity), 'post', json_build_object('title', v.title,
              'unit', json_build_object('name', w.name))) order by c.ordinal, c.id), '[]') as list
            from (
              select * from assignment c where c.root = a.root and c.person_id = any(array[a.person_id]) and c.recorded_to is null
              order by c.ordinal desc, c.id desc limit 5) c
            join post_version v on v.root = c.post_root and v.post_id = c.post_id and ${heldOn('v', on)}
            join unit_version w on w.root = v.root and w.unit_id = v.unit_id and ${heldOn('w', on)}) career
          where a.post_root = p.root and a.post_id = any(array[p.id]) and ${heldOn('a', on)}) holders) posts)
    ))))::text as answer
  from jurisdiction j where j.code = ${Number(code)}`
