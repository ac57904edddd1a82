import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseError } from '../../db/errors.ts'
import { storedValidity } from '../../db/stated.ts'
import { assignment } from '../../db/tables/assignment.ts'
import { evaluation, finding } from '../../db/tables/finding.ts'
import { kinEdge } from '../../db/tables/kin.ts'
import { person } from '../../db/tables/person.ts'
import { stateDiscipline, statePersonnel } from '../../db/tables/state.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { addAssignment, addPerson, addPost, addUnit, county, root } from '../support/small-graph.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh.close())

/** The constraint that refused, or `null` when nothing did. */
const refusedBy = async (work: (tx: Tx) => Promise<unknown>): Promise<string | null> => {
  try {
    await transaction(fresh.db, { mode: 'write' }, work)
    return null
  } catch (error) {
    const refusal = databaseError(error)
    if (refusal === null) throw error
    return refusal.constraint ?? refusal.refusal
  }
}

const onePost = (tx: Tx) => addUnit(tx).then((unit) => addPost(tx, { unit }))

describe('a post of one seat', () => {
  const terms = (first: [string, string?], second: [string, string?], exclusive = true) =>
    refusedBy(async (tx) => {
      const post = await onePost(tx)
      for (const [from, to] of [first, second]) {
        const held = { person: await addPerson(tx), post, from, exclusive, capacity: 'formal' as const }
        await addAssignment(tx, to === undefined ? held : { ...held, to })
      }
    })

  it('surely has one holder', async () => {
    expect(await terms(['2019-03-01'], ['2021-06-01'])).toBe('assignment_post_held')
    expect(await terms(['2019-03-01', '2021-06-02'], ['2021-06-01'])).toBe('assignment_post_held')
  })

  it('may be taken on the very day the other left it', async () => {
    expect(await terms(['2019-03-01', '2021-06-01'], ['2021-06-01'])).toBeNull()
  })

  it('may change hands in a month that nobody noted to the day', async () => {
    expect(await terms(['2019-03', '2021-06'], ['2021-06'])).toBeNull()
    expect(await terms(['2019-03', '2021'], ['2021-06-15'])).toBeNull()
  })

  it('has a holder for sure although months are all we know', async () => {
    expect(await terms(['2019-03', '2021-08'], ['2021-06'])).toBe('assignment_post_held')
    expect(await terms(['2018', '2021'], ['2019-12'])).toBe('assignment_post_held')
  })

  it('is not surely held from or until a day nobody knows', async () => {
    expect(await terms(['?'], ['2021-06'])).toBeNull()
    expect(await terms(['2010-01-01', '?'], ['2021-06'])).toBeNull()
  })

  it('is shared by those who act for its holder or are lent to it', async () => {
    expect(await terms(['2019-03-01'], ['2021-06-01'], false)).toBeNull()
  })

  it('is decided by the database, however many write at once', async () => {
    const { post, people } = await transaction(fresh.db, { mode: 'write' }, async (tx) => ({
      post: await onePost(tx),
      people: await Promise.all([addPerson(tx), addPerson(tx), addPerson(tx)]),
    }))
    const refusals = await Promise.all(
      people.map((holder) =>
        refusedBy((tx) => addAssignment(tx, { person: holder, post, from: '2020-01-01', exclusive: true })),
      ),
    )
    expect(refusals.filter((refusal) => refusal === null)).toHaveLength(1)
    expect(refusals.filter((refusal) => refusal === 'assignment_post_held')).toHaveLength(2)
  })
})

