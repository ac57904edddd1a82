import type { Database } from '../../db/connect.ts'
import { type InstallationRow, recordStep } from '../../db/queries/evaluation-policy.ts'
import { jobById } from '../../db/queries/jobs.ts'
import { installationById } from '../../db/queries/policies.ts'
import { latestOfSame } from '../../db/queries/preview-again.ts'
import { type PreviewRow, previewByDigest, previewById } from '../../db/queries/previews.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import type { DayText } from '../../policy/index.ts'
import { currentDigest } from '../previews/freshness.ts'
import { askForPreview } from '../previews/start-preview.ts'
import { ConflictProblem, invalid, type KnownProblem, refusable } from '../problem.ts'
import { PreviewOutdated } from './outdated.ts'

/** What a preview has to be of. */
export interface Previewed {
  readonly jurisdiction: string
  readonly plugin: string
  readonly effectiveFrom: DayText
}

/** The step was refused because the preview that was read no longer shows what would happen. */
class Overtaken extends PreviewOutdated {
  readonly row: PreviewRow
  /** The proposal that is to be bound to a new one. */
  readonly proposal: string | null

  constructor(row: PreviewRow, proposal: string | null) {
    super(row.id)
    this.row = row
    this.proposal = proposal
  }
}

/** The preview that a proposer has read; refused when it is of something else, or no longer true. */
export const previewRead = async (tx: Tx, digest: string, of: Previewed): Promise<PreviewRow> => {
  const row = await previewByDigest(tx, digest)
  const same =
    row?.kind === 'preview' &&
    row.jurisdiction === of.jurisdiction &&
    row.pluginDigest === of.plugin &&
    row.effectiveFrom === of.effectiveFrom
  if (row === null || !same) throw noSuchPreview(digest)
  if ((await currentDigest(tx, row)) !== digest) throw new Overtaken(row, null)
  return row
}

/**
 * Whether an approver has read what would happen: the preview the proposer read, unless another one has taken its place;
 * then that one, by its digest.
 */
export const refuseUnread = async (
  tx: Tx,
  proposal: InstallationRow,
  first: InstallationRow,
  digest: string | null,
): Promise<void> => {
  const bound = await rowOf(tx, proposal)
  const read = digest ?? (await rowOf(tx, first)).digest
  if (bound.digest === null) {
    // It will never be read: another one takes its place.
    const failed = (await jobById(tx, bound.jobId))?.state === 'failed'
    throw failed ? new Overtaken(bound, proposal.id) : unfinished(bound.id)
  }
  if ((await currentDigest(tx, bound)) !== bound.digest) throw new Overtaken(bound, proposal.id)
  if (read !== bound.digest) throw new PreviewOutdated(bound.id)
}

const rowOf = async (tx: Tx, { previewId }: InstallationRow): Promise<PreviewRow> => {
  const row = previewId === null ? null : await previewById(tx, previewId)
  if (row === null) throw new TypeError('A proposal came without the preview that was read.')
  return row
}

/** Once a step was refused because the preview was overtaken, asks for a new one, and binds the proposal to it. */
export const renewed = async <Answer>(
  db: Database,
  actor: string,
  answer: Answer | KnownProblem,
): Promise<Answer | KnownProblem> => {
  if (!(answer instanceof Overtaken)) return answer
  const { row, proposal } = answer
  return refusable(() =>
    transaction(db, { mode: 'serializable', pace: 'job' }, async (tx) => {
      const preview = (await standingAgain(tx, row)) ?? (await asked(tx, actor, row))
      const bound = proposal === null ? null : await installationById(tx, proposal)
      if (bound !== null && bound.state === 'proposed' && bound.previewId !== preview)
        await recordStep(tx, bound, { previewId: preview, installedBy: actor })
      return new PreviewOutdated(preview)
    }),
  )
}

/** Somebody may have asked already. */
const standingAgain = async (tx: Tx, row: PreviewRow): Promise<string | null> => {
  const latest = await latestOfSame(tx, row)
  if (latest === null) return null
  const usable = latest.digest === null || latest.digest === (await currentDigest(tx, latest))
  return usable ? latest.id : null
}

const asked = async (tx: Tx, actor: string, row: PreviewRow): Promise<string> => {
  const { jurisdiction, pluginDigest, effectiveFrom, horizon } = row
  if (pluginDigest === null || effectiveFrom === null) throw new TypeError('A replay was taken for a preview.')
  return (await askForPreview(tx, actor, { jurisdiction, plugin: pluginDigest, effectiveFrom, horizon })).preview
}

const noSuchPreview = (digest: string) =>
  invalid(
    ['input', 'previewDigest'],
    digest,
    {
      zh: `没有摘要为\`${digest}\`、针对这份文件、这个辖区和这一生效日的预览。`,
      en: `There is no preview of digest \`${digest}\` of this document, at this jurisdiction, from this day.`,
    },
    {
      zh: '先就这份文件、辖区和生效日预览影响，读完后用它的摘要提交。',
      en: 'Preview this document here from this day first, read it, and send its digest.',
    },
  )

const unfinished = (preview: string) =>
  new ConflictProblem('PREVIEW_UNFINISHED', {
    path: ['input', 'previewDigest'],
    says: { zh: `新的预览（\`${preview}\`）尚未完成。`, en: `The new preview, \`${preview}\`, is not ready yet.` },
    remedy: { zh: '完成后读过再批准。', en: 'Wait until it is done, read it, and approve then.' },
  })
