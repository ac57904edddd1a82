import { readFile } from 'node:fs/promises'
import { v7 as uuid } from 'uuid'
import { firstDay } from '../acts/policies/first-day.ts'
import { PreviewOutdated } from '../acts/policies/outdated.ts'
import { proposePolicy } from '../acts/policies/propose-policy.ts'
import { type Uploaded, uploadPackage } from '../acts/policies/upload-package.ts'
import { startPreview } from '../acts/previews/start-preview.ts'
import type { Database } from '../db/connect.ts'
import { policyDocuments } from '../db/queries/policy-documents.ts'
import { transaction } from '../db/transaction.ts'
import { accepted } from './accepted.ts'
import { approveProposal } from './approve.ts'
import { withDatabase } from './database.ts'
import { checkedDay } from './day.ts'
import { Failure } from './failure.ts'
import { readSource } from './plugin/source.ts'
import { readPreview } from './preview-lines.ts'
import { say } from './say.ts'

interface Options {
  readonly at?: string
  readonly on?: string
  readonly reason?: string
  readonly by: string
  readonly shadow?: boolean
  /** Digest of a preview that was read. */
  readonly acknowledge?: string
  /** Whatever the preview says. */
  readonly yes?: boolean
  /** Full ids of superior rules for which the proposer answers. */
  readonly accept?: readonly string[]
  readonly approvedBy?: string
}

/** Said where nobody names a day: the law has counted since then. */
const sinceItsLaw = '自文件施行之日起适用'

/**
 * `cadre install`: takes a policy document as far as it is asked to: handed in and previewed; proposed, once the preview was
 * acknowledged; approved by another person, and then findings are current under it when it returns.
 */
export const install = async (file: string, options: Options): Promise<void> => {
  const bytes = await bytesOf(file)
  const on = options.on === undefined ? null : checkedDay(options.on)
  await withDatabase(async (db) => {
    const { by, at = null } = options
    const uploaded = accepted(await uploadPackage(db, by, { bytes, unsigned: true, at }))
    const effectiveFrom = on ?? (await firstDayOf(db, uploaded))
    const asked = { jurisdiction: uploaded.target, plugin: uploaded.digest, effectiveFrom }
    say(`已收到 ${uploaded.plugin} ${uploaded.version}，摘要 ${uploaded.digest}`)
    const begun = accepted(await startPreview(db, by, { ...asked, idempotencyKey: uuid() }))
    const { digest, lines } = await readPreview(db, begun.preview)
    for (const line of lines) say(line)
    if (!isAcknowledged(options, digest)) return say(howToGoOn(file, options, digest))
    const outcome = await proposePolicy(db, by, {
      ...asked,
      mode: options.shadow === true ? 'shadow' : 'enforce',
      previewDigest: digest,
      reason: options.reason ?? (on === null ? sinceItsLaw : null),
      acknowledged: options.accept ?? [],
      idempotencyKey: uuid(),
    })
    if (outcome instanceof PreviewOutdated) for (const line of (await readPreview(db, outcome.preview)).lines) say(line)
    const { installation } = accepted(outcome)
    say(`已提出，编号 ${installation}`)
    if (options.approvedBy !== undefined) return approveProposal(db, installation, { by: options.approvedBy })
    say(`待另一人审阅后批准：npx cadre approve ${installation} --by 姓名`)
  })
}

/** A package as it lies in the file; a document, whatever way it is written, as JSON. */
const bytesOf = async (file: string): Promise<Uint8Array> => {
  const { document, sealed, problems } = await readSource(file)
  return sealed !== null || problems.length > 0 ? readFile(file) : Buffer.from(JSON.stringify(document))
}

const firstDayOf = (db: Database, { digest }: Uploaded): Promise<string> =>
  transaction(db, { mode: 'read' }, async (tx) => {
    const [row] = await policyDocuments(tx, [digest])
    if (row === null || row === undefined) throw new TypeError('A document just taken is not on file.')
    return firstDay(row.document, null)
  })

const isAcknowledged = ({ acknowledge, yes = false }: Options, digest: string): boolean => {
  if (acknowledge === undefined || acknowledge === digest) return yes || acknowledge !== undefined
  throw new Failure(
    `\`${acknowledge}\`不是现在这份预览的摘要：人员资料或政策已有变化。请读过上面的预览，再用它的摘要提出。`,
  )
}

/** A preview is of one place and one day: the command that goes on names them again. */
const howToGoOn = (file: string, { at, on }: Options, digest: string): string => {
  const asked = [...(at === undefined ? [] : ['--at', at]), ...(on === undefined ? [] : ['--on', on])]
  return `尚未提出。读过预览后：${['npx cadre install', file, ...asked, '--acknowledge', digest].join(' ')}`
}
