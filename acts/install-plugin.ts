import type { Database } from '../db/connect.ts'
import { divisions } from '../db/divisions.ts'
import { installationsAt } from '../db/facts.ts'
import { installationsOf, keepDocument, recordInstallation } from '../db/queries/evaluation-policy.ts'
import type { Tx } from '../db/transaction.ts'
import { checkCases, checkPlugin, type DayText, digestOf, type PluginDocument } from '../policy/index.ts'
import { changingPolicy } from './changing-policy.ts'
import { changeInstalled, giveWay } from './policies/at-work.ts'
import { unbound } from './policies/bare-document.ts'
import { refuseUnlawful } from './policies/conformity.ts'
import { firstDay } from './policies/first-day.ts'
import { refuseIfAny } from './policies/refusal.ts'
import { type KnownProblem, refusable } from './problem.ts'

export interface InstallPlugin {
  /** The document as read from JSON; anyone may have written it. */
  readonly document: unknown
  /** Where to install; default: the document's own jurisdiction. A template must be told. */
  readonly at?: string | null
  /** First day it counts; default: the first day its law is in force. May lie before today. */
  readonly effectiveFrom?: DayText | null
  readonly by: string
  readonly reason?: string | null
}

export interface Installed {
  readonly installation: string
  readonly jurisdiction: string
  readonly plugin: { readonly id: string; readonly version: string; readonly digest: string }
  readonly effectiveFrom: DayText
  /** Evaluations under way because of it: findings are current when they are done. */
  readonly jobs: readonly string[]
}

/**
 * Puts a policy to work at a jurisdiction at once: for the operator at the machine, who answers for it alone. The document is checked in form, against its superiors, and by its own cases; when
 * anything is wrong nothing is written. A former version of the plugin gives way from the day this one takes effect.
 */
export const installPlugin = (db: Database, input: InstallPlugin): Promise<Installed | KnownProblem> =>
  refusable(async () => {
    const plugin = soundDocument(input.document)
    const at = input.at ?? plugin.jurisdiction
    if (at === undefined) throw unbound(plugin)
    const effectiveFrom = firstDay(plugin, input.effectiveFrom ?? null)
    return changingPolicy(db, (tx) => install(tx, plugin, at, effectiveFrom, input))
  })

const install = async (
  tx: Tx,
  plugin: PluginDocument,
  at: string,
  effectiveFrom: DayText,
  { by, reason = null }: InstallPlugin,
): Promise<Installed> => {
  const candidate = { plugin, at, counting: { from: effectiveFrom, to: null }, mode: 'enforce' as const }
  const acknowledged = [...refuseUnlawful(candidate, await installationsAt(tx), 'all')]
  const digest = digestOf(plugin)
  const described = { jurisdiction: at, plugin: { id: plugin.id, version: plugin.version, digest }, effectiveFrom }
  const former = await installationsOf(tx, at, plugin.id)
  const same = former.find(
    (row) =>
      row.state === 'active' && row.mode === 'enforce' && row.digest === digest && row.effectiveFrom === effectiveFrom,
  )
  if (same !== undefined) return { ...described, installation: same.id, jobs: [] }
  await keepDocument(tx, digest, plugin)
  const sequence = (former[0]?.sequence ?? 0) + 1
  const values = { jurisdiction: at, pluginId: plugin.id, digest, sequence, effectiveFrom, installedBy: by, reason }
  const changed = await changeInstalled(tx, { at, by }, async () => {
    await giveWay(tx, { jurisdiction: at, pluginId: plugin.id, mode: 'enforce' }, effectiveFrom)
    return recordInstallation(tx, { ...values, acknowledged })
  })
  return { ...described, ...changed }
}

const soundDocument = (json: unknown): PluginDocument => {
  const checked = checkPlugin(json)
  refuseIfAny('problems' in checked ? checked.problems : checkCases(checked.plugin, divisions))
  if ('problems' in checked) throw new TypeError('A refused document came without a problem.')
  return checked.plugin
}
