import { and, eq, isNotNull } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { installPlugin } from '../../acts/install-plugin.ts'
import { KnownProblem } from '../../acts/problem.ts'
import { importRoster } from '../../acts/roster/import-roster.ts'
import { textSource } from '../../acts/roster/reading/source.ts'
import { gatherFacts } from '../../db/facts.ts'
import { storedFindings } from '../../db/queries/finding-store.ts'
import { person } from '../../db/tables/person.ts'
import { post } from '../../db/tables/post.ts'
import { unit } from '../../db/tables/unit.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import { day, dayText, stayRuns } from '../../policy/index.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { settingWith } from '../support/example-policy.ts'
import {
  dayAfter,
  history,
  organogramPresent,
  publicationOf,
  publications,
  readPosts,
  readSpells,
  type SeenPost,
  type Sheets,
  type Spell,
} from '../support/organogram.ts'
import { tenurePolicy } from '../support/tenure-policy.ts'
import { told } from './office.ts'

const root = 410000

/** Where the superior of each post leads, walked within its own publication. */
const walked = (posts: readonly SeenPost[]) => {
  const all = new Map(posts.map((p) => [`${publicationOf(p)}/${p.ref}`, p]))
  const above = (p: SeenPost) => all.get(`${publicationOf(p)}/${p.reportsTo}`)
  const dangling = posts.filter((p) => p.reportsTo !== null && above(p) === undefined)
  const way = (p: SeenPost) => {
    const passed = new Set<SeenPost>()
    let at = above(p)
    while (at !== undefined && !passed.has(at)) {
      passed.add(at)
      at = above(at)
    }
    return { passed, endless: at !== undefined }
  }
  const endless = posts.filter((p) => way(p).endless)
  const circling = endless.filter((p) => way(p).passed.has(p))
  return { dangling, endless, circling }
}

describe.skipIf(!organogramPresent)('real organisations (skipped where ../shared/data is absent)', () => {
  let fresh: FreshDatabase
  let posts: readonly SeenPost[]
  let spells: readonly Spell[]
  beforeAll(async () => {
    fresh = await freshDatabase()
    posts = readPosts()
    spells = readSpells()
  })
  afterAll(() => fresh?.close())

  const file = (sheets: Sheets, check = false) =>
    importRoster(fresh.db, textSource(sheets), { at: '411100', by: 'test', on: '2016-11-22', check })
  const read = <T>(work: (tx: Tx) => Promise<T>) => transaction(fresh.db, { mode: 'read', pace: 'job' }, work)
  const straightened = () => {
    const { dangling, circling } = walked(posts)
    const bad = new Set([...dangling, ...circling])
    return posts.map((p) => (bad.has(p) ? { ...p, reportsTo: null } : p))
  }
  const problemsExpected = (posts: readonly SeenPost[]) => {
    const { dangling, circling } = walked(posts)
    const bad = new Map([
      ...dangling.map((p) => [p, 'UNKNOWN_POST'] as const),
      ...circling.map((p) => [p, 'REPORTS_TO_CYCLE'] as const),
    ])
    return posts.flatMap((p, i) => {
      const code = bad.get(p)
      const value = `${publicationOf(p)}/${p.reportsTo}`
      return code === undefined ? [] : [{ file: 'posts.csv', row: i + 2, column: 'reports_to', value, code }]
    })
  }

  test('the files are those we know', () => {
    const { dangling, endless, circling } = walked(posts)
    expect(new Set(posts.map(publicationOf)).size).toBe(333)
    expect([dangling.length, endless.length, circling.length]).toEqual([24, 68, 12])
  })

  test('every reference into the void and every circle is told by its cell, nothing else is, and nothing is written', async () => {
    const report = await file(publications(posts))
    expect(report.accepted).toBe(false)
    expect(report.problems.map(told)).toEqual(problemsExpected(posts))
    expect(await read((tx) => tx.select().from(unit))).toEqual([])
    expect(await read((tx) => tx.select().from(post))).toEqual([])
  })

  test('a head of a body who reports to someone below is told on every post of the way round', async () => {
    const own = posts.filter((p) => publicationOf(p) === 'environment_agency@2011-09-30')
    const superiors = new Set(own.map((p) => p.reportsTo))
    const lowest = own.findLast((p) => !superiors.has(p.ref))?.ref ?? null
    const bent = own.map((p) => (p.reportsTo === null ? { ...p, reportsTo: lowest } : p))
    const { dangling, circling } = walked(bent)
    expect([dangling.length, circling.length > 2]).toEqual([0, true])
    const report = await file(publications(bent), true)
    expect(report.problems.map(told)).toEqual(problemsExpected(bent))
  })

  test('without those edges all the organisations are taken', async () => {
    const report = await file(publications(straightened()), true)
    expect(report.problems).toEqual([])
    expect(report.accepted).toBe(true)
    expect(report.counts.organisationChanged).toBe(333 + posts.length)
  })

  describe('through the years', () => {
    beforeAll(async () => {
      const installed = await installPlugin(fresh.db, { document: tenurePolicy(1), by: 'test' })
      expect(installed).not.toBeInstanceOf(KnownProblem)
      const report = await file(history(straightened(), spells))
      expect(report.problems).toEqual([])
    })
    const everyone = () =>
      read((tx) =>
        tx
          .select({ root: person.root, id: person.id, code: person.code })
          .from(person)
          .where(and(eq(person.root, root), isNotNull(person.code))),
      )
    const postCodes = async () => new Map((await read((tx) => tx.select().from(post))).map((p) => [p.id, p.code]))

    test('everyone has served in each post for exactly the days they were seen in it', async () => {
      const [people, codes] = [await everyone(), await postCodes()]
      const facts = await read((tx) => gatherFacts(tx, people))
      const names = new Map(people.map(({ id, code }) => [id, code]))
      const served = facts.flatMap((who) =>
        stayRuns(who, ['post'], settingWith(), day('2016-12-31')).map(
          ({ key, from, to }) =>
            `${names.get(who.id)} ${codes.get(key[0] ?? '')} ${to.lo - from.lo} ${to.hi - from.hi}`,
        ),
      )
      const seen = spells.map(({ holder, body, ref, firstSeen, lastSeen }) => {
        const days = Temporal.PlainDate.from(firstSeen).until(lastSeen, { largestUnit: 'day' }).days + 1
        return `${holder} ${body}/${ref} ${days} ${days}`
      })
      expect(served.toSorted()).toEqual(seen.toSorted())
    })

    test('whoever was seen in a post for a year is due to leave it, from that day until they left', async () => {
      const [people, codes] = [await everyone(), await postCodes()]
      const names = new Map(people.map(({ id, code }) => [id, code]))
      const ids = people.map(({ id }) => id)
      const said = (await read((tx) => storedFindings(tx, root, ids, 'current'))).flatMap(({ finding: f }) =>
        f.spans.map(
          ({ status, from, to }) =>
            `${names.get(f.person)} ${codes.get(f.key[0] ?? '')} ${status} ${dayText(from)} ${dayText(to)}`,
        ),
      )
      const yearOn = (day: string) => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`
      const due = spells
        .map((s) => ({ ...s, due: yearOn(s.firstSeen), left: dayAfter(s.lastSeen) }))
        .filter(({ due, left }) => due < left)
        .map(({ holder, body, ref, due, left }) => `${holder} ${body}/${ref} ACTIVE ${due} ${left}`)
      expect(due.length).toBeGreaterThan(200)
      expect(said.toSorted()).toEqual(due.toSorted())
    })
  })
})
