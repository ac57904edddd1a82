import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { installPlugin } from '../../acts/install-plugin.ts'
import { runJobsUntilDone } from '../../acts/jobs/work.ts'
import { KnownProblem } from '../../acts/problem.ts'
import { importRoster } from '../../acts/roster/import-roster.ts'
import { type Connection, openConnection } from '../../db/connection.ts'
import { transaction } from '../../db/transaction.ts'
import { filed, type Lines } from '../roster/office.ts'
import { tabsOf, workbookOf } from '../roster/workbook.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { filingAt } from '../support/filing.ts'
import { endProcess, type ServerProcess, startProcess } from '../support/server-process.ts'
import { tenurePolicy } from '../support/tenure-policy.ts'

const at = '411100'
const on = '2026-11-22'

/** More people than are judged while the roster is written: the rest of the judging is a job of its own. */
const people = 510
const everyone = Array.from({ length: people }, (_, n) => n)
const roster: Lines = {
  units: ['code|name|kind|jurisdiction', 'U1|市财政局|organ|411100'],
  posts: [
    'code|unit|title|level|leading|quota|category',
    `Z1|U1|科员|科员|no|${people}|civil`,
    'Z2|U1|局长|正处|yes||civil',
  ],
  people: ['code|name|sex|birth|category', ...everyone.map((n) => `P${n}|人员${n}|M|1980-03|civil`)],
  assignments: [
    'person|post|from|to',
    ...everyone.map((n) => (n === 0 ? 'P0|Z2|2010-01-01|' : `P${n}|Z1|${2010 + (n % 14)}-01-01|`)),
  ],
  // Of a post that nobody else holds and that this roster does not end.
  states: ['person|kind|from|to|value', 'P1|unsuited|2020||'],
}

let killed: FreshDatabase
let undisturbed: FreshDatabase
let server: ServerProcess | null = null

const install = async ({ db }: FreshDatabase) => {
  const outcome = await installPlugin(db, { document: tenurePolicy(8), by: 'test' })
  if (outcome instanceof KnownProblem) throw outcome
  await runJobsUntilDone(db, outcome.jobs)
}

beforeAll(async () => {
  killed = await freshDatabase()
  undisturbed = await freshDatabase()
  await Promise.all([install(killed), install(undisturbed)])
})
afterAll(async () => {
  if (server !== null) await endProcess(server, 'SIGKILL')
  await Promise.all([killed.close(), undisturbed.close()])
})

const started = async (): Promise<ServerProcess> => {
  server = await startProcess(null, {
    environment: { DATABASE_URL: killed.appUrl, DATABASE_OWNER_URL: killed.ownerUrl },
  })
  return server
}
const office = filingAt((path, init) => fetch(`${server?.url}${path}`, init))

/** Everything on record, but for the ids and the moments. */
const record = ({ db }: FreshDatabase) =>
  transaction(db, { mode: 'read', pace: 'job' }, async (tx) => {
    const files = sql`select p.code, p.name, p.version, p.authority, a.from_on, a.to_on, a.ordinal, v.title
      from person p left join assignment a on a.root = p.root and a.person_id = p.id and a.recorded_to is null
      left join post_version v on v.root = a.post_root and v.post_id = a.post_id order by p.code`
    const said = sql`select p.code, f.rule, f.effect, f.from_on, f.to_on, s.status, s.from_on as "from", s.to_on as "to", s.since
      from finding f join evaluation e on e.root = f.root and e.id = f.evaluation_id and e.state = 'current'
      join finding_span s on s.root = f.root and s.finding_row_id = f.row_id and s.recorded_to is null
      join person p on p.root = f.root and p.id = f.person_id where f.recorded_to is null
      order by p.code, f.rule, f.from_on, s.from_on`
    const rows = sql`select (select count(*)::int from assignment) as assignments, (select count(*)::int from state_personnel) as states,
      (select count(*)::int from piece) as pieces, (select count(*)::int from unit_version) as units,
      (select count(*)::int from post_version) as posts, (select count(*)::int from person_personnel) as personal`
    return {
      files: [...(await tx.execute(files))],
      said: [...(await tx.execute(said))],
      rows: [...(await tx.execute(rows))],
    }
  })

const written = async (): Promise<number> => (await record(killed)).files.length

/** Holds the import up with a lock of ours, and kills the server once the import is `there`. */
const killAt = async (lock: string, there: (blocker: Connection) => Promise<void>): Promise<void> => {
  const blocker = await openConnection(killed.ownerUrl)
  try {
    await blocker.client.unsafe(`begin; ${lock}`)
    const running = await started()
    await there(blocker)
    await endProcess(running, 'SIGKILL')
  } finally {
    await blocker.end()
  }
}

/** Somebody waits for the lock of a session. Its view of other sessions is kept for a transaction; that of locks is not. */
const isWaitedFor = async ({ client }: Connection) => {
  const [row] = await client`
    select exists (select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))) as waited`
  expect(row?.waited).toBe(true)
}

test('an import killed while it checks, while it writes and while it judges is finished by the next server, as if nothing had been', async () => {
  let id = ''
  const reaches = (phase: string) => async (blocker: Connection) => {
    await vi.waitFor(() => isWaitedFor(blocker), { timeout: 60_000, interval: 100 })
    expect(await office.job(id)).toMatchObject({ state: 'RUNNING', phase })
  }

  await killAt('select pg_advisory_xact_lock(7303, 410000)', async (blocker) => {
    const upload = await office.send(Uint8Array.from(workbookOf(tabsOf(roster))))
    id = (await office.importing({ idempotencyKey: 'once', upload, at, on })).job.id
    await reaches('CHECKING')(blocker)
  })
  expect(await written()).toBe(0)

  await killAt('lock table assignment in share mode', reaches('WRITING'))
  expect(await written()).toBe(0)

  await killAt('select pg_advisory_xact_lock(7302, 411100)', reaches('JUDGING'))
  const { files, said } = await record(killed)
  expect([files.length, said.length]).toEqual([people, 0])

  await started()
  const [end] = (await office.watching(id)).slice(-1)
  const report = await importRoster(undisturbed.db, filed(roster), { at, by: 'local', on })
  expect(report.counts.becomeDue).toBeGreaterThan(100)
  const { people: all, judged, becomeDue, ceaseDue } = report.counts
  expect(end).toMatchObject({
    state: 'DONE',
    roster: { accepted: true, counts: { people: all, judged, becomeDue, ceaseDue } },
  })
  expect(await record(killed)).toEqual(await record(undisturbed))
  const left = await transaction(killed.db, { mode: 'read' }, (tx) =>
    tx.execute(
      sql`select (select count(*)::int from staged_chunk) as bytes, (select count(*)::int from pgboss.job) as tickets`,
    ),
  )
  expect([...left]).toEqual([{ bytes: 0, tickets: 0 }])
}, 180_000)
