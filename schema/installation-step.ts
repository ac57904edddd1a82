import type { InstallationRow } from '../db/queries/policies.ts'
import type { InstallationState } from '../db/tables/plugin.ts'
import { builder } from './builder.ts'
import { enumOf } from './enums.ts'

const words: Readonly<Record<InstallationState, string>> = {
  proposed: '提出',
  active: '批准，或因后一版本撤回而恢复',
  superseded: '被取代',
  withdrawn: '撤回',
  suspended: '中止',
}
const StepKind = enumOf('InstallationStepKind', 'What was done with an installation. 变动种类。', words)

export const InstallationStep = builder.objectRef<InstallationRow>('InstallationStep')

InstallationStep.implement({
  description: 'One step of an installation, as it was recorded. 政策安装的一次变动。',
  fields: (t) => ({
    kind: t.expose('state', { type: StepKind, description: 'What was done. 种类。' }),
    by: t.exposeString('installedBy', { description: 'Who took it. 经办人。' }),
    at: t.expose('recordedFrom', { type: 'DateTime', description: 'When. 时间。' }),
    effectiveFrom: t.expose('effectiveFrom', { type: 'Date', description: 'First day it was to count. 生效日期。' }),
    effectiveTo: t.expose('effectiveTo', {
      type: 'Date',
      nullable: true,
      description: 'First day it was no longer to count; null: none. 失效日期。',
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why. 理由。' }),
  }),
})
