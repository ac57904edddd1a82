import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect, type Database } from '../../db/connect.ts'
import { allDivisions, divisions } from '../../db/divisions.ts'
import { recut } from '../../db/facts.ts'
import { calendarOf } from '../../db/queries/due-calendar.ts'
import { dueCounts } from '../../db/queries/due-counts.ts'
import { dueOn } from '../../db/queries/due-page.ts'
import { bindingOf, findingsOfPeople, type Scope } from '../../db/queries/finding-days.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import { day, type FindingStatus } from '../../policy/index.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { addAssignment, addPost, addUnit } from '../support/small-graph.ts'

let fresh: FreshDatabase
let owner: Database

/** 160 counties and municipalities of Henan, each with 125 people of two findings: 100 000 spans. */
const authorities = allDivisions
  .filter(({ code, level }) => code.startsWith('41') && level !== 'province')
  .slice(0, 160)

/** Random, but the same in every run: `draw(text)` is a number from 0 to 1. */
const fill = async (tx: Tx) => {
  const codes = authorities.map(({ code }) => Number(code))
  await tx.execute(
    sql.raw(`create function pg_temp.draw(text) returns float8 immutable language sql
    as $$ select ('x' || left(md5($1), 8))::bit(32)::bigint / 4294967296.0 $$`),
  )
  await tx.execute(sql`
    insert into evaluation (root, id, authority, policy_digest, state, activated_at)
    select 410000, md5(code::text)::uuid, code, 'p', 'current', now() from unnest(${sql.param(codes)}::int[]) code`)
  await tx.execute(sql`
    insert into person (root, id, authority, code, name)
    select root, md5(authority || '/' || n)::uuid, authority, n::text, '人' from evaluation, generate_series(1, 125) n`)
  await tx.execute(sql`
    insert into finding (root, row_id, id, evaluation_id, authority, person_id, rule, catalogue_id, plugin_id,
      plugin_digest, rule_jurisdiction, effect, effect_rank, from_on, key, counted)
    select p.root, md5('row' || p.id || n)::uuid, md5(p.id::text || n)::uuid, e.id, e.authority, p.id, 'henan/rule-' || n,
      'HN-' || n, 'henan', 'd', 410000, (array['MUST', 'SHALL', 'SHOULD', 'MAY'])[rank + 1], rank,
      date '2010-01-01' + (pg_temp.draw('from' || p.id || n) * 9000)::int, '{}', '[]'
    from person p join evaluation e on e.authority = p.authority cross join generate_series(1, 2) n
      cross join lateral (select (pg_temp.draw('rank' || p.id || n) * 4 - 0.5)::int as rank) r`)
  await tx.execute(sql`
    insert into finding_span (root, finding_row_id, finding_id, evaluation_id, authority, person_id, rule,
      effect_rank, status, from_on, to_on, since, due_by)
    select f.root, f.row_id, f.id, f.evaluation_id, f.authority, f.person_id, f.rule,
      f.effect_rank, (array['UNDETERMINED', 'DEFERRED', 'ACTIVE', 'EXEMPT'])[n + 1], f.from_on + n * 500,
      case when n < 3 then f.from_on + (n + 1) * 500 end, f.from_on, f.from_on + 1095
    from finding f cross join generate_series(0, 3) n where n < 3 or f.effect_rank = 0`)
}

/** How the findings of one person, as one evaluation says them, would be looked for. */
const planOfOne = async (tx: Tx): Promise<string> => {
  const rows = await tx.execute<{ 'QUERY PLAN': string }>(sql`
    explain select f.* from finding f join evaluation e on e.root = f.root and e.id = f.evaluation_id
    where f.root = 410000 and f.person_id in (${'00000000-0000-4000-8000-000000000000'}) and f.recorded_to is null
      and e.id = ${'00000000-0000-4000-8000-000000000001'}`)
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}
let planWithoutStatistics = ''

beforeAll(async () => {
  fresh = await freshDatabase()
  owner = connect(fresh.ownerUrl)
  await transaction(owner, { mode: 'write', pace: 'job' }, fill)
  planWithoutStatistics = await transaction(owner, { mode: 'read' }, planOfOne)
  await transaction(owner, { mode: 'write', pace: 'job' }, (tx) => tx.execute(sql`analyze`))
})
afterAll(async () => {
  await owner.close()
  await fresh.close()
})

