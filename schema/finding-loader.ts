import { type FindingDay, findingNear, findingsById, type SpanRow } from '../db/queries/finding-days.ts'
import { asOf } from './as-of.ts'
import type { Context } from './context.ts'
import { documentOf } from './document-loader.ts'
import { bookOf, type FindingSeen, hearingOf } from './finding-book.ts'
import { parseLocalId } from './global-id.ts'
import { rowKey, rowLoader } from './row-loader.ts'
import { type RuleInPlugin, ruleIn } from './rule.ts'

const findingLoader = rowLoader('byDay', findingsById)

/** The rule of a finding, out of the very document it was judged under. */
export const ruleOf = async (
  context: Context,
  { rule, pluginDigest }: Pick<FindingDay, 'rule' | 'pluginDigest'>,
): Promise<RuleInPlugin> => {
  const { document, digest } = await documentOf(context, pluginDigest)
  return ruleIn(document, digest, rule)
}

export const isBinding = async (context: Context, finding: FindingSeen): Promise<boolean> =>
  (await bookOf(finding).binding(context, hearingOf(finding))) === finding.id

/** Superior rules that say the same as the finding's, and are shown with it. */
export const restatedBy = async (context: Context, finding: FindingSeen): Promise<RuleInPlugin[]> => {
  const restated = await bookOf(finding).restated(context, hearingOf(finding))
  return Promise.all(restated.filter(({ shownWith }) => shownWith === finding.id).map((row) => ruleOf(context, row)))
}

/** Days around the asked one with the same status, whatever else changes within them. */
export const statusRun = async (context: Context, finding: FindingSeen) => {
  const { on } = finding.at
  const spans = await bookOf(finding).spans(context, finding)
  const here = spans.findIndex(({ from, to }) => from <= on && (to === null || to > on))
  let [first, last] = [here, here]
  while (continues(spans[first - 1], spans[first])) first -= 1
  while (continues(spans[last], spans[last + 1])) last += 1
  return { since: spans[first]?.from ?? null, until: spans[last]?.to ?? null }
}

const continues = (a: SpanRow | undefined, b: SpanRow | undefined): boolean =>
  a !== undefined && b !== undefined && a.status === b.status && a.to === b.from

/** A finding looked at by its id alone: today, or the day nearest to today that it has. */
export const findingNearToday = async (context: Context, id: string): Promise<FindingSeen | null> => {
  const ref = parseLocalId(id)
  if (ref === null) return null
  const today = await asOf({}, context)
  const near = await context.read((tx) => findingNear(tx, ref, today))
  return near === null ? null : context.load(findingLoader, rowKey(ref, { ...today, on: near.on }))
}
