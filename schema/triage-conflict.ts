import { type Decided, decideConflict } from '../acts/conflicts/triage.ts'
import { NotFoundProblem } from '../acts/problem.ts'
import { builder } from './builder.ts'
import { answered, given, idempotencyKey, rowNamed } from './change-input.ts'
import { Conflict } from './conflict.ts'
import { conflictNearToday, triageLoader } from './conflict-loader.ts'
import { TriageDecision } from './enums.ts'
import { familyOf } from './family.ts'
import { localId } from './global-id.ts'
import { refusals } from './problem.ts'
import { Triage } from './triage.ts'

const TriageConflictInput = builder.inputType('TriageConflictInput', {
  description: 'What is decided on a conflict. 处置。',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKey),
    expectedVersion: t.int({
      required: true,
      description: '`Triage.version` the caller saw, 0 if none; refused when someone has decided since. 所见处置次数。',
    }),
    conflict: t.id({ required: true, description: 'Global id of the conflict. 回避情形。' }),
    decision: t.field({ type: TriageDecision, required: true, description: 'What is decided. 决定。' }),
    reason: t.string({ required: true, description: 'What was examined, and on what it rests. 理由。' }),
    dueBy: t.field({ type: 'Date', description: 'Until when it is to be done. 办理期限。' }),
  }),
})

const TriageConflictPayload = builder.objectRef<Decided>('TriageConflictPayload')

TriageConflictPayload.implement({
  description: 'The decision was recorded. 已记录处置。',
  fields: (t) => ({
    conflict: t.field({
      type: Conflict,
      description: 'The conflict, with the decision on it. 回避情形。',
      resolve: ({ conflict }, _args, context) =>
        conflictNow(conflictNearToday(context, localId(conflict)), conflict.id),
    }),
    triage: t.field({
      type: Triage,
      nullable: true,
      description: 'The decision that now stands. 处置。',
      resolve: async ({ conflict }, _args, context) =>
        context.load(triageLoader, await conflictNow(conflictNearToday(context, localId(conflict)), conflict.id)),
    }),
  }),
})

/** It was there a moment ago, when it was decided on. */
const conflictNow = async <T>(found: Promise<T | null>, id: string): Promise<T> =>
  (await found) ?? Promise.reject(new NotFoundProblem(['input', 'conflict'], id, { zh: '回避情形', en: 'conflict' }))

builder.mutationField('triageConflict', (t) =>
  t.field({
    type: TriageConflictPayload,
    description:
      'Records what is decided on a conflict. It lifts no bar; when the facts change, the conflict is open again. 处置回避情形。',
    args: { input: t.arg({ type: TriageConflictInput, required: true, description: 'What is decided. 内容。' }) },
    errors: {
      types: refusals,
      directResult: true,
      union: { name: 'TriageConflictResult', description: 'The decision as recorded, or why not. 结果。' },
    },
    resolve: (_root, { input }, context) =>
      familyOf(context, () => {
        const conflict = rowNamed('Conflict', 'conflict', input.conflict)
        return answered(context, (db, actor) => decideConflict(db, actor, { ...given(input), conflict }))
      }),
  }),
)
