import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decideConflict } from '../../acts/conflicts/triage.ts'
import { connect, type Database } from '../../db/connect.ts'
import { type Embedded, openEmbedded } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'
import { conflictsIn } from '../../db/queries/conflicts.ts'
import { conflictSpan, conflict as table } from '../../db/tables/conflict.ts'
import { transaction } from '../../db/transaction.ts'
import { loadRelatedOffice, officeOfKin } from '../support/related-office.ts'
import { cadreIn } from '../support/terminal.ts'
import { filesInZip } from '../support/zip.ts'

const folder = mkdtempSync(join(tmpdir(), 'cadre-conflicts-'))
const cadre = cadreIn(folder)
const on = ['--on', '2026-11-22'] as const
let embedded: Embedded
let db: Database
beforeAll(async () => {
  embedded = await openEmbedded(folder, { durable: false })
  await migrate(embedded.ownerUrl, embedded.appUrl)
  db = connect(embedded.appUrl)
  await loadRelatedOffice(db)
})
afterAll(async () => {
  await db?.close()
  await embedded?.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('conflicts lists who may not hold both posts, strictest first, with the tie, the posts, and since when', async () => {
  const { code, out } = await cadre('conflicts', '--at', officeOfKin, ...on)
  expect(code).toBe(0)
  const lines = out.split('\n')
  expect(lines[0]).toMatch(/^序号 +一方 +另一方 +亲属关系 +职务关系/)
  const heads = lines.filter((line) => line.startsWith('■'))
  expect(heads.map((line) => line.split(/[　 ]/).slice(1, 3))).toEqual([
    ['不得', 'EX-S'],
    ['不得', 'EX-L'],
    ['提示', 'EX-W'],
  ])
  expect(out).toMatch(/1 +丁 丁 +戊 戊 +夫妻关系 +直接上下级领导关系 +第3科科长 第3科科员 +属于 +2017-06-01/)
  expect(out).toMatch(/辛.*待核实 +2018-01-01/)
  expect(out).toContain('漯河市（411100）2026-11-22：属于 3 项，待核实 1 项。')
})

test('--explain adds the sentence of each, in English on request', async () => {
  const { out } = await cadre('conflicts', '--at', officeOfKin, ...on, '--explain')
  expect(out).toMatch(/\n3\. 乙是甲的妻子的哥哥的妻子（近姻亲）；二人自2021-03-15起在财政局同受丙直接领导。依据《/)
  const english = await cadre('conflicts', '--at', officeOfKin, ...on, '--explain', '--english')
  expect(english.out).toContain('乙 is 甲’s wife’s elder brother’s wife (near affinity)')
  expect(english.out).toContain('must not')
})

test('--unit keeps those with a side in the unit or below it, --below takes in those managed below', async () => {
  const [section, bureau] = await Promise.all([
    cadre('conflicts', '--at', officeOfKin, ...on, '--unit', 'CZ-3'),
    cadre('conflicts', '--at', officeOfKin, ...on, '--unit', 'CZ'),
  ])
  expect(section.out).toContain('属于 1 项，待核实 0 项')
  expect(bureau.out).toContain('属于 3 项，待核实 1 项')
  const { code, err } = await cadre('conflicts', '--at', officeOfKin, ...on, '--unit', 'NONE')
  expect([code, err]).toEqual([1, expect.stringContaining('没有代码为`NONE`的单位')])
  expect((await cadre('conflicts', '--at', '410000', ...on)).out).toContain('本级尚无名册')
  expect((await cadre('conflicts', '--at', '410000', ...on, '--below')).out).toContain('属于 3 项')
})

test('days without an avoidance rule say so, and are no error', async () => {
  const { code, out } = await cadre('conflicts', '--at', officeOfKin, '--on', '1999-01-01')
  expect([code, out.trim()]).toEqual([0, expect.stringContaining('没有适用的任职回避规则，故不作认定')])
  expect(await cadre('conflicts', '--at', officeOfKin, '--on', '1999-13-01')).toMatchObject({ code: 2 })
  expect(await cadre('conflicts', '--at', '999999')).toMatchObject({ code: 1 })
})

test('--xlsx writes the list with what was decided and why', async () => {
  const [first] = await transaction(db, { mode: 'read' }, (tx) =>
    conflictsIn(
      tx,
      { authority: officeOfKin, scope: 'OWN' },
      { on: '2026-11-22', knownAt: null },
      { limit: 1, after: null },
    ),
  )
  if (first === undefined) throw new Error('Nothing is said of anyone.')
  const decided = { idempotencyKey: 'x', expectedVersion: 0, decision: 'MOVE', reason: '调整戊' } as const
  await decideConflict(db, '督查员', { ...decided, conflict: first, dueBy: '2027-01-31' })
  const file = join(folder, 'conflicts.xlsx')
  const { out } = await cadre('conflicts', '--at', officeOfKin, ...on, '--xlsx', file)
  expect(out).toContain('共 4 项')
  const written = [...filesInZip(readFileSync(file)).values()].join()
  expect(written).toMatch(/任职回避情形[\s\S]*妻子的哥哥的妻子/)
  expect(written).toContain('调整职务（限 2027-01-31）')
  expect((await cadre('conflicts', '--at', officeOfKin, ...on)).out).toContain('调整职务（限 2027-01-31）')
})

test('a database that never swept is swept first', async () => {
  const owner = connect(embedded.ownerUrl)
  await transaction(owner, { mode: 'write' }, async (tx) => {
    await tx.delete(conflictSpan)
    await tx.delete(table)
    await tx.execute('delete from conflict_register')
  }).finally(() => owner.close())
  const { out } = await cadre('conflicts', '--at', officeOfKin, ...on)
  expect(out).toContain('属于 3 项，待核实 1 项')
})
