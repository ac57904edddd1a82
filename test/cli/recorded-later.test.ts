import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkedInstant } from '../../cli/instant.ts'
import { recordedLater } from '../../cli/recorded-later.ts'
import { ruleTitles } from '../../cli/titles.ts'
import { peopleById } from '../../db/queries/people.ts'
import { transaction } from '../../db/transaction.ts'
import type { Language } from '../../policy/index.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { clock, openHistory } from '../support/replayed.ts'

let fresh: FreshDatabase
let history: Awaited<ReturnType<typeof openHistory>>
beforeAll(async () => {
  fresh = await freshDatabase()
  history = await openHistory(fresh.db)
})
afterAll(() => fresh.close())

const told = (knownAt: string, policyAt: string, language: Language = 'zh') =>
  transaction(fresh.db, { mode: 'read' }, async (tx) => {
    const [person] = await peopleById(tx, [history.who])
    if (person === undefined || person === null) throw new Error('Nobody of that id.')
    const titles = await ruleTitles(tx, language)
    const moments = { knownAt, policy: { policyAt, shadow: null } }
    return (await recordedLater(tx, person, moments, { on: '2020-06-01', language, titles })).join('\n')
  })

test('what is said otherwise now, and the facts and policies recorded later, stand below the reasons', async () => {
  const { filed, upgraded, corrected } = history
  const facts = await told(filed, upgraded)
  expect(facts).toContain('EX-T 示例：不再应交流（当时：应办，自2018-03-01起；现在：无）')
  expect(facts).toContain('更正任职（财政局科长）：起由2012-03-01改为2016-03。')
  expect(facts).toMatch(/^ {2}\d{4}-\d\d-\d\d \d\d:\d\d {2}更正/m)
  expect(facts).not.toContain('其后安装或变动的政策')
  const policies = await told(corrected, corrected)
  expect(policies).toContain('漯河市政策 example 6.0.0 安装：自2000-01-01起适用。')
  expect(policies).not.toContain('其后记录的事实')
  expect(await told(filed, upgraded, 'en')).toContain(
    'EX-T Example: released (then: active since 2018-03-01; now: nothing)',
  )
})

test('where nothing was recorded later, that is said', async () => {
  const now = await clock(fresh.db)
  expect(await told(now, now)).toBe('\n□ 现在的认定与此相同。\n\n□ 其后没有与其有关的记录。')
})

test('a moment is a day to its end, or a time in Beijing, or one that names its zone', () => {
  expect(checkedInstant('2026-11-22')).toBe('2026-11-22T23:59:59.999999+08:00')
  expect(checkedInstant('2026-11-22T08:00')).toBe('2026-11-22T08:00+08:00')
  expect(checkedInstant('2026-11-22T08:00:00Z')).toBe('2026-11-22T08:00:00Z')
  for (const none of ['2026-02-30', 'yesterday', '2026-11-22T25:00'])
    expect(() => checkedInstant(none)).toThrow('不是时刻')
})
