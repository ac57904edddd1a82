import { countedRow } from '../db/queries/finding-store.ts'
import {
  type Day,
  day,
  dayText,
  dayTextOrNull,
  effectOrder,
  type Finding,
  type FindingStatus,
  type Span,
} from '../policy/index.ts'
import { type HearingKey, heardLoader } from './bench.ts'
import type { Context } from './context.ts'
import type { FindingBook, FindingSeen } from './finding-book.ts'

/** A finding and how it stands on the day. */
interface Standing {
  readonly finding: Finding
  readonly span: Span
}

const spanOn = ({ spans }: Finding, on: Day): Span | undefined => spans.find(({ from, to }) => from <= on && on < to)

/** Everything the judge says of the day: the strictest first, then by first day and id. */
const standingOn = async (context: Context, key: HearingKey): Promise<readonly Standing[]> => {
  const on = day(key.at.on)
  return (await context.load(heardLoader, key))
    .flatMap((finding) => {
      const span = spanOn(finding, on)
      return span === undefined ? [] : [{ finding, span }]
    })
    .toSorted((a, b) => rankOf(a) - rankOf(b) || a.span.since - b.span.since || (a.finding.id < b.finding.id ? -1 : 1))
}

const rankOf = ({ finding }: Standing): number => effectOrder.indexOf(finding.effect)
const isShown = ({ span }: Standing): boolean => span.shownWith === null

/** The same words as the record would use. */
const heardFinding = ({ finding, span }: Standing, key: HearingKey): FindingSeen => ({
  root: key.root,
  id: finding.id,
  rowId: finding.id,
  personId: finding.person,
  rule: finding.rule,
  pluginDigest: finding.digest,
  effect: finding.effect,
  effectRank: effectOrder.indexOf(finding.effect),
  from: dayText(finding.from),
  until: dayTextOrNull(finding.to),
  key: finding.key,
  counted: finding.counted.map(countedRow),
  status: span.status,
  since: dayText(span.since),
  dueBy: dayTextOrNull(span.dueBy ?? Infinity),
  exemptions: span.exemptions,
  at: key.at,
  ...(key.policy && { policy: key.policy }),
})

const gravity: readonly FindingStatus[] = ['ACTIVE', 'UNDETERMINED', 'DEFERRED', 'EXEMPT']

/** What a judge says who is heard now, on facts and a policy of whatever moment: nothing of it is in the record. */
export const heardBook: FindingBook = {
  findings: async (context, key) =>
    (await standingOn(context, key))
      .filter((standing) =>
        key.rule === null
          ? isShown(standing)
          : [standing.finding.rule, standing.finding.catalogueId].includes(key.rule),
      )
      .map((standing) => heardFinding(standing, key)),
  binding: async (context, of) => {
    const [first] = (await standingOn(context, of))
      .filter(isShown)
      .toSorted((a, b) => gravity.indexOf(a.span.status) - gravity.indexOf(b.span.status))
    return first?.finding.id ?? null
  },
  restated: async (context, of) =>
    (await standingOn(context, of))
      .filter((standing) => !isShown(standing))
      .map(({ finding, span }) => ({ shownWith: span.shownWith, rule: finding.rule, pluginDigest: finding.digest }))
      .toSorted((a, b) => (a.rule < b.rule ? -1 : 1)),
  spans: async (context, { id, root, personId, at, policy }) => {
    const key = { root, id: personId, at, ...(policy && { policy }) }
    const finding = (await context.load(heardLoader, key)).find((each) => each.id === id)
    return (finding?.spans ?? []).map(({ from, to, status, since, dueBy }) => ({
      from: dayText(from),
      to: dayTextOrNull(to),
      status,
      since: dayText(since),
      dueBy: dayTextOrNull(dueBy ?? Infinity),
    }))
  },
}
