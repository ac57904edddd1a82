import type { StoredFinding } from '../../db/queries/finding-store.ts'
import type { Finding } from '../../policy/index.ts'

/** What must change in the record so that it says what the judge says. */
export interface RecordChange {
  /** Rows to be closed: no longer said, or said differently. */
  readonly close: readonly string[]
  readonly insert: readonly Finding[]
}

const edge = (n: number) => (Number.isFinite(n) ? n : n < 0 ? '-' : '+')

/** Everything a finding says, in one text: two findings say the same exactly when their texts are equal. */
export const contentOf = (f: Finding): string =>
  JSON.stringify([
    [f.id, f.rule, f.catalogueId, f.effect, f.jurisdiction, f.digest, f.person],
    [f.key, edge(f.from), edge(f.to)],
    f.spans.map((s) => [edge(s.from), edge(s.to), s.status, edge(s.since), s.dueBy, s.exemptions, s.shownWith]),
    f.counted.map((c) => [c.kind, c.id, edge(c.from.lo), edge(c.from.hi), edge(c.to.lo), edge(c.to.hi)]),
  ])

/** A finding of the same id and content stays untouched; one that differs is superseded; one that is gone is closed. */
export const changesOf = (stored: readonly StoredFinding[], judged: readonly Finding[]): RecordChange => {
  const wanted = new Map(judged.map((finding) => [contentOf(finding), finding]))
  const close: string[] = []
  for (const { row, finding } of stored) {
    if (!wanted.delete(contentOf(finding))) close.push(row)
  }
  return { close, insert: [...wanted.values()] }
}
