import { runJobsUntilDone } from '../../acts/jobs/work.ts'
import { type StartPreview, startPreview } from '../../acts/previews/start-preview.ts'
import { KnownProblem } from '../../acts/problem.ts'
import type { Database } from '../../db/connect.ts'
import { keepDocument } from '../../db/queries/evaluation-policy.ts'
import {
  type ChangeRow,
  changesPage,
  type PreviewBegun,
  type PreviewRow,
  previewById,
} from '../../db/queries/previews.ts'
import { transaction } from '../../db/transaction.ts'
import { digestOf, type PluginDocument } from '../../policy/index.ts'

let serial = 0

/** A preview of the document, asked for and not yet computed. */
export const askedFor = async (
  db: Database,
  document: PluginDocument,
  asked: Pick<StartPreview, 'jurisdiction' | 'effectiveFrom' | 'horizon'>,
): Promise<PreviewBegun> => {
  serial += 1
  const plugin = digestOf(document)
  await transaction(db, { mode: 'write' }, (tx) => keepDocument(tx, plugin, document))
  const begun = await startPreview(db, 'author', { ...asked, plugin, idempotencyKey: `preview ${serial}` })
  if (begun instanceof KnownProblem) throw begun
  return begun
}

/** A computed preview and all its lines. */
export interface Computed {
  readonly preview: PreviewRow
  readonly lines: readonly ChangeRow[]
}

export const computed = async (db: Database, { job, preview: id }: PreviewBegun): Promise<Computed> => {
  await runJobsUntilDone(db, [job])
  return transaction(db, { mode: 'read' }, async (tx) => {
    const preview = await previewById(tx, id)
    if (preview === null) throw new Error('The preview is not on file.')
    return { preview, lines: await changesPage(tx, preview, { first: 10_000, after: null }) }
  })
}
