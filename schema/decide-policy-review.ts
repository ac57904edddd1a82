import { type Decided, decideReview } from '../acts/policies/decide-review.ts'
import { builder } from './builder.ts'
import { answered, given, idempotencyKey, uuidNamed } from './change-input.ts'
import { Job, jobOf } from './job.ts'
import { PolicyReview, reviewOf } from './policy-review.ts'
import { ReviewDecision } from './policy-words.ts'
import { policyRefusals } from './problem.ts'

const DecidePolicyReviewInput = builder.inputType('DecidePolicyReviewInput', {
  description: 'What is decided on a review. 复核决定。',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKey),
    id: t.id({ required: true, description: 'Global id of the review. 复核。' }),
    decision: t.field({ type: ReviewDecision, required: true, description: 'What is decided. 决定。' }),
    reason: t.string({ required: true, description: 'What was examined, and on what it rests. 理由。' }),
  }),
})

const DecidePolicyReviewPayload = builder.objectRef<Decided>('DecidePolicyReviewPayload')

DecidePolicyReviewPayload.implement({
  description: 'It is decided. 已决定。',
  fields: (t) => ({
    review: t.field({
      type: PolicyReview,
      description: 'With the decision on it. 复核。',
      resolve: ({ review }, _args, context) => reviewOf(context, review),
    }),
    jobs: t.field({
      type: [Job],
      description: 'Evaluations under way because of it: findings are current when all are done. 重评任务。',
      resolve: ({ jobs }, _args, context) => Promise.all(jobs.map((job) => jobOf(context, job))),
    }),
  }),
})

builder.mutationField('decidePolicyReview', (t) =>
  t.field({
    type: DecidePolicyReviewPayload,
    description: 'Keeps or suspends an installation that became unlawful. 作出复核决定。',
    args: { input: t.arg({ type: DecidePolicyReviewInput, required: true, description: 'What is decided. 内容。' }) },
    errors: {
      types: policyRefusals,
      directResult: true,
      union: { name: 'DecidePolicyReviewResult', description: 'The review as decided, or why not. 结果。' },
    },
    resolve: (_root, { input }, context) => {
      const id = uuidNamed('PolicyReview', 'id', String(input.id))
      return answered(context, (db, actor) => decideReview(db, actor, { ...given(input), id }))
    },
  }),
)
