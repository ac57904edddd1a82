import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { runJobsUntilDone } from '../../acts/jobs/work.ts'
import { type ApprovePolicy, approvePolicy, type PolicyChanged } from '../../acts/policies/approve-policy.ts'
import { registerKey } from '../../acts/policies/keys.ts'
import { type Proposed, type ProposePolicy, proposePolicy } from '../../acts/policies/propose-policy.ts'
import { uploadPackage } from '../../acts/policies/upload-package.ts'
import { startPreview } from '../../acts/previews/start-preview.ts'
import { KnownProblem } from '../../acts/problem.ts'
import type { Database } from '../../db/connect.ts'
import { type InstallationRow, installationById } from '../../db/queries/policies.ts'
import { previewById } from '../../db/queries/previews.ts'
import { openReviewsIn, type ReviewRow } from '../../db/queries/reviews.ts'
import { transaction } from '../../db/transaction.ts'
import { digestOf, type Manifest, type PluginDocument, packageBytes } from '../../policy/index.ts'
import { everythingStored } from './everything-stored.ts'
import { keyPair, packaged } from './sample-package.ts'
import { tenurePolicy } from './tenure-policy.ts'

export const province = '410000'
export const city = '411100'

/** Measures of the province; who may exempt from its rule on tenure. */
export const provincial = (version: string, exemptable: PluginDocument['level'][], years = 10): PluginDocument => {
  const policy = tenurePolicy(years, version, { id: 'henan', level: 'province', jurisdiction: province })
  return { ...policy, rules: policy.rules.map((rule) => (rule.kind === 'rotation' ? { ...rule, exemptable } : rule)) }
}

/** Measures of the city whose exemption reaches the province's rule. */
export const reaching = (version: string, years = 10): PluginDocument => {
  const policy = tenurePolicy(years, version)
  const rules = policy.rules.map((rule) =>
    rule.kind === 'exemption' ? { ...rule, appliesTo: ['own', 'henan/tenure'] } : rule,
  )
  return { ...policy, rules }
}

export const unless = <T>(answer: T | KnownProblem): T => {
  if (answer instanceof KnownProblem) throw answer
  return answer
}

/** Today, in China. */
export const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

export type ProposalSaid = Partial<ProposePolicy> & { readonly by?: string; readonly document: PluginDocument }

/** Several people of an office at work on its policies, with the key of the nation. */
export class Desk {
  readonly db: Database
  readonly key = keyPair()

  constructor(db: Database) {
    this.db = db
  }

  read<T>(work: Parameters<typeof transaction<T>>[2]): Promise<T> {
    return transaction(this.db, { mode: 'read' }, work)
  }

  async open(): Promise<this> {
    const input = {
      jurisdiction: '100000',
      publicKey: this.key.publicPem,
      holder: '中央',
      idempotencyKey: randomUUID(),
    }
    unless(await registerKey(this.db, 'keeper', input))
    return this
  }

  /** Signed by the nation's key, for the document's own place, unless told otherwise. */
  upload(document: PluginDocument, more: Partial<Manifest> = {}, pem: string | null = this.key.privatePem) {
    const target = document.jurisdiction ?? city
    return uploadPackage(this.db, 'author', { bytes: packageBytes(packaged(document, pem, { target, ...more })) })
  }

  /** The digest of a finished preview. */
  async preview(document: PluginDocument, effectiveFrom: string, jurisdiction = document.jurisdiction ?? city) {
    const input = { jurisdiction, plugin: digestOf(document), effectiveFrom, horizon: 1, idempotencyKey: randomUUID() }
    const { job, preview } = unless(await startPreview(this.db, 'author', input))
    return this.previewed(preview, job)
  }

  async previewed(id: string, job?: string): Promise<string> {
    const row = await this.read((tx) => previewById(tx, id))
    await runJobsUntilDone(this.db, [job ?? row?.jobId ?? ''])
    return (await this.read((tx) => previewById(tx, id)))?.digest ?? ''
  }

  /** Proposes what was uploaded, from today on, after a preview. */
  async propose({ document, by = 'maker', ...said }: ProposalSaid): Promise<Proposed | KnownProblem> {
    const effectiveFrom = said.effectiveFrom ?? today()
    const previewDigest = said.previewDigest ?? (await this.preview(document, effectiveFrom, said.jurisdiction))
    return proposePolicy(this.db, by, {
      jurisdiction: document.jurisdiction ?? city,
      plugin: digestOf(document),
      mode: 'enforce',
      idempotencyKey: randomUUID(),
      ...said,
      effectiveFrom,
      previewDigest,
    })
  }

  approve(id: string, document: PluginDocument, said: Partial<ApprovePolicy> & { readonly by?: string } = {}) {
    const { by = 'checker', ...more } = said
    return approvePolicy(this.db, by, { id, digest: digestOf(document), idempotencyKey: randomUUID(), ...more })
  }

  /** Uploaded, previewed, proposed and approved. */
  async atWork(said: ProposalSaid, manifest: Partial<Manifest> = {}): Promise<string> {
    unless(await this.upload(said.document, manifest))
    const { installation } = unless(await this.propose(said))
    const { jobs }: PolicyChanged = unless(await this.approve(installation, said.document))
    await runJobsUntilDone(this.db, jobs)
    return installation
  }

  async row(id: string): Promise<InstallationRow> {
    const row = await this.read((tx) => installationById(tx, id))
    if (row === null) throw new Error('No such installation.')
    return row
  }

  reviews(): Promise<ReviewRow[]> {
    return this.read((tx) => openReviewsIn(tx, '100000'))
  }

  /** What an act refuses leaves every row of every table as it was. */
  async refused(act: () => Promise<unknown>): Promise<KnownProblem> {
    const before = await this.read(everythingStored)
    const answer = await act()
    expect(await this.read(everythingStored)).toEqual(before)
    if (!(answer instanceof KnownProblem)) throw new Error('It was not refused.')
    return answer
  }
}
