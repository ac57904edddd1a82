import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect } from '../../db/connect.ts'
import { type Embedded, openEmbedded } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'
import { avoidancePolicy, putToWork } from '../support/avoidance.ts'
import { bureauAt, loadBureaus } from '../support/bureau.ts'
import { cadreIn } from '../support/terminal.ts'

describe('cadre check', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cadre-check-'))
  const cadre = cadreIn(folder)
  let embedded: Embedded
  beforeAll(async () => {
    embedded = await openEmbedded(folder, { durable: false })
    await migrate(embedded.ownerUrl, embedded.appUrl)
    const db = connect(embedded.appUrl)
    const filled = async () => {
      await loadBureaus(db)
      await putToWork(db, avoidancePolicy(), bureauAt)
    }
    await filled().finally(() => db.close())
  })
  afterAll(async () => {
    await embedded?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const on = ['--on', '2026-12-01'] as const
  const planned = (text: string): string => {
    const file = join(mkdtempSync(join(folder, 'plan-')), 'moves.csv')
    writeFileSync(file, text)
    return file
  }

  test('the verdict comes first, then each thing that begins or ends, and why', async () => {
    const { code, out, err } = await cadre('check', '--person', 'LN', '--from', 'PB1', '--post', 'PA2', ...on)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out.split('\n')[0]).toBe('结论：不得（FORBIDDEN）')
    expect(out).toMatch(/将产生：\n■ EX-A 亲属不得同在一个单位（不得） 2026-12-01起\n {2}.*王雷（WL）[\s\S]*第七十四条/)
    expect(out).toMatch(/将消除：\n□ EX-A .*至2026-12-01\n {2}.*王雨（WY）/)
  })

  test('in English, and where nothing begins or ends', async () => {
    const { out } = await cadre('check', '--person', 'SQ', '--post', 'PC1', '--english', ...on)
    expect(out).toBe('Verdict: ALLOWED\nNothing would begin and nothing would end.\n')
  })

  test('a file of moves is checked as one plan, by its Chinese headings as well', async () => {
    const moves = planned('﻿人员编号,离任职位,到任职位,调动日期\nLN,PB1,PA2,2026-12-01\nWL,PA,,\n')
    const { code, out } = await cadre('check', '--moves', moves, ...on)
    expect({ code, first: out.split('\n')[0] }).toEqual({ code: 0, first: '结论：可行（ALLOWED）' })
    expect(out).toContain('将消除：')
  })

  test('every bad row of a plan is named with what to do', async () => {
    const moves = planned('person,from,to,on\nLN,PB2,PA2,2026-12-01\nWL,PB1,,\n')
    const { code, err } = await cadre('check', '--moves', moves, ...on)
    expect(code).toBe(1)
    expect(err).toMatch(/moves\.csv 第 2 行 离任职位（from）：.*不任该职位/)
    expect(err).toMatch(/moves\.csv 第 3 行 离任职位（from）：.*所任：`PA`/)
  })

  test('every bad cell of a plan is named as those of a roster are', async () => {
    const moves = planned('person,to,on\nLN,PA2,2026-12\n,PA2,2026-12-01\nWL,PA2,2026-02-30\n')
    const { code, err } = await cadre('check', '--moves', moves)
    expect(code).toBe(1)
    expect(err).toMatch(/第 2 行 调动日期（on） ?`2026-12`：调动须有确切的日期/)
    expect(err).toMatch(/第 3 行 人员编号（person）：必填/)
    expect(err).toMatch(/第 4 行 调动日期（on） ?`2026-02-30`/)
  })

  test.each([
    [['--person', 'NOBODY', '--post', 'PA2'], 1, 'NOBODY'],
    [['--person', 'LN', '--post', 'NOWHERE'], 1, 'NOWHERE'],
    [['--person', 'LN', '--post', 'PT1'], 1, '周一 V1'],
    [['--person', 'LN'], 2, '--post'],
    [['--person', 'LN', '--post', 'PA2', '--on', '2026-02-30'], 2, '2026-02-30'],
    [['--moves', '/nowhere.csv'], 1, '/nowhere.csv'],
    [['--moves', '/nowhere.csv', '--person', 'LN'], 2, '--moves'],
  ] as const)('%j ends with code %i and a sentence that names the trouble', async (args, expected, named) => {
    const { code, err } = await cadre('check', ...args)
    expect(code).toBe(expected)
    expect(err).toContain(named)
    expect(err).not.toMatch(/\bat .*\.ts:\d+/)
  })

  test('its help says in Chinese what it does', async () => {
    expect((await cadre('check', '--help')).out).toContain('只核对，不写入')
  })
})