describe('one person', () => {
  it('is not surely twice in one post', async () => {
    const twice = refusedBy(async (tx) => {
      const [holder, post] = [await addPerson(tx), await onePost(tx)]
      await addAssignment(tx, { person: holder, post, from: '2015-01', to: '2019-01', capacity: 'acting' })
      await addAssignment(tx, { person: holder, post, from: '2018-05-04', ordinal: 1 })
    })
    expect(await twice).toBe('assignment_held_twice')
  })

  it('has one current belief about each assignment, and any number of former ones', async () => {
    const row = (held: { person: string; post: string }, from: string) => ({
      ...{ root, rowId: randomUUID(), personId: held.person, postRoot: root, postId: held.post },
      ...storedValidity(from, null),
      capacity: 'formal' as const,
      ordinal: 0,
    })
    const believing = (closeFirst: boolean) =>
      refusedBy(async (tx) => {
        const [held, id] = [{ person: await addPerson(tx), post: await onePost(tx) }, randomUUID()]
        await tx.insert(assignment).values({ ...row(held, '2015-01'), id })
        if (closeFirst) await tx.execute(sql`update assignment set recorded_to = now() where id = ${id}`)
        await tx.insert(assignment).values({ ...row(held, '2014-01'), id })
      })
    expect(await believing(true)).toBeNull()
    expect(['assignment_current', 'assignment_held_twice']).toContain(await believing(false))
  })

  it('is no kin of their own', async () => {
    const own = refusedBy(async (tx) => {
      const personId = await addPerson(tx)
      await tx
        .insert(kinEdge)
        .values({ root, id: randomUUID(), personId, relativeRoot: root, relativeId: personId, relation: 'spouse' })
    })
    expect(await own).toBe('kin_edge_two')
  })

  it('has a code of their own within the authority, and may have none', async () => {
    const two = (code: string | null) =>
      refusedBy(async (tx) => {
        for (const id of [randomUUID(), randomUUID()])
          await tx.insert(person).values({ root, id, authority: county, code, name: '李娜' })
      })
    expect(await two('0017')).toBe('person_code')
    expect(await two(null)).toBeNull()
  })
})

