import { type LaterFact as LaterFactOf, laterFactKinds, laterSteps } from '../acts/replays/later/later-fact.ts'
import type { LaterPolicy as LaterPolicyOf } from '../acts/replays/later-policies.ts'
import type { Seen } from './as-of.ts'
import { builder } from './builder.ts'
import { documentOf } from './document-loader.ts'
import { enumOf } from './enums.ts'
import { localId } from './global-id.ts'
import { Jurisdiction } from './jurisdiction.ts'
import { jurisdictionOf } from './jurisdiction-loader.ts'
import { PluginVersion } from './plugin-version.ts'

export const LaterFactKind = enumOf('LaterFactKind', 'Kind of fact. 事实种类。', laterFactKinds)
export const LaterFactStep = enumOf('LaterFactStep', 'What became of it since. 后来的变动。', laterSteps)

/** Said wherever ties of kinship would be listed. */
export const familyWithheld =
  'True when ties of kinship are left out, because you may not read the family class. 亲属信息是否未列出。'

export const LaterFact = builder.objectRef<LaterFactOf>('LaterFact')
export const LaterPolicy = builder.objectRef<LaterPolicyOf & Seen>('LaterPolicy')

LaterFact.implement({
  description:
    'A fact that we know now and did not know at the moment asked about, or knew otherwise. 后来记录的事实。',
  fields: (t) => ({
    kind: t.expose('kind', { type: LaterFactKind, description: 'What kind of fact. 事实种类。' }),
    step: t.expose('step', { type: LaterFactStep, description: 'Added, corrected or withdrawn. 补录、更正或撤销。' }),
    what: t.string({
      description: 'What it is called. 名称。',
      resolve: ({ what }, _args, { language }) => what[language],
    }),
    of: t.string({
      nullable: true,
      description: 'Global id of what it is a fact of. 所属对象。',
      resolve: ({ of }) => (of === null ? null : `${of.type}:${localId(of)}`),
    }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'Recorded, or struck, at. 记录时间。' }),
    from: t.expose('from', {
      type: 'StatedDay',
      nullable: true,
      description: 'First day, as it stands now (of a fact withdrawn: as it stood); null: not stated. 起。',
    }),
    to: t.expose('to', { type: 'StatedDay', nullable: true, description: 'First day no longer; null: open. 止。' }),
    sentence: t.string({
      description: 'What was recorded, in a sentence. 说明。',
      resolve: ({ sentence }, _args, { language }) => sentence[language],
    }),
  }),
})

LaterPolicy.implement({
  description:
    'A policy that was installed, replaced or ended later than the moment asked about. 后来安装或变动的政策。',
  fields: (t) => ({
    jurisdiction: t.field({
      type: Jurisdiction,
      description: 'Where. 辖区。',
      resolve: ({ jurisdiction, at }, _args, context) => jurisdictionOf(context, jurisdiction, at),
    }),
    plugin: t.field({
      type: PluginVersion,
      description: 'The document. 政策插件版本。',
      resolve: ({ digest }, _args, context) => documentOf(context, digest),
    }),
    version: t.exposeString('version', { description: 'Version of the document. 版本号。' }),
    effectiveFrom: t.expose('effectiveFrom', { type: 'Date', description: 'First day it counts. 生效日期。' }),
    effectiveTo: t.expose('effectiveTo', {
      type: 'Date',
      nullable: true,
      description: 'First day it no longer counts; null: none yet. 失效日期。',
    }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'Recorded at. 记录时间。' }),
    sentence: t.string({
      description: 'What was done, in a sentence. 说明。',
      resolve: ({ sentence }, _args, { language }) => sentence[language],
    }),
  }),
})
