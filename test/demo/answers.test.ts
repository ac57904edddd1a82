import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { installPlugin } from '../../acts/install-plugin.ts'
import type { Database } from '../../db/connect.ts'
import { transaction } from '../../db/transaction.ts'
import { type Answer, answers } from '../../demo/answers.ts'
import { loadDemo } from '../../demo/load.ts'
import { wantsDemo } from '../../demo/wants-demo.ts'
import { plugins } from '../../plugins/index.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'

/** A bundled document as it travels: JSON text and back. */
const document = async (id: string): Promise<unknown> =>
  JSON.parse(JSON.stringify(plugins.find((plugin) => plugin.id === id)))

type Stored = { readonly status: string; readonly since: string; readonly dueBy: string | null }

/** What the record says of a person, rule and day: the row the due list would show. */
const stored = (db: Database, { person, rule, on }: Answer) =>
  transaction(db, { mode: 'read' }, (tx) =>
    tx.execute<Stored>(sql`
      select s.status, s.since::text as since, s.due_by::text as "dueBy"
      from person p
      join evaluation e on e.root = p.root and e.authority = p.authority and e.state = 'current'
      join finding f on f.root = p.root and f.person_id = p.id and f.evaluation_id = e.id and f.recorded_to is null
      join finding_span s on s.root = f.root and s.finding_row_id = f.row_id and s.recorded_to is null
      where p.code = ${person} and f.catalogue_id = ${rule}
        and s.from_on <= ${on}::date and (s.to_on is null or s.to_on > ${on}::date)`),
  )

describe('the planted answers', () => {
  let fresh: FreshDatabase
  /** Whether the demo was wanted: of an empty database, of an interrupted loading, of a finished one. */
  const wanted: boolean[] = []
  beforeAll(async () => {
    fresh = await freshDatabase()
    wanted.push(await wantsDemo(fresh.db))
    await installPlugin(fresh.db, { document: await document('national'), by: 'demo' })
    wanted.push(await wantsDemo(fresh.db))
    await loadDemo(fresh.db, { size: 120, document })
    wanted.push(await wantsDemo(fresh.db))
  })
  afterAll(() => fresh?.close())

  test.each(
    answers.map((answer) => [`${answer.person} ${answer.on} ${answer.rule}: ${answer.because}`, answer] as const),
  )('%s', async (_title, answer) => {
    const rows = await stored(fresh.db, answer)
    const { status, since, dueBy } = answer
    const expected =
      status === null ? [] : [expect.objectContaining({ status, ...(since && { since }), ...(dueBy && { dueBy }) })]
    expect([...rows]).toEqual(expected)
  })

  test('there are at least twenty-five of them, of every status', () => {
    expect(answers.length).toBeGreaterThanOrEqual(25)
    expect(new Set(answers.map(({ status }) => status))).toEqual(
      new Set([null, 'ACTIVE', 'DEFERRED', 'EXEMPT', 'UNDETERMINED']),
    )
  })

  test('made-up people come into an empty database, or where their coming was interrupted, and never again', () => {
    expect(wanted).toEqual([true, true, false])
  })
})