describe('what cannot be true cannot be stored', () => {
  const days = (
    fromOn: string | null,
    fromPrecision: string | null,
    toOn: string | null = null,
    toPrecision: string | null = null,
  ) =>
    refusedBy(async (tx) => {
      const [holder, post] = [await addPerson(tx), await onePost(tx)]
      await tx.execute(sql`insert into assignment
        (root, row_id, id, person_id, post_root, post_id, from_on, from_precision, to_on, to_precision, capacity, ordinal)
        values (${root}, ${randomUUID()}, ${randomUUID()}, ${holder}, ${root}, ${post},
          ${fromOn}, ${fromPrecision}, ${toOn}, ${toPrecision}, 'formal', 0)`)
    })

  it.each([
    ['an assignment that ends before it begins', '2019-03-02', 'day', '2019-03-01', 'day', 'assignment_not_reversed'],
    ['one that ends in the month before', '2019-03-01', 'month', '2019-02-01', 'month', 'assignment_not_reversed'],
    ['one that ends in the year before', '2019-01-01', 'day', '2018-01-01', 'year', 'assignment_not_reversed'],
    ['a start for ever', 'infinity', 'day', null, null, 'assignment_from_stated'],
    ['a start since ever', '-infinity', 'day', null, null, 'assignment_from_stated'],
    ['an end for ever', '2019-03-02', 'day', 'infinity', 'day', 'assignment_to_stated'],
    ['the year 1', '0001-01-01', 'day', null, null, 'assignment_from_stated'],
    ['the year 9999', '2019-01-01', 'day', '9999-12-31', 'day', 'assignment_to_stated'],
    ['a day that is called a month', '2019-03-02', 'month', null, null, 'assignment_from_stated'],
    ['a month that is called a year', '2019-03-01', 'year', null, null, 'assignment_from_stated'],
    ['a day that is called unknown', '2019-03-01', 'unknown', null, null, 'assignment_from_stated'],
    ['a day of no stated precision', '2019-03-01', null, null, null, 'assignment_from_given'],
    ['no start at all', null, null, null, null, 'assignment_from_given'],
    ['a precision without its day', null, 'day', null, null, 'assignment_from_stated'],
    ['a word that is no precision', '2019-03-01', 'week', null, null, 'assignment_from_stated'],
  ])('%s', async (_, fromOn, fromPrecision, toOn, toPrecision, constraint) => {
    expect(await days(fromOn, fromPrecision, toOn, toPrecision)).toBe(constraint)
  })

  it('but whatever a file may state can', async () => {
    expect(await days('2019-03-01', 'month', '2019-03-01', 'month')).toBeNull()
    expect(await days('2019-03-15', 'day', '2019-03-01', 'month')).toBeNull()
    expect(await days('2019-01-01', 'year', '2019-05-01', 'day')).toBeNull()
    expect(await days(null, 'unknown', null, 'unknown')).toBeNull()
    expect(await days('1800-01-01', 'day', '2200-12-31', 'day')).toBeNull()
  })

  it('a sanction among personnel matters, or praise among sanctions', async () => {
    const put = (table: typeof statePersonnel, kind: 'sanction' | 'potential') =>
      refusedBy(async (tx) => {
        const personId = await addPerson(tx)
        await tx
          .insert(table)
          .values({ root, rowId: randomUUID(), id: randomUUID(), personId, kind, ...storedValidity('2020', null) })
      })
    expect(await put(statePersonnel, 'sanction')).toBe('state_personnel_kind')
    expect(await put(stateDiscipline, 'potential')).toBe('state_discipline_kind')
    expect(await put(stateDiscipline, 'sanction')).toBeNull()
  })

  it('two evaluations that answer for one authority', async () => {
    const row = (state: 'current' | 'superseded') => ({
      root,
      id: randomUUID(),
      authority: '411100',
      policyDigest: 'p',
      state,
    })
    const now = '2026-01-01T00:00:00Z'
    const both = refusedBy(async (tx) => {
      await tx.insert(evaluation).values({ ...row('superseded'), activatedAt: now, supersededAt: now })
      await tx.insert(evaluation).values({ ...row('current'), activatedAt: now })
      await tx.insert(evaluation).values({ ...row('current'), activatedAt: now })
    })
    expect(await both).toBe('evaluation_current')
  })

  it('a finding of no days, or said twice in one evaluation', async () => {
    const [evaluationId, id] = [randomUUID(), randomUUID()]
    const put = (toOn: string) => async (tx: Tx) => {
      const ids = { rowId: randomUUID(), id, evaluationId, personId: await addPerson(tx) }
      const rule = {
        rule: 'luohe/ten-years',
        catalogueId: 'LH-M1',
        pluginId: 'luohe',
        pluginDigest: 'd',
        ruleJurisdiction: '411100',
      }
      const says = { effect: 'MUST' as const, effectRank: 0, fromOn: '2024-01-01', toOn, key: [], counted: [] }
      await tx.insert(finding).values({ root, ...ids, authority: county, ...rule, ...says })
    }
    expect(await refusedBy(put('2024-01-01'))).toBe('finding_days')
    const twice = async (tx: Tx) => {
      await put('2025-01-01')(tx)
      await put('2026-01-01')(tx)
    }
    expect(await refusedBy(twice)).toBe('finding_current')
  })

  it('a key without the placement key of its tenant', async () => {
    const policies = ['plugin_document', 'plugin_package', 'signing_key', 'installation', 'policy_review']
    const reference = ['jurisdiction', ...policies, 'job', 'idempotency_key', 'schema_migration']
    const strays = await transaction(fresh.db, { mode: 'read' }, (tx) =>
      tx.execute(sql`
        select c.conrelid::regclass::text as "table", c.conname as name
        from pg_constraint c
        where c.connamespace = 'public'::regnamespace and c.contype in ('p', 'u', 'x', 'f')
          and c.conrelid::regclass::text <> all(${sql.param(reference)}::text[])
          and not exists (
            select from pg_attribute a where a.attrelid = c.conrelid and a.attnum = any(c.conkey) and a.attname in ('root', 'post_root'))`),
    )
    expect([...strays]).toEqual([])
  })
})
