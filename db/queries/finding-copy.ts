import { type Counted, type Day, dayText, effectOrder, type Finding, type FindingStatus } from '../../policy/index.ts'
import { columnsOf, RowWriter } from '../copy/row-writer.ts'
import { newIds } from '../copy/uuid-bytes.ts'
import type { Tx } from '../transaction.ts'
import { type EvaluationRef, ever, pluginOf } from './finding-store.ts'

const findingColumns = `root, evaluation_id, authority, rule, catalogue_id, plugin_id, plugin_digest, rule_jurisdiction, effect,
  effect_rank, row_id, id, person_id, from_on, to_on, key, counted`
const spanColumns = `root, evaluation_id, authority, rule, effect_rank, finding_row_id, finding_id, person_id, status,
  from_on, to_on, since, due_by, exemptions, shown_with`
const [findingWidth, spanWidth] = [17, 15]

/** Columns that all findings of one version of a rule share. */
interface Alike {
  readonly of: Finding
  readonly rank: number
  readonly finding: Buffer
  readonly span: Buffer
}

const alikeFor = ({ root, id, authority }: EvaluationRef, f: Finding): Alike => {
  const evaluation = (row: RowWriter) => {
    row.integer(root)
    row.uuid(id)
    row.integer(Number(authority))
    row.text(f.rule)
  }
  const rank = effectOrder.indexOf(f.effect)
  const finding = columnsOf((row) => {
    row.width(findingWidth)
    evaluation(row)
    for (const text of [f.catalogueId, pluginOf(f), f.digest]) row.text(text)
    row.integer(Number(f.jurisdiction))
    row.text(f.effect)
    row.small(rank)
  })
  const span = columnsOf((row) => {
    row.width(spanWidth)
    evaluation(row)
    row.small(rank)
  })
  return { of: f, rank, finding, span }
}

/** All our days lie this close to 1970. */
const middleDay = 2 ** 20
const dayRange = 2 * middleDay

const same = (a: Finding, b: Finding): boolean =>
  a.digest === b.digest && a.effect === b.effect && a.jurisdiction === b.jurisdiction && a.catalogueId === b.catalogueId

/** Writes findings of one evaluation down, and records what was written in two copies: as `insertFindings` stores them. */
export interface FindingCopier {
  readonly add: (finding: Finding) => void
  readonly record: (tx: Tx) => Promise<void>
}

export const findingCopier = (into: EvaluationRef): FindingCopier => {
  const known = new Map<string, Alike>()
  const alike = (f: Finding): Alike => {
    const before = known.get(f.rule)
    if (before !== undefined && same(before.of, f)) return before
    const made = alikeFor(into, f)
    known.set(f.rule, made)
    return made
  }
  const nextRow = newIds()
  let [rows, spans] = [new RowWriter(), new RowWriter()]
  return {
    add: (f) => {
      const columns = alike(f)
      const row = nextRow()
      rows.row(Number.parseInt(f.id.slice(0, 8), 16), columns.finding)
      writeFinding(rows, row, f)
      for (const span of f.spans) {
        spans.row(columns.rank * dayRange + middleDay + span.since, columns.span)
        writeSpan(spans, row, f, span)
      }
    },
    record: async (tx) => {
      const [findings, days] = [rows, spans]
      rows = new RowWriter()
      spans = new RowWriter()
      await tx.copyIn(`copy finding (${findingColumns}) from stdin (format binary)`, findings.sorted())
      await tx.copyIn(`copy finding_span (${spanColumns}) from stdin (format binary)`, days.sorted())
    },
  }
}

const writeFinding = (to: RowWriter, row: Buffer, f: Finding): void => {
  to.id(row)
  to.uuid(f.id)
  to.uuid(f.person)
  to.day(f.from)
  to.day(f.to)
  to.texts(f.key)
  to.json(countedText(f.counted))
}

const writeSpan = (to: RowWriter, row: Buffer, f: Finding, span: Finding['spans'][number]): void => {
  to.id(row)
  to.uuid(f.id)
  to.uuid(f.person)
  to.raw(statusColumns[span.status])
  to.day(span.from)
  to.day(span.to)
  to.day(span.since)
  to.day(span.dueBy)
  to.raw(exemptionsColumn(span.exemptions))
  if (span.shownWith === null) to.none()
  else to.uuid(span.shownWith)
}

const statusColumn = (status: FindingStatus): Buffer => columnsOf((column) => column.text(status))

const statusColumns: Readonly<Record<FindingStatus, Buffer>> = {
  ACTIVE: statusColumn('ACTIVE'),
  DEFERRED: statusColumn('DEFERRED'),
  EXEMPT: statusColumn('EXEMPT'),
  UNDETERMINED: statusColumn('UNDETERMINED'),
}

/** A policy names few exemptions, and they meet in few ways. */
const exemptionsColumns = new Map<string, Buffer>()

const exemptionsColumn = (exemptions: readonly string[]): Buffer => {
  const key = exemptions.join()
  const known = exemptionsColumns.get(key)
  if (known !== undefined) return known
  const made = columnsOf((column) => column.texts(exemptions))
  if (exemptionsColumns.size < mostKept) exemptionsColumns.set(key, made)
  return made
}

const mostKept = 50_000
const dayTexts = new Map<Day, string>()

/** A day in JSON; the same few ten thousand come again and again. */
const jsonDay = (d: Day): string => {
  const known = dayTexts.get(d)
  if (known !== undefined) return known
  const made = Number.isFinite(d) ? `"${dayText(d)}"` : 'null'
  if (dayTexts.size < mostKept) dayTexts.set(d, made)
  return made
}

/** What `countedRow` gives, as the text of it. */
const countedText = (counted: readonly Counted[]): string => {
  let text = '['
  for (const { kind, id, from, to } of counted) {
    const lo = to.lo === -Infinity ? `"${ever}"` : jsonDay(to.lo)
    const range = `"from":{"lo":${jsonDay(from.lo)},"hi":${jsonDay(from.hi)}},"to":{"lo":${lo},"hi":${jsonDay(to.hi)}}`
    text += `${text === '[' ? '' : ','}{"kind":"${kind}","id":"${id}",${range}}`
  }
  return `${text}]`
}
