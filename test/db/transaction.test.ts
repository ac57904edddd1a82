import { setTimeout as pause } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect, type Database } from '../../db/connect.ts'
import { databaseError } from '../../db/errors.ts'
import { job } from '../../db/tables/job.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'

let fresh: FreshDatabase
let owner: Database
beforeAll(async () => {
  fresh = await freshDatabase()
  owner = connect(fresh.ownerUrl)
})
afterAll(async () => {
  await owner.close()
  await fresh.close()
})

const jobId = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const addJob = (tx: Tx, n: number) => tx.insert(job).values({ id: jobId(n), kind: 'test' })
const jobsOf = (db: Database, n: number) =>
  transaction(db, { mode: 'read' }, (tx) =>
    tx
      .select()
      .from(job)
      .where(eq(job.id, jobId(n))),
  )

const backendOf = async (tx: Tx): Promise<number> => {
  const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
  return row?.pid ?? 0
}

/** Only the role itself, or a superuser, may end its sessions. */
const kill = (db: Database, pid: number) =>
  transaction(db, { mode: 'write' }, (tx) => tx.execute(sql`select pg_terminate_backend(${pid}::int)`))

const refusalOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'nothing was refused',
    (error: unknown) => databaseError(error)?.refusal ?? error,
  )

describe('a transaction', () => {
  it('keeps everything its callback wrote, or nothing', async () => {
    await transaction(fresh.db, { mode: 'write' }, (tx) => addJob(tx, 1))
    const failing = transaction(fresh.db, { mode: 'write' }, async (tx) => {
      await addJob(tx, 2)
      throw new RangeError('second thoughts')
    })
    await expect(failing).rejects.toThrow('second thoughts')
    expect([await jobsOf(fresh.db, 1), await jobsOf(fresh.db, 2)].map((rows) => rows.length)).toEqual([1, 0])
  })

  it('leaves nothing of what it read with the session, which outlives it', async () => {
    const readOnce = async () =>
      new WeakRef(
        await transaction(fresh.db, { mode: 'read' }, (tx) => tx.execute(sql`select repeat('x', 1000) as text`)),
      )
    const first = await readOnce()
    await readOnce()
    setFlagsFromString('--expose-gc')
    const collect: () => void = runInNewContext('gc')
    await pause(1)
    collect()
    expect(first.deref()).toBeUndefined()
  })

  it('tells why the first of several statements failed, not that the others failed with it', async () => {
    const failing = transaction(fresh.db, { mode: 'write' }, (tx) => {
      const first = tx.execute(sql`select 1 / 0`).catch((error: unknown) => pause(50).then(() => Promise.reject(error)))
      return Promise.all([first, tx.execute(sql`select 2`)])
    })
    const heard: unknown = await failing.catch((error: unknown) => databaseError(error)?.sqlstate)
    expect(heard).toBe('22012')
  })

  it('that reads sees one moment and writes nothing', async () => {
    const counts = await transaction(fresh.db, { mode: 'read' }, async (tx) => {
      const before = await tx.$count(job)
      await transaction(fresh.db, { mode: 'write' }, (other) => addJob(other, 3))
      return [before, await tx.$count(job)]
    })
    expect(counts[0]).toBe(counts[1])
    expect(await refusalOf(transaction(fresh.db, { mode: 'read' }, (tx) => addJob(tx, 4)))).toBe('forbidden')
  })

  it('has its own limits of time, and leaves none behind', async () => {
    const limits = sql`select current_setting('statement_timeout') s, current_setting('lock_timeout') l,
      current_setting('idle_in_transaction_session_timeout') i`
    const one = connect(fresh.appUrl, { sessions: 1 })
    const operation = await transaction(one, { mode: 'read' }, (tx) => tx.execute(limits))
    const long = await transaction(one, { mode: 'read', pace: 'job' }, (tx) => tx.execute(limits))
    const after = await transaction(one, { mode: 'read' }, (tx) => tx.execute(limits))
    await one.close()
    expect(operation).toEqual([{ s: '5s', l: '1s', i: '10s' }])
    expect(long).toEqual([{ s: '10min', l: '30s', i: '10min' }])
    expect(after).toEqual(operation)
  })

  it('is not committed in part when a failed statement was swallowed', async () => {
    const swallowing = transaction(fresh.db, { mode: 'write' }, async (tx) => {
      await addJob(tx, 5)
      await addJob(tx, 5).catch(() => {})
    })
    await expect(swallowing).rejects.toThrow('nothing was committed')
    expect(await jobsOf(fresh.db, 5)).toEqual([])
  })

  it('begins nowhere but in db/transaction.ts', async () => {
    const nested = transaction(fresh.db, { mode: 'write' }, (tx) => tx.transaction(async () => {}))
    await expect(nested).rejects.toThrow('Only db/transaction.ts')
  })

  it('is run again when another serializable one came between', async () => {
    await transaction(fresh.db, { mode: 'write' }, (tx) => addJob(tx, 6))
    await transaction(fresh.db, { mode: 'write' }, (tx) => addJob(tx, 7))
    let runs = 0
    const meet = [jobId(6), jobId(7)]
    /** Each reads both and writes one: together they would leave what neither saw. */
    const markMine = (mine: number) =>
      transaction(fresh.db, { mode: 'serializable' }, async (tx) => {
        runs += 1
        const rows = await tx
          .select({ done: job.done })
          .from(job)
          .where(sql`${job.id} = any(${sql.param(meet)}::uuid[])`)
        await pause(100)
        if (rows.every(({ done }) => done === 0))
          await tx
            .update(job)
            .set({ done: 1 })
            .where(eq(job.id, meet[mine] ?? ''))
      })
    await Promise.all([markMine(0), markMine(1)])
    const done = [...(await jobsOf(fresh.db, 6)), ...(await jobsOf(fresh.db, 7))].map((row) => row.done)
    expect(done.toSorted()).toEqual([0, 1])
    expect(runs).toBeGreaterThan(2)
  })
})

