import type { Database } from '../../db/connect.ts'
import { rootOf } from '../../db/divisions.ts'
import { beginPreview, type PreviewBegun } from '../../db/queries/previews.ts'
import { transaction } from '../../db/transaction.ts'
import type { DayText } from '../../policy/index.ts'
import { isInstant } from '../instant.ts'
import { Issues } from '../issues.ts'
import { type Keyed, once, requestOf } from '../once.ts'
import { refuseUnknownPlace } from '../policies/known-place.ts'
import { type KnownProblem, refusable } from '../problem.ts'
import { isPreviewBegun } from './asked.ts'
import { horizonOf } from './horizon.ts'

/** What we would have said then, beside what we say now, of everyone a jurisdiction's policy reaches. */
export interface StartReplay extends Keyed {
  readonly jurisdiction: string
  /** The day asked about: first day of the horizon. */
  readonly on: DayText
  /** What was recorded by then is judged; an instant. */
  readonly knownAt: string
  /** Under what was installed by then; an instant. */
  readonly policyAt: string
  /** Years looked ahead from that day, 1 to 40; default 5. */
  readonly horizon?: number | null
}

/**
 * Asks for a job that judges everyone as we would have judged them then, and compares that with what we say now. The same
 * request asked again gets the same job.
 */
export const startReplay = (db: Database, actor: string, input: StartReplay): Promise<PreviewBegun | KnownProblem> =>
  refusable(() => {
    const { jurisdiction, on: fromOn, knownAt, policyAt } = input
    const request = requestOf({ act: 'startReplay', actor }, input)
    const horizon = horizonOf(input.horizon)
    refuseUnknownPlace(jurisdiction, ['input', 'jurisdiction'])
    const issues = new Issues()
    issues.day(['input', 'on'], fromOn)
    for (const [name, instant] of Object.entries({ knownAt, policyAt }))
      if (!isInstant(instant)) issues.add(['input', name], instant, noInstant(instant).says, noInstant(instant).remedy)
    issues.refuseIfAny()
    const asked = { root: rootOf(jurisdiction), kind: 'replay', jurisdiction, horizon, fromOn } as const
    return transaction(db, { mode: 'write' }, (tx) =>
      once(tx, request, isPreviewBegun, () => beginPreview(tx, { ...asked, knownAt, policyAt, askedBy: actor })),
    )
  })

const noInstant = (text: string) => ({
  says: { zh: `\`${text}\` 不是时刻。`, en: `\`${text}\` is not an instant.` },
  remedy: { zh: '写成 2026-11-22T08:00:00+08:00。', en: 'Write for example 2026-11-22T08:00:00+08:00.' },
})
