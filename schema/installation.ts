import { shownState } from '../db/installation-state.ts'
import { installationsOfPlaces, jobsOfLastStep, stepsOfMany } from '../db/queries/installation-lists.ts'
import { type InstallationRow, installationsById } from '../db/queries/policies.ts'
import { asOf } from './as-of.ts'
import { builder } from './builder.ts'
import type { Context } from './context.ts'
import { documentOf } from './document-loader.ts'
import { uuidOf } from './global-id.ts'
import { InstallationStep } from './installation-step.ts'
import { Job, progressOf } from './job.ts'
import { Jurisdiction } from './jurisdiction.ts'
import { jurisdictionOf } from './jurisdiction-loader.ts'
import { keyed } from './keyed.ts'
import { cursorOf, pageArgs, pageOf } from './page.ts'
import { PluginVersion } from './plugin-version.ts'
import { PolicyPackage, packagesLoader } from './policy-package.ts'
import { PolicyMode, PolicyState } from './policy-words.ts'

const installationLoader = keyed(installationsById)
const stepsLoader = keyed(stepsOfMany)
const placesLoader = keyed(installationsOfPlaces)

/** The installation that another row names. */
export const installationOf = async (context: Context, id: string): Promise<InstallationRow> =>
  context.named(installationLoader, id)

const installationOrNull = async (context: Context, globalId: string): Promise<InstallationRow | null> => {
  const id = uuidOf('Installation', globalId)
  return id === null ? null : context.load(installationLoader, id)
}

export const Installation = builder.objectRef<InstallationRow>('Installation')
const InstallationConnection = builder.connectionObject({ type: Installation, name: 'InstallationConnection' })

builder.node(Installation, {
  description: 'A policy document proposed for, or at work at, a jurisdiction. 政策安装。',
  id: { resolve: ({ id }) => id },
  loadOne: (id, context) => installationOrNull(context, `Installation:${id}`),
  fields: (t) => ({
    state: t.field({
      type: PolicyState,
      description: 'Where it stands today, by the passage of time alone. 状态。',
      resolve: async (installation, _args, context) => shownState(installation, await context.today()),
    }),
    mode: t.expose('mode', { type: PolicyMode, description: 'To whom its findings are said. 执行方式。' }),
    jurisdiction: t.field({
      type: Jurisdiction,
      description: 'Where. 辖区。',
      resolve: async ({ jurisdiction }, _args, context) =>
        jurisdictionOf(context, jurisdiction, await asOf({}, context)),
    }),
    sequence: t.exposeInt('sequence', {
      description: 'Only grows, for each policy at each jurisdiction; also when an earlier document comes back. 序号。',
    }),
    digest: t.exposeString('digest', { description: 'SHA-256 of the document. 文档摘要值。' }),
    version: t.string({
      description: 'Version of the document, `major.minor.patch`. 版本号。',
      resolve: async ({ digest }, _args, context) => (await documentOf(context, digest)).document.version,
    }),
    plugin: t.field({
      type: PluginVersion,
      description: 'The document. 政策插件版本。',
      resolve: ({ digest }, _args, context) => documentOf(context, digest),
    }),
    effectiveFrom: t.expose('effectiveFrom', { type: 'Date', description: 'First day it counts. 生效日期。' }),
    effectiveTo: t.expose('effectiveTo', {
      type: 'Date',
      nullable: true,
      description: 'First day it no longer counts; null: none yet. 失效日期。',
    }),
    proposedBy: t.exposeString('proposedBy', {
      nullable: true,
      description: 'Who proposed it; null when the operator installed it himself. 提出人。',
    }),
    approvedBy: t.exposeString('approvedBy', {
      nullable: true,
      description: 'Who approved it; never the one who proposed it. 批准人。',
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why the last step was taken. 理由。' }),
    acknowledged: t.stringList({
      description:
        'Full ids of superior rules against which nothing could be proved, and for which the proposer answers. 提出人负责的上位规则。',
      resolve: ({ acknowledged }) => [...acknowledged],
    }),
    rollsBack: t.field({
      type: Installation,
      nullable: true,
      description: 'The earlier installation whose document this one brings back. 所恢复的安装。',
      resolve: ({ rollsBack }, _args, context) => (rollsBack === null ? null : installationOf(context, rollsBack)),
    }),
    package: t.field({
      type: PolicyPackage,
      nullable: true,
      description: 'The package that last brought the document here; null: the operator’s own. 政策包。',
      resolve: async ({ digest, jurisdiction }, _args, context) =>
        (await context.load(packagesLoader, { digest, target: jurisdiction }))[0] ?? null,
    }),
    history: t.field({
      type: [InstallationStep],
      description: 'Each step it has taken, the first one first. 历次变动。',
      resolve: async ({ id }, _args, context) => [...(await context.load(stepsLoader, id))],
    }),
  }),
})

builder.queryField('installation', (t) =>
  t.field({
    type: Installation,
    nullable: true,
    description: 'The installation with this id. 按标识查政策安装。',
    args: { id: t.arg.id({ required: true, description: 'Global id. 全局标识。' }) },
    resolve: (_root, { id }, context) => installationOrNull(context, String(id)),
  }),
)

builder.objectField(Jurisdiction, 'installations', (t) =>
  t.field({
    type: InstallationConnection,
    description:
      'Whatever was ever proposed or installed exactly here, shadows included: by policy, the latest first. 政策安装。',
    args: {
      state: t.arg({ type: PolicyState, description: 'Only those that stand so today. 状态。' }),
      ...pageArgs(t.arg),
    },
    resolve: async ({ code }, args, context) => {
      const today = await context.today()
      const all = await context.load(placesLoader, code)
      const after = cursorOf(args, ['id'])?.[0]
      // The one before this page may stand otherwise by now: its place is that among all.
      const place = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1
      const listed = all.slice(place).filter((row) => args.state == null || shownState(row, today) === args.state)
      return pageOf(listed, args, ({ id }) => [id])
    },
  }),
)

/** Jobs of the step an installation took last, as they go on. */
async function* evaluationsOf(context: Context, globalId: string) {
  const installation = await installationOrNull(context, globalId)
  if (installation === null) return
  yield* progressOf(context, await context.read((tx) => jobsOfLastStep(tx, installation)))
}

builder.subscriptionField('evaluationProgress', (t) =>
  t.field({
    type: Job,
    description:
      'How the evaluations that the last step of an installation asked for go on, until all are over: then every finding is current. 重评进度。',
    args: { installation: t.arg.id({ required: true, description: 'Global id of the installation. 政策安装。' }) },
    subscribe: (_root, { installation }, context) => evaluationsOf(context, String(installation)),
    resolve: (job) => job,
  }),
)
