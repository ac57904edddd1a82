import { type ShownState, shownState } from '../db/installation-state.ts'
import type { InstallationRow } from '../db/queries/policies.ts'
import { type CataloguedRow, catalogued, type VersionRow, versionsOf } from '../db/queries/policy-catalogue.ts'
import { builder } from './builder.ts'
import { documentOf } from './document-loader.ts'
import { DivisionLevel } from './enums.ts'
import { Installation } from './installation.ts'
import { keyed } from './keyed.ts'
import { cursorOf, lengthOf, pageArgs, pageOf } from './page.ts'
import { PluginVersion } from './plugin-version.ts'
import { installationsOfLoader } from './policy-document.ts'
import { PolicyState } from './policy-words.ts'

const versionsLoader = keyed(versionsOf)

const PolicyVersion = builder.objectRef<VersionRow>('PolicyVersion')
const PolicyVersionConnection = builder.connectionObject({ type: PolicyVersion, name: 'PolicyVersionConnection' })
const CataloguedPolicy = builder.objectRef<CataloguedRow>('CataloguedPolicy')
const PolicyCatalogue = builder.connectionObject({ type: CataloguedPolicy, name: 'PolicyCatalogue' })

/** How far a document has come anywhere: what is at work says more of it than what is over. */
const furthest: readonly ShownState[] = ['ACTIVE', 'SCHEDULED', 'PROPOSED', 'SUSPENDED', 'SUPERSEDED', 'WITHDRAWN']

const stateOf = (installations: readonly InstallationRow[], today: string): ShownState | 'CHECKED' => {
  const states = installations.map((row) => shownState(row, today))
  return furthest.find((state) => states.includes(state)) ?? 'CHECKED'
}

PolicyVersion.implement({
  description: 'A document of a policy, kept and sound. 政策的一个版本。',
  fields: (t) => ({
    version: t.exposeString('version', { description: '`major.minor.patch`. 版本号。' }),
    digest: t.exposeString('digest', { description: 'SHA-256 of the document. 文档摘要值。' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was first offered here. 入库时间。' }),
    state: t.field({
      type: PolicyState,
      description: 'How far it has come, wherever it has come furthest. 状态。',
      resolve: async ({ digest }, _args, context) =>
        stateOf(await context.load(installationsOfLoader, digest), await context.today()),
    }),
    installations: t.field({
      type: [Installation],
      description: 'Where it was ever proposed or installed: by place, the latest first. 安装情况。',
      resolve: async ({ digest }, _args, context) => [...(await context.load(installationsOfLoader, digest))],
    }),
    plugin: t.field({
      type: PluginVersion,
      description: 'The document itself. 政策文件。',
      resolve: ({ digest }, _args, context) => documentOf(context, digest),
    }),
  }),
})

CataloguedPolicy.implement({
  description: 'A policy of which at least one document is kept here; named as in the latest. 目录中的政策。',
  fields: (t) => ({
    id: t.exposeID('pluginId', { description: 'Id of the plugin, the same for all its versions. 插件标识。' }),
    name: t.string({
      description: 'Name of the policy. 名称。',
      resolve: ({ name }, _args, { language }) => name[language],
    }),
    level: t.expose('level', { type: DivisionLevel, description: 'Level it is written for. 适用层级。' }),
    jurisdiction: t.exposeString('jurisdiction', {
      nullable: true,
      description: 'Code of the jurisdiction it is written for; null: a template for any of its level. 适用辖区代码。',
    }),
    versions: t.field({
      type: PolicyVersionConnection,
      description: 'Its documents, the latest kept first. 各版本。',
      args: pageArgs(t.arg),
      resolve: async ({ pluginId }, args, context) => {
        const all = await context.load(versionsLoader, pluginId)
        const after = cursorOf(args, ['text'])?.[0]
        const place = after === undefined ? 0 : all.findIndex(({ digest }) => digest === after) + 1
        return pageOf(all.slice(place), args, ({ digest }) => [digest])
      },
    }),
  }),
})

builder.queryField('policyCatalogue', (t) =>
  t.field({
    type: PolicyCatalogue,
    description: 'Every policy of which a document is kept here, in the order of their ids. 政策目录。',
    args: {
      query: t.arg.string({ description: 'Part of the id, the name or the code of the jurisdiction. 查找文字。' }),
      ...pageArgs(t.arg),
    },
    resolve: async (_root, { query, ...args }, context) => {
      const after = cursorOf(args, ['text'])
      const page = { limit: lengthOf(args) + 1, after: after === null ? null : String(after[0]) }
      const rows = await context.read((tx) => catalogued(tx, query ?? null, page))
      return pageOf(rows, args, ({ pluginId }) => [pluginId])
    },
  }),
)
