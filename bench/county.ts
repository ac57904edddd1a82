import { sql } from 'drizzle-orm'
import { installPlugin } from '../acts/install-plugin.ts'
import { runJobsUntilDone } from '../acts/jobs/work.ts'
import { KnownProblem } from '../acts/problem.ts'
import { connect, type Database } from '../db/connect.ts'
import { allDivisions, rootOf } from '../db/divisions.ts'
import { type Tx, transaction } from '../db/transaction.ts'
import { national } from '../plugins/national/plugin.ts'
import { digestOf } from '../policy/index.ts'

/** People a county manages, about: a million over all of them. One in four is bound by something. */
const perCounty = 350

/** Puts findings where judging would put them, for people spread over counties; returns one county in the middle. */
export const fillCounties = async (db: Database, ownerUrl: string, people: number): Promise<string> => {
  const outcome = await installPlugin(db, { document: national, at: '100000', effectiveFrom: null, by: 'bench' })
  if (outcome instanceof KnownProblem) throw new Error(outcome.says.en)
  await runJobsUntilDone(db, outcome.jobs)
  const all = allDivisions.filter(({ level }) => level === 'county')
  const counties = all.slice(0, Math.max(1, Math.min(all.length, Math.round(people / perCounty)))).map((c) => c.code)
  const owner = connect(ownerUrl)
  try {
    await transaction(owner, { mode: 'write', pace: 'job' }, (tx) => fill(tx, counties, people))
    await transaction(owner, { mode: 'write', pace: 'job' }, (tx) => tx.execute(sql`analyze`))
  } finally {
    await owner.close()
  }
  return counties[Math.floor(counties.length / 2)] ?? ''
}

const fill = async (tx: Tx, counties: readonly string[], people: number): Promise<void> => {
  const rule = national.rules.find(({ kind }) => kind === 'rotation')
  if (rule === undefined) throw new Error('The national policy has no rotation rule.')
  const each = Math.ceil(people / counties.length)
  const roots = sql.param(counties.map(rootOf))
  await tx.execute(sql`
    insert into evaluation (root, id, authority, policy_digest, state, activated_at)
    select root, md5(code::text)::uuid, code, 'p', 'current', now()
    from unnest(${roots}::int[], ${sql.param(counties.map(Number))}::int[]) as t(root, code)`)
  await tx.execute(sql`
    insert into person (root, id, authority, code, name)
    select root, md5(authority || '/' || n)::uuid, authority, n::text, '某人' || n
    from evaluation, generate_series(1, ${each}::int) n where policy_digest = 'p'`)
  for (const table of ['evaluation', 'person']) await tx.execute(sql.raw(`analyze ${table}`))
  await tx.execute(sql`
    insert into finding (root, row_id, id, evaluation_id, authority, person_id, rule, catalogue_id, plugin_id,
      plugin_digest, rule_jurisdiction, effect, effect_rank, from_on, key, counted)
    select p.root, md5('row' || p.id)::uuid, md5(p.id::text)::uuid, e.id, e.authority, p.id,
      ${`${national.id}/${rule.id}`}, ${rule.catalogueId}, ${national.id}, ${digestOf(national)}, 100000,
      'MUST', 0, date '2010-01-01' + (('x' || left(md5(p.code), 4))::bit(16)::int % 5000), '{}', '[]'
    from person p join evaluation e on e.root = p.root and e.authority = p.authority and e.policy_digest = 'p'
    where p.code::int % 4 = 0`)
  await tx.execute(sql`
    insert into finding_span (root, finding_row_id, finding_id, evaluation_id, authority, person_id, rule,
      effect_rank, status, from_on, since, due_by)
    select root, row_id, id, evaluation_id, authority, person_id, rule, effect_rank,
      'ACTIVE', from_on, from_on, from_on + 1095
    from finding where plugin_digest = ${digestOf(national)}`)
}
