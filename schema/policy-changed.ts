import type { PolicyChanged } from '../acts/policies/approve-policy.ts'
import { builder } from './builder.ts'
import { Installation, installationOf } from './installation.ts'
import { Job, jobOf } from './job.ts'

/** What a step that changes what is installed answers with. */
export const policyChangedPayload = (name: string, description: string) =>
  builder.objectRef<PolicyChanged>(name).implement({
    description,
    fields: (t) => ({
      installation: t.field({
        type: Installation,
        description: 'As it now stands. 政策安装。',
        resolve: ({ installation }, _args, context) => installationOf(context, installation),
      }),
      jobs: t.field({
        type: [Job],
        description: 'Evaluations under way because of it: findings are current when all are done. 重评任务。',
        resolve: ({ jobs }, _args, context) => Promise.all(jobs.map((job) => jobOf(context, job))),
      }),
    }),
  })
