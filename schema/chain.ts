import { divisions } from '../db/divisions.ts'
import { installationsAt } from '../db/facts.ts'
import type { AsOf } from '../db/queries/as-of.ts'
import type { DayText, Installation, PluginDocument, Rule } from '../policy/index.ts'
import type { Context } from './context.ts'
import type { Loader } from './loading.ts'
import type { RuleInPlugin } from './rule.ts'

/** Everything installed anywhere, as we had it at a moment; the key is that moment, empty for now. */
const installedLoader: Loader<string, readonly Installation[]> = {
  cacheKey: (moment) => moment,
  batch: (moments, { read }) =>
    Promise.all(moments.map((moment) => read((tx) => installationsAt(tx, moment === '' ? null : moment)))),
}

/** Everything installed anywhere, as we had it at a moment (`null`: now). */
export const installedAt = (context: Context, moment: string | null): Promise<readonly Installation[]> =>
  context.load(installedLoader, moment ?? '')

/** What is installed here or above and at work on the day, the nation first. */
export const chainAt = async (context: Context, code: string, at: AsOf): Promise<readonly Installation[]> => {
  const installed = await installedAt(context, at.knownAt)
  const chain = divisions.chain(code)
  const atWork = ({ effectiveFrom, effectiveTo }: Installation) =>
    effectiveFrom <= at.on && (effectiveTo === null || effectiveTo > at.on)
  return installed
    .filter((installation) => chain.includes(installation.jurisdiction) && atWork(installation))
    .toSorted((a, b) => chain.indexOf(a.jurisdiction) - chain.indexOf(b.jurisdiction))
}

/** The rules of an installed document that are switched on and in force on the day. */
export const rulesInForce = ({ plugin, digest }: Installation, on: DayText): readonly RuleInPlugin[] =>
  plugin.rules
    .filter((rule) => rule.enabled !== false && isInForce(rule, plugin, on))
    .map((rule) => ({ rule, document: plugin, digest }))

const isInForce = ({ inForce, cite }: Pick<Rule, 'inForce' | 'cite'>, plugin: PluginDocument, on: DayText): boolean => {
  const days = inForce ?? plugin.instruments.find(({ id }) => id === cite.instrument)?.inForce
  if (days === undefined) return false
  const from = 'from' in days ? days.from : days.knownBy
  return from <= on && (days.to === undefined || days.to > on)
}
