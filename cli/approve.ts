import { v7 as uuid } from 'uuid'
import { approvePolicy } from '../acts/policies/approve-policy.ts'
import { PreviewOutdated } from '../acts/policies/outdated.ts'
import type { Database } from '../db/connect.ts'
import { type InstallationRow, installationById } from '../db/queries/policies.ts'
import { policyDocuments } from '../db/queries/policy-documents.ts'
import { transaction } from '../db/transaction.ts'
import { accepted } from './accepted.ts'
import { withDatabase } from './database.ts'
import { evaluated } from './evaluated.ts'
import { Failure } from './failure.ts'
import { readPreview } from './preview-lines.ts'
import { say } from './say.ts'

interface Options {
  readonly by: string
  /** Digest of the preview that was read, where a new one took the place of the proposer's. */
  readonly acknowledge?: string
}

/** `cadre approve`: another person approves what was proposed; findings are current under it when it returns. */
export const approve = (id: string, options: Options): Promise<void> =>
  withDatabase((db) => approveProposal(db, id, options))

export const approveProposal = async (db: Database, id: string, { by, acknowledge }: Options): Promise<void> => {
  const { row, title } = await proposalOf(db, id)
  const previewDigest = acknowledge ?? null
  const outcome = await approvePolicy(db, by, { id, digest: row.digest, previewDigest, idempotencyKey: uuid() })
  if (outcome instanceof PreviewOutdated) {
    const { lines, digest } = await readPreview(db, outcome.preview)
    for (const line of lines) say(line)
    say(`读过预览后：npx cadre approve ${id} --by ${by} --acknowledge ${digest}`)
  }
  const { jobs } = accepted(outcome)
  await evaluated(db, jobs)
  const how = row.mode === 'shadow' ? '试行（只评定，不公布）' : '适用'
  say(
    `已安装 ${title} 于 ${row.jurisdiction}，自 ${row.effectiveFrom} 起${how}；重新评定已完成（${jobs.length} 项作业）。`,
  )
}

const proposalOf = (db: Database, id: string): Promise<{ row: InstallationRow; title: string }> =>
  transaction(db, { mode: 'read' }, async (tx) => {
    const row = /^[0-9a-f-]{36}$/.test(id) ? await installationById(tx, id) : null
    if (row === null) throw new Failure(`没有编号为\`${id}\`的政策安装；用 cadre installations --at 列出编号。`)
    const [document] = await policyDocuments(tx, [row.digest])
    return { row, title: `${row.pluginId} ${document?.document.version ?? ''}` }
  })
