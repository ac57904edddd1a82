import { refuseUnknownPlace } from '../acts/policies/known-place.ts'
import { type ReviewSearch, reviewsById, reviewsIn, reviewsOfEach } from '../db/queries/review-page.ts'
import type { ReviewRow } from '../db/queries/reviews.ts'
import type { ReviewedProblem } from '../db/tables/package.ts'
import { asOf } from './as-of.ts'
import { builder } from './builder.ts'
import type { Context } from './context.ts'
import { uuidOf } from './global-id.ts'
import { Installation, installationOf } from './installation.ts'
import { Jurisdiction } from './jurisdiction.ts'
import { jurisdictionOf } from './jurisdiction-loader.ts'
import { keyed } from './keyed.ts'
import { cursorOf, lengthOf, pageArgs, pageOf } from './page.ts'
import { ReviewCause, ReviewDecision } from './policy-words.ts'
import { Rule } from './rule.ts'
import { superiorRule } from './superior.ts'
import { orTold } from './told.ts'

const reviewLoader = keyed(reviewsById)
const ofInstallationLoader = keyed(reviewsOfEach)

/** The review that an act names. */
export const reviewOf = async (context: Context, id: string): Promise<ReviewRow> => context.named(reviewLoader, id)

export const PolicyReview = builder.objectRef<ReviewRow>('PolicyReview')
const PolicyReviewConnection = builder.connectionObject({ type: PolicyReview, name: 'PolicyReviewConnection' })
const ReviewedProblemType = builder.objectRef<ReviewedProblem>('ReviewedProblem')

ReviewedProblemType.implement({
  description: 'What the law above no longer allows, as it was found when the review was raised. 复核事项。',
  fields: (t) => ({
    path: t.stringList({ description: 'Where in the document. 位置。', resolve: ({ path }) => [...path] }),
    message: t.string({
      description: 'What is unlawful, and why. 问题。',
      resolve: ({ message }, _args, { language }) => message[language],
    }),
    superior: t.field({
      type: Rule,
      nullable: true,
      description: 'The superior rule, as it is installed; null: none, or no longer installed. 上位规则。',
      resolve: ({ superior }, _args, context) => (superior === null ? null : superiorRule(context, superior)),
    }),
    instrument: t.string({
      nullable: true,
      description: 'Title of the superior instrument, as it was found. 上位文件名称。',
      resolve: ({ superior }) => superior?.instrument ?? null,
    }),
    article: t.string({
      nullable: true,
      description: 'Its article, as it was found. 上位条款。',
      resolve: ({ superior }) => superior?.article ?? null,
    }),
  }),
})

builder.node(PolicyReview, {
  description:
    'An installation that became unlawful, because its superior changed or its key was revoked. It stays as it is until a person decides. 政策复核。',
  id: { resolve: ({ id }) => id },
  loadOne: (id, context) =>
    uuidOf('PolicyReview', `PolicyReview:${id}`) === null ? null : context.load(reviewLoader, id),
  fields: (t) => ({
    installation: t.field({
      type: Installation,
      description: 'What is to be looked at. 待复核的安装。',
      resolve: ({ installationId }, _args, context) => installationOf(context, installationId),
    }),
    jurisdiction: t.field({
      type: Jurisdiction,
      description: 'Where. 辖区。',
      resolve: async ({ jurisdiction }, _args, context) =>
        jurisdictionOf(context, jurisdiction, await asOf({}, context)),
    }),
    cause: t.expose('cause', { type: ReviewCause, description: 'Why. 原因。' }),
    superior: t.field({
      type: Installation,
      nullable: true,
      description: 'The installation above that changed; null: it was a key. 引起复核的上级安装。',
      resolve: ({ cause, causedBy }, _args, context) =>
        cause === 'superior' ? installationOf(context, causedBy) : null,
    }),
    key: t.string({
      nullable: true,
      description: 'Id of the key that was revoked; null: it was a superior. 被吊销的密钥标识。',
      resolve: ({ cause, causedBy }) => (cause === 'key' ? causedBy : null),
    }),
    from: t.expose('fromOn', { type: 'Date', description: 'The day from which it is unlawful. 起始日。' }),
    problems: t.field({
      type: [ReviewedProblemType],
      description: 'What is unlawful. 复核事项。',
      resolve: ({ problems }) => [...problems],
    }),
    raisedAt: t.expose('raisedAt', { type: 'DateTime', description: 'When it was found. 提出时间。' }),
    decision: t.expose('decision', {
      type: ReviewDecision,
      nullable: true,
      description: 'What was decided; null: it waits. 决定。',
    }),
    decidedBy: t.exposeString('decidedBy', { nullable: true, description: 'By whom. 决定人。' }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true, description: 'When. 决定时间。' }),
    reason: t.exposeString('reason', { nullable: true, description: 'On what it rests. 理由。' }),
  }),
})

builder.objectField(Installation, 'reviews', (t) =>
  t.field({
    type: [PolicyReview],
    description: 'Whenever it had to be looked at again, the first one first. 复核。',
    resolve: async ({ id }, _args, context) => [...(await context.load(ofInstallationLoader, id))],
  }),
)

builder.queryField('policyReviews', (t) =>
  t.field({
    type: PolicyReviewConnection,
    description:
      'Installations here and below that became unlawful, in the order in which it was found. 政策复核清单。',
    args: {
      jurisdiction: t.arg.string({ required: true, description: 'Code of the jurisdiction. 辖区代码。' }),
      open: t.arg.boolean({ description: 'Only those that wait, or only those decided; default all. 是否待决定。' }),
      ...pageArgs(t.arg),
    },
    resolve: async (_root, { jurisdiction, open, ...args }, context) => {
      await orTold(() => refuseUnknownPlace(jurisdiction, ['jurisdiction']))
      const search: ReviewSearch = { jurisdiction, open: open ?? null }
      const after = cursorOf(args, ['id'])
      const page = { limit: lengthOf(args) + 1, after: after === null ? null : String(after[0]) }
      return pageOf(await context.read((tx) => reviewsIn(tx, search, page)), args, ({ id }) => [id])
    },
  }),
)
