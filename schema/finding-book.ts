import type { PolicyAsked } from '../acts/bench.ts'
import {
  bindingOf,
  type FindingDay,
  findingsOfPeople,
  type RestatedRow,
  restatedOf,
  type SpanRow,
  spansOfFindings,
} from '../db/queries/finding-days.ts'
import { momentOf, readAt, type Seen } from './as-of.ts'
import type { HearingKey } from './bench.ts'
import type { Context } from './context.ts'
import { heardBook } from './heard-findings.ts'
import { inGroups, type Loader } from './loading.ts'
import { listLoader, type RowKey, rowKey, rowLoader } from './row-loader.ts'

/** A finding on a day, and the moment it is seen at. */
export interface FindingSeen extends Omit<FindingDay, 'authority'>, Seen {
  /** The policy it was judged by when it was asked for; absent: it is of the record. */
  readonly policy?: PolicyAsked
}

/** Whose findings, on which day, as known and judged when. */
export interface FindingsKey extends HearingKey {
  readonly rule: string | null
}

/** Where findings are read: the record, or a judge who is heard now. */
export interface FindingBook {
  /** What binds the person on the day, strictest first. */
  readonly findings: (context: Context, key: FindingsKey) => Promise<readonly FindingSeen[]>
  /** Id of the one that counts on the day. */
  readonly binding: (context: Context, of: HearingKey) => Promise<string | null>
  /** What is shown with another one on the day. */
  readonly restated: (context: Context, of: HearingKey) => Promise<readonly RestatedRow[]>
  readonly spans: (context: Context, finding: FindingSeen) => Promise<readonly SpanRow[]>
}

/** The person a finding is of, before the judge who said it. */
export const hearingOf = ({ root, personId, at, policy }: FindingSeen): HearingKey => ({
  ...rowKey({ root, id: personId }, at),
  ...(policy && { policy }),
})

export const bookOf = ({ policy }: Pick<HearingKey, 'policy'>): FindingBook =>
  policy === undefined ? recordBook : heardBook

const findingsLoader: Loader<FindingsKey, readonly FindingSeen[]> = {
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

const spanLoader: Loader<RowKey, readonly (SpanRow & Seen)[]> = listLoader('never', (tx, refs) =>
  spansOfFindings(tx, refs),
)

const bindingLoader = rowLoader('byDay', async (tx, people, at) =>
  (await bindingOf(tx, people, at)).map((finding) => (finding === null ? null : { finding })),
)

const restatedLoader = listLoader('byDay', restatedOf)

const recordBook: FindingBook = {
  findings: (context, key) => context.load(findingsLoader, key),
  binding: async (context, of) => (await context.load(bindingLoader, of))?.finding ?? null,
  restated: (context, of) => context.load(restatedLoader, of),
  spans: (context, { root, rowId, at }) => context.load(spanLoader, rowKey({ root, id: rowId }, at)),
}
