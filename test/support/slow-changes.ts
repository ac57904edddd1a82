import { type Day, effectOrder, type Finding, type FindingStatus, type Span } from '../../policy/index.ts'

/** Days looked at, `[from, to)`. */
interface Looked {
  readonly from: Day
  readonly to: Day
}

export interface Held {
  readonly finding: Finding
  readonly span: Span
}

const statuses: readonly FindingStatus[] = ['ACTIVE', 'UNDETERMINED', 'DEFERRED', 'EXEMPT']

/** The span that decides, looked for day by day: active ones first, whenever they come. */
const decisive = (findings: readonly Finding[], { from, to }: Looked): Held | null => {
  for (const status of statuses) {
    for (let d = from; d < to; d += 1) {
      const held = findings.flatMap((finding) =>
        finding.spans.filter((s) => s.status === status && s.from <= d && d < s.to).map((span) => ({ finding, span })),
      )
      const [first] = held.toSorted(
        (a, b) =>
          a.span.from - b.span.from ||
          effectOrder.indexOf(a.finding.effect) - effectOrder.indexOf(b.finding.effect) ||
          a.span.since - b.span.since ||
          (a.span.dueBy ?? 1e9) - (b.span.dueBy ?? 1e9),
      )
      if (first !== undefined) return first
    }
  }
  return null
}

const told = (held: Held | null) => {
  if (held === null) return 'none'
  const { status, since, from, dueBy } = held.span
  return `${status} ${held.finding.effect} ${since} ${from} ${dueBy}`
}

const isDue = (held: Held | null) => held?.span.status === 'ACTIVE'
const isMaybe = (held: Held | null) => held?.span.status === 'UNDETERMINED'

const kindOf = (was: Held | null, is: Held | null, { from }: Looked): string | null => {
  if (isDue(is) && !isDue(was)) return 'NEWLY_DUE'
  if (isMaybe(is) && !isMaybe(was)) return 'NEWLY_UNDETERMINED'
  if (!isDue(is) && !isMaybe(is)) return isDue(was) || isMaybe(was) ? 'RELEASED' : null
  if (was === null || is === null) return null
  if (was.finding.effect !== is.finding.effect) return 'EFFECT_CHANGED'
  const day = ({ span }: Held) =>
    span.status === 'ACTIVE' && span.dueBy !== null && span.dueBy > span.from ? span.dueBy : span.from
  const [then, now] = [day(was) < from ? from : day(was), day(is) < from ? from : day(is)]
  if (now === then) return null
  return now < then ? 'EARLIER' : 'LATER'
}

/** One thing that changes, with the spans that decide on both sides. */
export interface SlowChange {
  readonly person: string
  readonly rule: string
  readonly kind: string
  readonly was: Held | null
  readonly is: Held | null
}

/** Everything that changes: the slow way, from what is said before and after of anyone. */
export const slowChanges = (before: readonly Finding[], after: readonly Finding[], looked: Looked): SlowChange[] => {
  const subjects = new Map([...before, ...after].map((f) => [JSON.stringify([f.person, f.rule, f.key]), f]))
  const changes: SlowChange[] = []
  for (const { person, rule, key } of subjects.values()) {
    const same = (f: Finding) => f.person === person && f.rule === rule && JSON.stringify(f.key) === JSON.stringify(key)
    const [was, is] = [decisive(before.filter(same), looked), decisive(after.filter(same), looked)]
    const kind = kindOf(was, is, looked)
    if (kind !== null) changes.push({ person, rule, kind, was, is })
  }
  return changes
}

/** The same, one line each. */
export const slowLines = (before: readonly Finding[], after: readonly Finding[], looked: Looked): string[] =>
  slowChanges(before, after, looked)
    .map(({ person, rule, kind, was, is }) => [person, rule, kind, told(was), told(is)].join(' | '))
    .sort()
