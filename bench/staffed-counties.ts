import { sql } from 'drizzle-orm'
import { connect } from '../db/connect.ts'
import { allDivisions, rootOf } from '../db/divisions.ts'
import { type Tx, transaction } from '../db/transaction.ts'

const unitsEach = 20
const postsEach = 15
/** Posts of a county, each held by someone. */
const perCounty = unitsEach * postsEach

interface County {
  readonly code: string
  /** Where half of its people once served. */
  readonly away: string
}

/**
 * Puts whole counties where a roster would put them, with so many people over all: units, posts, who holds them, and five
 * posts each held before, of that county or the next one. Some units were renamed and some posts retitled.
 */
export const fillStaffedCounties = async (ownerUrl: string, people: number): Promise<readonly string[]> => {
  const all = allDivisions.filter(({ level }) => level === 'county')
  const codes = all.slice(0, Math.max(1, Math.min(all.length, Math.round(people / perCounty)))).map((c) => c.code)
  const counties = codes.map((code, i) => ({ code, away: codes[(i + 1) % codes.length] ?? code }))
  const owner = connect(ownerUrl)
  try {
    for (let i = 0; i < counties.length; i += 100)
      await transaction(owner, { mode: 'write', pace: 'job' }, (tx) => fill(tx, counties.slice(i, i + 100)))
    await transaction(owner, { mode: 'write', pace: 'job' }, (tx) => tx.execute(sql`analyze`))
  } finally {
    await owner.close()
  }
  return codes
}

const idOf = (kind: string, numbers: string, code = 'c.code') =>
  sql.raw(`md5('${kind}' || ${code} || '/' || ${numbers})::uuid`)

/** The third post of every other person. */
const wasAway = 'n % 2 = 0 and k = 3'

const fill = async (tx: Tx, counties: readonly County[]): Promise<void> => {
  const [codes, aways] = [counties.map(({ code }) => code), counties.map(({ away }) => away)]
  const columns = [codes.map(rootOf), codes.map(Number), aways.map(rootOf), aways.map(Number)]
  const arrays = sql.join(
    columns.map((numbers) => sql`${sql.param(numbers)}::int[]`),
    sql`, `,
  )
  const county = sql`unnest(${arrays}) as c(root, code, away_root, away)`
  const units = sql`${county}, generate_series(1, ${unitsEach}::int) u`
  const posts = sql`${county}, generate_series(0, ${perCounty - 1}::int) n`
  await tx.execute(sql`
    insert into unit (root, id, jurisdiction, code)
    select c.root, ${idOf('unit', 'u')}, c.code, 'U' || lpad(u::text, 2, '0') from ${units}`)
  await tx.execute(sql`
    insert into unit_version (root, id, unit_id, name, kind, from_on, from_precision, to_on, to_precision)
    select c.root, gen_random_uuid(), ${idOf('unit', 'u')}, v.name || u || '局', 'organ', v.from_on, 'day', v.to_on, v.ends
    from ${units}, (values ('第', date '1990-01-01', date '2019-03-01', 'day', 5), ('新', '2019-03-01', null, null, 5),
      ('第', '1990-01-01', null, null, 1)) as v(name, from_on, to_on, ends, every)
    where (v.every = 5) = (u % 5 = 0)`)
  await tx.execute(sql`
    insert into post (root, id, jurisdiction, code)
    select c.root, ${idOf('post', 'n')}, c.code, 'P' || lpad(n::text, 3, '0') from ${posts}`)
  await tx.execute(sql`
    insert into post_version (root, id, post_id, unit_id, title, level, from_on, from_precision, to_on, to_precision)
    select c.root, gen_random_uuid(), ${idOf('post', 'n')}, ${idOf('unit', `(1 + n / ${postsEach})`)}, v.title || n,
      'section_chief', v.from_on, 'day', v.to_on, v.ends
    from ${posts}, (values ('科长', date '1990-01-01', date '2015-07-01', 'day', 9), ('主任', '2015-07-01', null, null, 9),
      ('科长', '1990-01-01', null, null, 1)) as v(title, from_on, to_on, ends, every)
    where (v.every = 9) = (n % 9 = 0)`)
  await tx.execute(sql`
    insert into person (root, id, authority, code, name, sex)
    select c.root, ${idOf('person', 'n')}, c.code, 'R' || lpad(n::text, 3, '0'), '某人' || n, 'M' from ${posts}`)
  await tx.execute(sql`
    insert into assignment (root, row_id, id, person_id, post_root, post_id, from_on, from_precision, to_on, to_precision,
      capacity, level, ordinal)
    select c.root, ${idOf('held', `n || '/' || k`)}, ${idOf('held', `n || '/' || k`)}, ${idOf('person', 'n')},
      case when ${sql.raw(wasAway)} then c.away_root else c.root end,
      ${idOf('post', `((n + (6 - k) * 37) % ${perCounty})`, `case when ${wasAway} then c.away else c.code end`)},
      make_date(1996 + 4 * k + (n + k) % 3, 1 + n % 12, 1), case when n % 10 = 0 then 'month' else 'day' end,
      case when k < 6 then make_date(2000 + 4 * k + (n + k + 1) % 3, 1 + n % 12, 1) end, case when k < 6 then 'day' end,
      'formal', 'section_chief', k
    from ${posts}, generate_series(1, 6) k`)
}