describe('a refusal', () => {
  it('names the constraint and not the values', async () => {
    await transaction(fresh.db, { mode: 'write' }, (tx) => addJob(tx, 8))
    const error: unknown = await transaction(fresh.db, { mode: 'write' }, (tx) => addJob(tx, 8)).catch(
      (e: unknown) => e,
    )
    expect(error).toMatchObject({ refusal: 'duplicate', sqlstate: '23505', constraint: 'job_pkey', table: 'job' })
    const told = [String(error), error instanceof Error ? error.stack : '', JSON.stringify(error)].join()
    expect(told).not.toContain(jobId(8))
    expect(error instanceof Error && error.cause).toBeUndefined()
  })

  it('of a bad day is one too, and does not end the process', async () => {
    const bad = transaction(fresh.db, { mode: 'read' }, (tx) =>
      tx.execute(sql`select ${'2014-02-30'}::date, ${'infinity'}::date`),
    )
    expect(await refusalOf(bad)).toBe('impossible')
  })

  it('comes quickly when every session is in use', async () => {
    const small = connect(fresh.appUrl, { sessions: 1, waitMs: 50 })
    const [first, second] = await Promise.all([
      refusalOf(transaction(small, { mode: 'read' }, () => pause(300))),
      pause(50).then(() => refusalOf(transaction(small, { mode: 'read' }, () => pause(1)))),
    ])
    expect([first, second]).toEqual(['nothing was refused', 'busy'])
    expect(await refusalOf(transaction(small, { mode: 'read' }, () => pause(1)))).toBe('nothing was refused')
    await small.close()
  })
})

