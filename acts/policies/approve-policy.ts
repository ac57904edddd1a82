import type { Database } from '../../db/connect.ts'
import { installationsAt } from '../../db/facts.ts'
import { type InstallationRow, recordStep } from '../../db/queries/evaluation-policy.ts'
import { stepsOf } from '../../db/queries/policies.ts'
import { todayInLaw } from '../../db/queries/today.ts'
import type { Tx } from '../../db/transaction.ts'
import { changingPolicy } from '../changing-policy.ts'
import type { Keyed } from '../once.ts'
import { ConflictProblem, type KnownProblem } from '../problem.ts'
import { changeInstalled, giveWay } from './at-work.ts'
import { refuseUnlawful } from './conformity.ts'
import { reasonForPast } from './first-day.ts'
import { documentBehind } from './known-document.ts'
import { openProposal } from './open-proposal.ts'
import { refuseUnread, renewed } from './reading.ts'
import { carries, takeStep } from './step.ts'
import { refuseOvertaken } from './succession.ts'
import { refuseUnvouched } from './vouching.ts'

export interface ApprovePolicy extends Keyed {
  /** The proposal: id of its installation. */
  readonly id: string
  /** Digest of the document that the approver has read. */
  readonly digest: string
  /** Digest of the preview that the approver has read; only when another one has taken the place of the proposer's. */
  readonly previewDigest?: string | null
}

/** What is installed, and the evaluations under way because of it: findings are current when they are done. */
export interface PolicyChanged {
  readonly installation: string
  readonly jobs: readonly string[]
}

/**
 * Approves what another person has proposed, after everything that was checked then is checked again. A former version of
 * the plugin gives way from the day this one counts; whatever becomes unlawful below is listed.
 */
export const approvePolicy = async (
  db: Database,
  actor: string,
  input: ApprovePolicy,
): Promise<PolicyChanged | KnownProblem> => {
  const by = { act: 'approvePolicy', actor }
  const answer = await takeStep(db, by, input, changingPolicy, isPolicyChanged, (tx) => approve(tx, actor, input))
  return renewed(db, actor, answer)
}

export const isPolicyChanged = (value: unknown): value is PolicyChanged => carries(value, 'installation', 'jobs')

const approve = async (tx: Tx, actor: string, { id, digest, previewDigest }: ApprovePolicy): Promise<PolicyChanged> => {
  const row = await openProposal(tx, id)
  if (isSamePerson(actor, row.proposedBy)) throw samePerson(actor)
  if (digest !== row.digest) throw otherDocument(digest, row)
  await refuseChanged(tx, row)
  const [first = row] = await stepsOf(tx, id)
  await refuseUnread(tx, row, first, previewDigest ?? null)
  return changeInstalled(tx, { at: row.jurisdiction, by: actor }, async () => {
    await giveWay(tx, row, row.effectiveFrom)
    await recordStep(tx, row, { state: 'active', installedBy: actor, approvedBy: actor })
    return id
  })
}

/** What was lawful, signed and the latest when it was proposed may no longer be. */
const refuseChanged = async (tx: Tx, row: InstallationRow): Promise<void> => {
  const { jurisdiction: at, digest, effectiveFrom, mode, acknowledged } = row
  const plugin = await documentBehind(tx, row)
  reasonForPast(effectiveFrom, await todayInLaw(tx), row.reason)
  await refuseOvertaken(tx, row)
  await refuseUnvouched(tx, digest, at)
  refuseUnlawful(
    { plugin, at, counting: { from: effectiveFrom, to: null }, mode },
    await installationsAt(tx),
    acknowledged,
  )
}

/** Names are written as people write them: with blanks anywhere, seen or unseen, in capitals, in full width. */
const isSamePerson = (a: string, b: string | null): boolean => b !== null && plain(a) === plain(b)
const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .toLowerCase()

const samePerson = (actor: string) =>
  new ConflictProblem('SAME_PERSON', {
    path: ['input', 'id'],
    says: {
      zh: `\`${actor}\`是提出人，不能批准自己提出的政策。`,
      en: `\`${actor}\` proposed it, and nobody approves their own proposal.`,
    },
    remedy: { zh: '请由另一人审阅并批准。', en: 'Have another person read and approve it.' },
  })

const otherDocument = (digest: string, row: InstallationRow) =>
  new ConflictProblem('STATE_CHANGED', {
    path: ['input', 'digest'],
    says: {
      zh: `提出的文件摘要是\`${row.digest}\`，要批准的是\`${digest}\`：两者不是同一份文件。`,
      en: `What is proposed has digest \`${row.digest}\`, and you approve \`${digest}\`: another document.`,
    },
    remedy: {
      zh: '请通读所提出的那份文件，用它的摘要批准。',
      en: 'Read the document that is proposed, and approve by its digest.',
    },
  })
