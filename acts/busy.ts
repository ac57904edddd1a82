import { databaseError } from '../db/errors.ts'
import { ConflictProblem } from './problem.ts'

const crowded: ReadonlySet<string> = new Set(['serialization', 'deadlock', 'busy'])

/** The problem that an error stands for when others were at the same rows just then; `null` when it is of another kind. */
export const busyProblem = (error: unknown): ConflictProblem | null =>
  crowded.has(databaseError(error)?.refusal ?? '') ? busy() : null

const busy = () =>
  new ConflictProblem('BUSY', {
    path: [],
    says: {
      zh: '同一时刻有他人在改动相关数据，本次改动未保存。',
      en: 'Others were changing related data at the same moment; this change was not saved.',
    },
    remedy: { zh: '请稍候用同一幂等键重试。', en: 'Try again in a moment, with the same idempotency key.' },
  })