const read = <T>(work: (tx: Tx) => Promise<T>) => transaction(fresh.db, { mode: 'read' }, work)
const at = { on: '2026-11-22', knownAt: null }
const everything = (authority: string, scope: Scope) => ({ authority, scope, effects: null, status: null })

interface Brute {
  readonly [column: string]: unknown
  readonly id: string
  readonly person: string
  readonly authority: string
  readonly rank: number
  readonly status: FindingStatus
}

/** Every span of the day, found without any help. */
const spansOfDay = () =>
  read((tx) =>
    tx.execute<Brute>(sql`
      select finding_id as id, person_id as person, authority::text as authority, effect_rank as rank, status
      from finding_span where from_on <= ${at.on}::date and coalesce(to_on, 'infinity') > ${at.on}::date
      order by effect_rank, since, finding_id`),
  )

const inReach = (authority: string, top: string, scope: Scope) =>
  scope === 'OWN' ? authority === top : divisions.chain(authority).includes(top)

const places: readonly (readonly [string, Scope])[] = [
  ['411121', 'OWN'],
  ['411100', 'OWN'],
  ['411100', 'SUBTREE'],
  ['410000', 'SUBTREE'],
  ['100000', 'SUBTREE'],
]

describe('the due list of a day', () => {
  it.each(places)('of %s, %s, is in the order of effect, first day and id, page after page', async (top, scope) => {
    const expected = (await spansOfDay()).filter(({ authority }) => inReach(authority, top, scope)).map(({ id }) => id)
    const found: string[] = []
    for (let after: Parameters<typeof dueOn>[3]['after'] = null; found.length < Math.min(expected.length, 400); ) {
      const page = await read((tx) => dueOn(tx, everything(top, scope), at, { limit: 97, after }))
      const last = page.at(-1)?.finding
      if (last === undefined) break
      after = { rank: last.effectRank, since: last.since, id: last.id }
      found.push(...page.map(({ finding }) => finding.id))
    }
    expect(expected.length).toBeGreaterThan(50)
    expect(found).toEqual(expected.slice(0, found.length))
    expect(found.length).toBeGreaterThanOrEqual(Math.min(expected.length, 400))
  })

  it('can be of some effects and some statuses', async () => {
    const search = { ...everything('411100', 'SUBTREE'), effects: ['SHALL' as const], status: ['ACTIVE' as const] }
    const found = await read((tx) => dueOn(tx, search, at, { limit: 1000, after: null }))
    const expected = (await spansOfDay()).filter(
      ({ authority, rank, status }) => inReach(authority, '411100', 'SUBTREE') && rank === 1 && status === 'ACTIVE',
    )
    expect(found.map(({ finding }) => finding.id)).toEqual(expected.map(({ id }) => id))
    expect(expected.length).toBeGreaterThan(10)
  })

  it('counts every person once for each effect and status', async () => {
    const counts = await read((tx) => dueCounts(tx, { authority: '411100', scope: 'SUBTREE' }, at))
    const spans = (await spansOfDay()).filter(({ authority }) => inReach(authority, '411100', 'SUBTREE'))
    const people = new Set(spans.map(({ person, rank, status }) => [person, rank, status].join()))
    expect(counts.reduce((sum, count) => sum + count.people, 0)).toBe(people.size)
    const musts = spans.filter(({ rank, status }) => rank === 0 && status === 'EXEMPT').map(({ person }) => person)
    expect(counts).toContainEqual({ unit: null, effect: 'MUST', status: 'EXEMPT', people: new Set(musts).size })
  })
})

