import { v7 as uuid } from 'uuid'
import { withdrawPolicy } from '../acts/policies/withdraw-policy.ts'
import { accepted } from './accepted.ts'
import { withDatabase } from './database.ts'
import { checkedDay } from './day.ts'
import { evaluated } from './evaluated.ts'
import { say } from './say.ts'

interface Options {
  readonly on: string
  readonly reason: string
  readonly by: string
}

/** `cadre withdraw`: ends a policy from a day on, or takes a proposal back. */
export const withdraw = (id: string, { on, reason, by }: Options): Promise<void> =>
  withDatabase(async (db) => {
    const input = { id, on: checkedDay(on), reason, idempotencyKey: uuid() }
    const { jobs } = accepted(await withdrawPolicy(db, by, input))
    await evaluated(db, jobs)
    say(`已撤回，自 ${on} 起不再适用；重新评定已完成（${jobs.length} 项作业）。`)
  })
