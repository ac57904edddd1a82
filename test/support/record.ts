import { sql } from 'drizzle-orm'
import { gatherFacts, installationsAt, type KnownAt, type Ref, settingFor } from '../../db/facts.ts'
import { findingOf } from '../../db/queries/finding-store.ts'
import { finding, findingSpan } from '../../db/tables/finding.ts'
import { person } from '../../db/tables/person.ts'
import type { Tx } from '../../db/transaction.ts'
import { compile, dayTextOrNull, type Finding } from '../../policy/index.ts'

/** What a finding says, in one line: id, days, every span with its status, first day and deadline. */
export const lineOf = (f: Finding): string => {
  const spans = f.spans.map((s) =>
    [s.status, dayTextOrNull(s.from), dayTextOrNull(s.to), dayTextOrNull(s.since), s.dueBy, ...s.exemptions].join(' '),
  )
  return [f.id, f.rule, f.person, dayTextOrNull(f.from), dayTextOrNull(f.to), ...spans].join(' | ')
}

/** Everything the record said at a moment, read off the rows: those of the evaluation that answered then. */
export const recordAt = async (tx: Tx, moment: string): Promise<string[]> => {
  const standing = sql`f.recorded_from <= ${moment}::timestamptz and (f.recorded_to is null or f.recorded_to > ${moment}::timestamptz)
    and e.activated_at <= ${moment}::timestamptz and (e.superseded_at is null or e.superseded_at > ${moment}::timestamptz)`
  const ids = await tx.execute<{ row_id: string }>(sql`
    select f.row_id from finding f join evaluation e on e.root = f.root and e.id = f.evaluation_id where ${standing}`)
  const wanted = new Set(ids.map((row) => row.row_id))
  const rows = (await tx.select().from(finding)).filter((row) => wanted.has(row.rowId))
  const spans = await tx.select().from(findingSpan).orderBy(findingSpan.fromOn)
  return rows
    .map((row) =>
      lineOf(
        findingOf(
          row,
          spans.filter((span) => span.findingRowId === row.rowId),
        ),
      ),
    )
    .sort()
}

/** What the record says now. */
export const recordNow = async (tx: Tx): Promise<string[]> => {
  const ids = await tx.execute<{ row_id: string }>(sql`
    select f.row_id from finding f join evaluation e on e.root = f.root and e.id = f.evaluation_id
    where f.recorded_to is null and e.state = 'current'`)
  const wanted = new Set(ids.map((row) => row.row_id))
  const rows = (await tx.select().from(finding)).filter((row) => wanted.has(row.rowId))
  const spans = await tx.select().from(findingSpan).orderBy(findingSpan.fromOn)
  return rows
    .map((row) =>
      lineOf(
        findingOf(
          row,
          spans.filter((span) => span.findingRowId === row.rowId),
        ),
      ),
    )
    .sort()
}

/** What a judge says of everyone, from the facts and the policy as recorded at a moment (`null`: now). */
export const judgedAt = async (tx: Tx, knownAt: KnownAt): Promise<string[]> => {
  const people: Ref[] = await tx.select({ root: person.root, id: person.id }).from(person)
  const facts = await gatherFacts(tx, people, knownAt)
  const judge = compile(await installationsAt(tx, knownAt), await settingFor(tx, facts, knownAt))
  return facts.flatMap((someone) => judge.findings(someone).map(lineOf)).sort()
}

/** The clock of the database, after everything that was committed before. */
export const momentNow = async (tx: Tx): Promise<string> => {
  const [row] = await tx.execute<{ at: string }>(sql`select clock_timestamp()::text as at`)
  return row?.at ?? ''
}