describe('the numbers of a day', () => {
  it('are those of the organ of the post held, as known then and as known now', async () => {
    const one = { authority: '411121', scope: 'OWN' } as const
    const bureau = await transaction(fresh.db, { mode: 'write' }, async (tx) => {
      const organ = await addUnit(tx)
      const post = await addPost(tx, { unit: await addUnit(tx, { kind: 'internal_unit', parent: organ }) })
      const people = await tx.execute<{ root: number; id: string }>(
        sql`select distinct p.root, p.id from person p join finding_span s on s.root = p.root and s.person_id = p.id
          where p.authority = 411121 and s.from_on <= ${at.on}::date and s.to_on > ${at.on}::date order by p.id limit 3`,
      )
      const [own, lent, former] = people.map(({ id }) => ({ person: id, post }))
      if (own === undefined || lent === undefined || former === undefined) throw new Error('Too few people are due.')
      await addAssignment(tx, { ...own, from: '2019-05' })
      await addAssignment(tx, { ...lent, from: '2024-01-01', capacity: 'secondment' })
      await addAssignment(tx, { ...former, from: '2015-01-01', to: '2020-01-01' })
      await recut(tx, people)
      return organ
    })
    const [now] = await read((tx) => tx.execute<{ at: string }>(sql`select clock_timestamp()::text as at`))
    const counts = await read((tx) => dueCounts(tx, one, at))
    const counted = counts.filter(({ unit }) => unit?.id === bureau).reduce((sum, { people }) => sum + people, 0)
    const perPerson = await read((tx) =>
      tx.execute<{ n: number }>(sql`select count(distinct (s.person_id, s.effect_rank, s.status))::int as n
        from piece join finding_span s on s.root = piece.root and s.person_id = piece.person_id
        where piece.organ_id = ${bureau} and piece.to_hi > ${day(at.on)}
          and s.from_on <= ${at.on}::date and coalesce(s.to_on, 'infinity') > ${at.on}::date`),
    )
    expect(counted).toBe(perPerson[0]?.n)
    expect(counted).toBeGreaterThanOrEqual(2)
    expect(await read((tx) => dueCounts(tx, one, { ...at, knownAt: now?.at ?? null }))).toEqual(counts)
  })
})

const scannedSoFar = async (tx: Tx) => {
  const [counted] = await tx.execute<{ scans: number; rows: number }>(sql`
    select coalesce(seq_scan, 0)::int as scans, (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int as rows
    from pg_stat_xact_user_tables where relname = 'finding_span'`)
  return counted ?? { scans: 0, rows: 0 }
}

/** How a read went through the spans: whole-table scans, and rows looked at. */
const effortOf = (work: (tx: Tx) => Promise<unknown>) =>
  read(async (tx) => {
    const before = await scannedSoFar(tx)
    await work(tx)
    const after = await scannedSoFar(tx)
    return { scans: after.scans - before.scans, rows: after.rows - before.rows }
  })

describe('a question about a day, among 100 000 spans', () => {
  const period = { from: '2026-11-22', to: '2031-11-22', retiring: [] }
  const page = { limit: 51, after: null }
  const fifty = () => read((tx) => tx.execute<{ root: number; id: string }>(sql`select root, id from person limit 50`))

  it('is not asked of an empty table', async () => {
    const [row] = await read((tx) =>
      tx.execute<{ spans: number }>(sql`select count(*)::int as spans from finding_span`),
    )
    expect(row?.spans).toBeGreaterThan(100_000)
    expect(
      await effortOf((tx) => tx.execute(sql`select count(*) from finding_span where status = 'NONE'`)),
    ).toMatchObject({ scans: 1 })
  })

  it.each([
    ['who is due in a county', 1_000, (tx: Tx) => dueOn(tx, everything('411121', 'OWN'), at, page)],
    ['who is due in a municipality and below', 3_000, (tx: Tx) => dueOn(tx, everything('411100', 'SUBTREE'), at, page)],
    ['who is due in a province and below', 3_000, (tx: Tx) => dueOn(tx, everything('410000', 'SUBTREE'), at, page)],
    ['how many are due in a county', 1_000, (tx: Tx) => dueCounts(tx, { authority: '411121', scope: 'OWN' }, at)],
    [
      'what comes in five years',
      3_000,
      (tx: Tx) => calendarOf(tx, { authority: '411121', scope: 'OWN', ...period }, at, page),
    ],
  ] as const)('%s, is answered from an index', async (_, most, work) => {
    const effort = await effortOf(work)
    expect(effort.scans).toBe(0)
    expect(effort.rows).toBeGreaterThan(0)
    expect(effort.rows).toBeLessThan(most)
  })

  it('what binds fifty people, is answered from an index', async () => {
    const people = await fifty()
    for (const work of [(tx: Tx) => findingsOfPeople(tx, people, at, null), (tx: Tx) => bindingOf(tx, people, at)]) {
      const effort = await effortOf(work)
      expect(effort.scans).toBe(0)
      expect(effort.rows).toBeLessThan(1_000)
    }
  })
})

it('finds the findings of one person by the person, also right after everyone was judged', async () => {
  expect(planWithoutStatistics).toContain('finding_of')
  expect(await transaction(owner, { mode: 'read' }, planOfOne)).toContain('finding_of')
})