describe('a transaction whose session dies', () => {
  it('ends at once, and nothing it still does reaches the database', async () => {
    const db = connect(fresh.appUrl, { sessions: 1 })
    let stale: Promise<unknown> = Promise.resolve()
    const dying = transaction(db, { mode: 'write' }, async (tx) => {
      await addJob(tx, 20)
      await kill(fresh.db, await backendOf(tx))
      await pause(200)
      stale = refusalOf(addJob(tx, 21))
      await stale
    })
    expect(await refusalOf(dying)).toBe('lost')

    const seen = await transaction(db, { mode: 'write' }, async (tx) => {
      await addJob(tx, 22)
      await pause(300)
      return tx
        .select({ id: job.id })
        .from(job)
        .where(sql`${job.id} >= ${jobId(20)}::uuid`)
    })
    expect(await stale).toBe('lost')
    expect(seen).toEqual([{ id: jobId(22) }])
    expect((await jobsOf(fresh.db, 20)).length + (await jobsOf(fresh.db, 21)).length).toBe(0)
    expect(await jobsOf(fresh.db, 22)).toHaveLength(1)
    await db.close()
  })

  it('does not settle the transaction of the next user', async () => {
    const db = connect(fresh.appUrl, { sessions: 1 })
    let letGo = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    const first = refusalOf(
      transaction(db, { mode: 'write' }, async (tx) => {
        await kill(fresh.db, await backendOf(tx))
        await held
      }),
    )
    expect(await first).toBe('lost')
    const second = transaction(db, { mode: 'write' }, async (tx) => {
      await addJob(tx, 30)
      letGo()
      await pause(100)
      const inside = await tx.execute<{ id: string | null }>(sql`select pg_current_xact_id_if_assigned()::text as id`)
      await addJob(tx, 31)
      return inside
    })
    expect((await second)[0]?.id).not.toBeNull()
    expect((await jobsOf(fresh.db, 30)).length + (await jobsOf(fresh.db, 31)).length).toBe(2)
    await db.close()
  })

  it('leaves no statement of the same moment to run by itself', async () => {
    const db = connect(fresh.appUrl, { sessions: 1 })
    const dying = transaction(db, { mode: 'write' }, async (tx) => {
      const pid = await backendOf(tx)
      const writes = Array.from({ length: 20 }, (_, i) => addJob(tx, 40 + i))
      await Promise.allSettled([tx.execute(sql`select pg_terminate_backend(${pid}::int), pg_sleep(1)`), ...writes])
    })
    expect(await refusalOf(dying)).toBe('lost')
    await pause(500)
    const rows = await transaction(fresh.db, { mode: 'read' }, (tx) =>
      tx
        .select({ id: job.id })
        .from(job)
        .where(sql`${job.id} between ${jobId(40)}::uuid and ${jobId(59)}::uuid`),
    )
    expect(rows).toEqual([])
    await db.close()
  })

  it('refuses its handle after it is over, too', async () => {
    let kept: Tx | undefined
    await transaction(fresh.db, { mode: 'write' }, async (tx) => {
      kept = tx
    })
    expect(await refusalOf(kept?.execute(sql`select 1`) ?? Promise.resolve())).toBe('lost')
  })
})

describe('the role of the application', () => {
  const attempts = {
    'create a table': sql`create table mine (id int)`,
    'empty one': sql`truncate person`,
    'remove a finding': sql`delete from finding`,
    'remove an assignment': sql`delete from assignment`,
    'rewrite a state': sql`update state_discipline set value = 'none'`,
    'rewrite a finding': sql`update finding_span set status = 'EXEMPT'`,
    'change the divisions': sql`update jurisdiction set name = 'x'`,
    'take back a migration': sql`delete from schema_migration`,
  }
  it.each(Object.entries(attempts))('may not %s', async (_, statement) => {
    const attempt = transaction(fresh.db, { mode: 'write' }, (tx) => tx.execute(statement))
    expect(await refusalOf(attempt)).toBe('forbidden')
  })

  it('owns nothing and stands under every rule', async () => {
    const rows = await transaction(fresh.db, { mode: 'read' }, (tx) =>
      tx.execute(sql`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
        (select count(*)::int from pg_class where relowner = pg_roles.oid) as owned,
        (select count(*)::int from pg_auth_members where member = pg_roles.oid) as memberships
        from pg_roles where rolname = current_user`),
    )
    expect(rows).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolreplication: false,
        owned: 0,
        memberships: 0,
      },
    ])
  })
})
