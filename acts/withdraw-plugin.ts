import type { Database } from '../db/connect.ts'
import { endInstallation, installationsOf } from '../db/queries/evaluation-policy.ts'
import { type DayText, parseDay } from '../policy/index.ts'
import { changingPolicy } from './changing-policy.ts'
import { changeInstalled } from './policies/at-work.ts'
import { invalid, type KnownProblem, NotFoundProblem, refusable } from './problem.ts'

export interface WithdrawPlugin {
  readonly plugin: string
  readonly at: string
  /** First day it no longer counts; the days before stay judged under it. */
  readonly effectiveTo: DayText
  readonly by: string
  readonly reason?: string | null
}

export interface Withdrawn {
  readonly installation: string
  readonly jobs: readonly string[]
}

/** Ends a policy at a jurisdiction from a day on. What was said under it stays in the record. */
export const withdrawPlugin = (db: Database, input: WithdrawPlugin): Promise<Withdrawn | KnownProblem> =>
  refusable(() => {
    const { plugin, at, effectiveTo, by, reason = null } = input
    if (parseDay(effectiveTo) === null) throw notADay(effectiveTo)
    return changingPolicy(db, async (tx) => {
      const active = (await installationsOf(tx, at, plugin)).find(
        (row) => row.state === 'active' && row.mode === 'enforce',
      )
      if (active === undefined)
        throw new NotFoundProblem(['plugin'], plugin, { zh: '已安装的政策', en: 'installed policy' })
      return changeInstalled(tx, { at, by }, async () => {
        await endInstallation(tx, active, effectiveTo, 'withdrawn', { installedBy: by, reason })
        return active.id
      })
    })
  })

const notADay = (value: string) =>
  invalid(
    ['effectiveTo'],
    value,
    { zh: `\`${value}\` 不是日历上的日期。`, en: `\`${value}\` is not a day of the calendar.` },
    { zh: '写成 YYYY-MM-DD。', en: 'Write YYYY-MM-DD.' },
  )
