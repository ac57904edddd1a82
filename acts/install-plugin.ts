import type { Database } from '../db/connect.ts'
import { divisions } from '../db/divisions.ts'
import { installationsAt } from '../db/facts.ts'
import {
  endInstallation,
  type InstallationRow,
  installationsOf,
  keepDocument,
  recordInstallation,
} from '../db/queries/evaluation-policy.ts'
import type { Tx } from '../db/transaction.ts'
import {
  checkCases,
  checkInstall,
  checkPlugin,
  type DayText,
  digestOf,
  type PluginDocument,
  type PluginProblem,
  parseDay,
} from '../policy/index.ts'
import { changingPolicy } from './changing-policy.ts'
import { enqueueReached } from './jobs/enqueue.ts'
import { type Issue, type KnownProblem, PolicyProblem, refusable } from './problem.ts'

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
 * Installs a policy at a jurisdiction. The document is checked in form, against its superiors, and by its own cases; when
 * anything is wrong nothing is written. A former version of the plugin gives way from the day this one takes effect.
 */
export const installPlugin = (db: Database, input: InstallPlugin): Promise<Installed | KnownProblem> =>
  refusable(async () => {
    const plugin = soundDocument(input.document)
    const at = input.at ?? plugin.jurisdiction
    if (at === undefined) throw refused(unbound(plugin))
    const effectiveFrom = soundStart(plugin, input.effectiveFrom ?? null)
    return changingPolicy(db, (tx) => install(tx, plugin, at, effectiveFrom, input))
  })

const install = async (
  tx: Tx,
  plugin: PluginDocument,
  at: string,
  effectiveFrom: DayText,
  { by, reason = null }: InstallPlugin,
): Promise<Installed> => {
  const problems = checkInstall(plugin, at, await installationsAt(tx), divisions)
  if (isSome(problems)) throw policyProblem(problems)
  const digest = digestOf(plugin)
  const described = { jurisdiction: at, plugin: { id: plugin.id, version: plugin.version, digest }, effectiveFrom }
  const former = await installationsOf(tx, at, plugin.id)
  const same = former.find(
    (row) => row.state === 'active' && row.digest === digest && row.effectiveFrom === effectiveFrom,
  )
  if (same !== undefined) return { ...described, installation: same.id, jobs: [] }
  await keepDocument(tx, digest, plugin)
  for (const row of former.filter((row) => givesWay(row, effectiveFrom))) {
    await endInstallation(tx, row, effectiveFrom, 'superseded')
  }
  const sequence = (former[0]?.sequence ?? 0) + 1
  const values = { jurisdiction: at, pluginId: plugin.id, digest, sequence, effectiveFrom, installedBy: by, reason }
  const installation = await recordInstallation(tx, values)
  return { ...described, installation, jobs: await enqueueReached(tx, at) }
}

const givesWay = ({ state, mode, effectiveTo }: InstallationRow, from: DayText) =>
  state !== 'proposed' && mode === 'enforce' && (effectiveTo === null || effectiveTo > from)

const soundDocument = (json: unknown): PluginDocument => {
  const checked = checkPlugin(json)
  const problems = 'problems' in checked ? checked.problems : checkCases(checked.plugin, divisions)
  if (isSome(problems)) throw policyProblem(problems)
  if ('problems' in checked) throw new TypeError('A refused document came without a problem.')
  return checked.plugin
}

/** First day on which anything of the document is law. */
const lawFrom = ({ instruments, rules }: PluginDocument): DayText => {
  const starts = [...instruments, ...rules].flatMap(({ inForce }) =>
    inForce === undefined ? [] : ['from' in inForce ? inForce.from : inForce.knownBy],
  )
  return starts.sort()[0] ?? '1900-01-01'
}

/** The first day a document is to count; refused before any of it is law. */
export const soundStart = (plugin: PluginDocument, stated: DayText | null): DayText => {
  const first = lawFrom(plugin)
  if (stated === null) return first
  if (parseDay(stated) === null) throw refused(notADay(stated))
  if (stated < first) throw refused(beforeLaw(stated, first))
  return stated
}

const isSome = <T>(items: readonly T[]): items is readonly [T, ...T[]] => items.length > 0
const refused = (issue: Issue) => new PolicyProblem([issue])

/** A document that was checked and found wanting. */
export const policyProblem = ([first, ...rest]: readonly [PluginProblem, ...PluginProblem[]]) =>
  new PolicyProblem([issueOf(first), ...rest.map(issueOf)])

const issueOf = ({ code, path, message, remedy, superior }: PluginProblem): Issue => ({
  path: ['document', ...path],
  value: code,
  says: message,
  remedy,
  ...(superior !== undefined && { superior }),
})

const unbound = ({ id }: PluginDocument): Issue => ({
  path: ['at'],
  value: null,
  says: { zh: `\`${id}\` 是模板，未写明辖区。`, en: `\`${id}\` is a template and names no jurisdiction.` },
  remedy: { zh: '用 at 指明安装的辖区代码。', en: 'Say with `at` where to install it.' },
})

const notADay = (value: string): Issue => ({
  path: ['effectiveFrom'],
  value,
  says: { zh: `\`${value}\` 不是日历上的日期。`, en: `\`${value}\` is not a day of the calendar.` },
  remedy: { zh: '写成 YYYY-MM-DD。', en: 'Write YYYY-MM-DD.' },
})

const beforeLaw = (value: string, first: DayText): Issue => ({
  path: ['effectiveFrom'],
  value,
  says: {
    zh: `自\`${value}\`起生效，早于文件最早的施行日 ${first}。`,
    en: `It cannot take effect on \`${value}\`: nothing of it is in force before ${first}.`,
  },
  remedy: { zh: `生效日不得早于 ${first}。`, en: `Choose ${first} or a later day.` },
})
