import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { installPlugin } from '../../acts/install-plugin.ts'
import { runJobsUntilDone } from '../../acts/jobs/work.ts'
import { KnownProblem } from '../../acts/problem.ts'
import { importRoster } from '../../acts/roster/import-roster.ts'
import { national } from '../../plugins/national/plugin.ts'
import { bureau, filed, openOffice } from './office.ts'

describe('whoever waits is told how far it is', () => {
  let office: Awaited<ReturnType<typeof openOffice>>
  beforeAll(async () => {
    office = await openOffice()
  })
  afterAll(() => office?.close())

  const phasesOf = async (check: boolean) => {
    const phases: string[] = []
    const options = { at: '411100', by: 'test', on: '2026-11-22', check }
    const report = await importRoster(office.db, filed(bureau), options, async (phase, done, total) => {
      phases.push(`${phase} ${done}/${total}`)
    })
    expect(report.accepted).toBe(true)
    return phases.join(', ')
  }

  test('an import is checked, written and judged; one that is only examined is never said to be written', async () => {
    expect(await phasesOf(true)).toMatch(/^checking 0\/3.*judging/)
    expect(await phasesOf(true)).not.toContain('writing')
    expect(await phasesOf(false)).toMatch(/^checking 0\/3.*writing 0\/3.*judging/)
  })

  test('a new policy is at work when everyone has been judged', async () => {
    const told: string[] = []
    const outcome = await installPlugin(office.db, { document: national, at: '100000', by: 'test' })
    if (outcome instanceof KnownProblem) throw outcome
    // Everyone is judged by one job, and every two relatives by another.
    expect(outcome.jobs).toHaveLength(2)
    await runJobsUntilDone(office.db, outcome.jobs, async (done, total) => void told.push(`${done}/${total}`))
    expect(told[0]).toBe('0/0')
    expect(told.at(-1)).toBe('6/6')
  })
})
