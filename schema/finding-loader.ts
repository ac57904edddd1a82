import {
  bindingOf,
  type FindingDay,
  findingNear,
  findingsById,
  findingsOfPeople,
  restatedOf,
  type SpanRow,
  spansOfFindings,
} from '../db/queries/finding-days.ts'
import { asOf, momentOf, readAt, type Seen } from './as-of.ts'
import type { Context } from './context.ts'
import { documentOf } from './document-loader.ts'
import { parseLocalId } from './global-id.ts'
import { inGroups, type Loader } from './loading.ts'
import { listLoader, type RowKey, rowKey, rowLoader } from './row-loader.ts'
import { type RuleInPlugin, ruleIn } from './rule.ts'

/** A finding on a day, and the moment it is seen at. */
export type FindingSeen = FindingDay & Seen

export interface FindingsKey extends RowKey {
  readonly rule: string | null
}

/** The findings of a person on a day. */
export const findingsOfLoader: Loader<FindingsKey, readonly FindingSeen[]> = {
  cacheKey: ({ root, id, at, rule }) => `${root}:${id}@${momentOf(at)} ${rule ?? ''}`,
  batch: inGroups(
    ({ at, rule }) => `${momentOf(at)} ${rule ?? ''}`,
    async (keys, { read }) => {
      const [first] = keys
      if (first === undefined) return []
      const lists = await read((tx) => findingsOfPeople(tx, keys, first.at, first.rule))
      return lists.map((rows) => rows.map((row) => readAt(row, first.at)))
    },
  ),
}

export const findingLoader = rowLoader('byDay', findingsById)

const spanLoader = listLoader('never', (tx, refs) => spansOfFindings(tx, refs))

const bindingLoader = rowLoader('byDay', async (tx, people, at) =>
  (await bindingOf(tx, people, at)).map((finding) => (finding === null ? null : { finding })),
)

/** The rule of a finding, out of the very document it was judged under. */
export const ruleOf = async (
  context: Context,
  { rule, pluginDigest }: Pick<FindingDay, 'rule' | 'pluginDigest'>,
): Promise<RuleInPlugin> => {
  const { document, digest } = await documentOf(context, pluginDigest)
  return ruleIn(document, digest, rule)
}

export const isBinding = async (context: Context, { root, personId, id, at }: FindingSeen): Promise<boolean> =>
  (await context.load(bindingLoader, rowKey({ root, id: personId }, at)))?.finding === id

const restatedLoader = listLoader('byDay', restatedOf)

/** Superior rules that say the same as the finding's, and are shown with it. */
export const restatedBy = async (
  context: Context,
  { root, personId, id, at }: FindingSeen,
): Promise<RuleInPlugin[]> => {
  const restated = await context.load(restatedLoader, rowKey({ root, id: personId }, at))
  return Promise.all(restated.filter(({ shownWith }) => shownWith === id).map((row) => ruleOf(context, row)))
}

/** Days around the asked one with the same status, whatever else changes within them. */
export const statusRun = async (context: Context, { root, rowId, at }: FindingSeen) => {
  const spans = await context.load(spanLoader, rowKey({ root, id: rowId }, at))
  const here = spans.findIndex(({ from, to }) => from <= at.on && (to === null || to > at.on))
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
