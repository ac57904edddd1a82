import type { Database } from '../../db/connect.ts'
import type { PreviewBegun } from '../../db/queries/previews.ts'
import type { DayText } from '../../policy/index.ts'
import type { Keyed } from '../once.ts'
import type { KnownProblem } from '../problem.ts'

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

/** Asks for a job that judges everyone as we would have judged them then, and compares that with what we say now. */
export const startReplay = (
  _db: Database,
  _actor: string,
  _input: StartReplay,
): Promise<PreviewBegun | KnownProblem> => {
  throw new Error('Not built yet.')
}
