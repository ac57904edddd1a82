import type { Span } from '../../policy/judge/finding.ts'
import type { Day } from '../../policy/time/day.ts'
import { addPeriod, textOfDay } from './calendar.ts'
import { argOn, versionOn } from './law.ts'
import { type Point, type Told, tell } from './verdict.ts'
import { ordinaryService } from './where.ts'

/** For precise facts: which exemptions, since when, due by when. */
export const detailsOf = (point: Point): string | null => {
  const { span, statute, key, day, told } = point
  const [only] = told
  if (span === undefined || only === undefined || only.subjects.length !== 1) return null
  const missed = only.exemptions.find((e) => e.holds && !span.exemptions.includes(e.id))
  if (missed !== undefined) return `exempt by ${missed.id} too`
  const due = (on: Day) => tell(only.trial, statute, key, on).due
  if (!due(span.since)) return `not yet due on its since ${textOfDay(span.since)}`
  if (due(span.since - 1)) return `already due the day before its since ${textOfDay(span.since)}`
  for (let i = 1; i <= 4; i += 1) {
    const between = Math.floor(span.since + ((day - span.since) * i) / 5)
    if (!due(between)) return `not due on ${textOfDay(between)}, after its since ${textOfDay(span.since)}`
  }
  const once = day === span.from ? (idly(point, span, only) ?? firstCounted(point, only)) : null
  return once ?? deadlineOf(point, span, only)
}

/** A span names every exemption that holds on some of its days, and no other. */
const idly = ({ statute, key }: Point, span: Span, { trial }: Told): string | null => {
  const last = Math.min(span.to, span.from + 20_000)
  const holds = (id: string, day: Day) => tell(trial, statute, key, day).exemptions.some((e) => e.id === id && e.holds)
  const found = (id: string): boolean => {
    for (let day = span.from; day < last; day += Math.max(1, Math.floor((last - span.from) / 20)))
      if (holds(id, day)) return true
    for (let day = span.from; day < last; day += 1) if (holds(id, day)) return true
    return false
  }
  const idle = span.exemptions.find((id) => !found(id))
  return idle === undefined ? null : `no day of the span exempt by ${idle}`
}

/** What a plain rule of unbroken service counts begins with an assignment held on the first day of the run. */
const firstCounted = ({ statute, finding }: Point, { subjects }: Told): string | null => {
  const [version, ...others] = statute.versions
  const [subject] = subjects
  if (finding === undefined || subject === undefined || version === undefined || others.length > 0) return null
  const { when } = version.rule
  if (!('lasting' in when) || Object.keys(when.lasting).join() !== 'atLeast') return null
  const served = subject.pieces.filter((piece) => ordinaryService.includes(piece.capacity))
  const counted = finding.counted.find((fact) => fact.kind === 'assignment')
  const before = served.filter((piece) => piece.from < finding.from)
  const began = before.filter((piece) => !before.some((other) => other.from < piece.from && other.to >= piece.from))
  const may = began.map((piece) => piece.assignment)
  return counted !== undefined && may.includes(counted.id) ? null : `counted first ${counted?.id}, not one of ${may}`
}

/** S9: counted from `since`, moved to the end of a deferral that covers it; after the finding's end nothing is deferred. */
const deadlineOf = ({ statute, key, finding }: Point, span: Span, told: Told): string | null => {
  const version = versionOn(statute, span.since)
  if (version === undefined) return `no version on its since ${textOfDay(span.since)}`
  const within = argOn(version.installation.plugin, version.rule.deadline?.within ?? null, span.since)
  if (typeof within !== 'string') return span.dueBy === null ? null : 'no deadline'
  const plain = addPeriod(span.since, within)
  const deferred = (day: Day) => {
    const holding = tell(told.trial, statute, key, day).exemptions.filter((e) => e.holds)
    return holding.length > 0 && holding.every((e) => e.defers)
  }
  const end = finding?.to ?? Infinity
  if (plain >= end || !deferred(plain)) return span.dueBy === plain ? null : `due by ${textOfDay(plain)}`
  const moved = `due by the end of the deferral of ${textOfDay(plain)}`
  if (span.dueBy === null || span.dueBy <= plain || !deferred(Math.min(span.dueBy, plain + 30000) - 1)) return moved
  return span.dueBy === end || !deferred(span.dueBy) ? null : moved
}
