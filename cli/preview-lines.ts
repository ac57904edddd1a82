import { runJobsUntilDone } from '../acts/jobs/work.ts'
import type { Database } from '../db/connect.ts'
import { countsOf, type PreviewRow, previewById } from '../db/queries/previews.ts'
import { transaction } from '../db/transaction.ts'
import { type ChangeKind, changeKinds } from '../policy/index.ts'
import { Failure } from './failure.ts'
import { withProgress } from './progress.ts'

/** A preview once it is computed, and what it comes to in lines. */
export interface ReadPreview {
  readonly digest: string
  readonly lines: readonly string[]
}

/** Waits for a preview, working it meanwhile, and tells what it says. */
export const readPreview = async (db: Database, id: string): Promise<ReadPreview> => {
  const asked = await transaction(db, { mode: 'read' }, (tx) => previewById(tx, id))
  if (asked === null) throw new Failure(`没有预览\`${id}\`。`)
  await withProgress((line) =>
    runJobsUntilDone(db, [asked.jobId], async (done, total) =>
      line.show(total === 0 ? 0 : done / total, total === 0 ? '预览' : `预览 ${done}/${total}`),
    ),
  )
  return transaction(db, { mode: 'read', pace: 'job' }, async (tx) => {
    const row = (await previewById(tx, id)) ?? asked
    if (row.digest === null) throw new Failure(`预览\`${id}\`没有完成，请重新预览。`)
    return {
      digest: row.digest,
      lines: [headOf(row), ...countLines(await countsOf(tx, row)), `预览摘要 ${row.digest}`],
    }
  })
}

const headOf = ({ jurisdiction, effectiveFrom, horizon, people }: PreviewRow): string =>
  `预览：自 ${effectiveFrom} 起在 ${jurisdiction} 适用，今后 ${horizon} 年，评定 ${people ?? 0} 人：`

type Counts = Awaited<ReturnType<typeof countsOf>>

/** One line for each kind of change, year by year. */
const countLines = (counts: Counts): readonly string[] => {
  const kinds = [...new Set(counts.map(({ change }) => change))]
  if (kinds.length === 0) return ['  无人受影响。']
  return kinds.map((kind) => `  ${changeKinds[kind]}：${yearsOf(counts, kind).join('，')}`)
}

const yearsOf = (counts: Counts, kind: ChangeKind): readonly string[] => {
  const byYear = new Map<number, number>()
  for (const { change, year, people } of counts) if (change === kind) byYear.set(year, (byYear.get(year) ?? 0) + people)
  return [...byYear].sort(([a], [b]) => a - b).map(([year, people]) => `${year} 年 ${people} 人`)
}
