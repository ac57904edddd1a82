import type { Database } from '../../db/connect.ts'
import { installationsAt } from '../../db/facts.ts'
import { installationsOf, recordInstallation } from '../../db/queries/evaluation-policy.ts'
import { todayInLaw } from '../../db/queries/today.ts'
import type { InstallationMode } from '../../db/tables/plugin.ts'
import type { Tx } from '../../db/transaction.ts'
import type { DayText, PluginDocument } from '../../policy/index.ts'
import type { Keyed } from '../once.ts'
import type { KnownProblem } from '../problem.ts'
import { refuseUnlawful } from './conformity.ts'
import { firstDay, reasonForPast, soundDay } from './first-day.ts'
import { knownDocument } from './known-document.ts'
import { refuseUnknownPlace } from './known-place.ts'
import { previewRead, renewed } from './reading.ts'
import { carries, leavingPolicy, takeStep } from './step.ts'
import { refuseStale } from './succession.ts'
import { refuseUnpacked, refuseUnvouched } from './vouching.ts'

export interface ProposePolicy extends Keyed {
  readonly jurisdiction: string
  /** Digest of an uploaded document. */
  readonly plugin: string
  /** First day it would count; a past one needs a reason. */
  readonly effectiveFrom: DayText
  readonly mode: InstallationMode
  /** Digest of the preview that the proposer has read. */
  readonly previewDigest: string
  readonly reason?: string | null
  /** Full ids of superior rules against which nothing could be proved, and for which the proposer answers. */
  readonly acknowledged?: readonly string[] | null
}

export interface Proposed {
  readonly installation: string
}

/**
 * Proposes an uploaded policy to whoever will approve it. It must be lawful where it would stand, signed by an office that
 * answers for it, newer than any package proposed before, and previewed as things are now.
 */
export const proposePolicy = async (
  db: Database,
  actor: string,
  input: ProposePolicy,
): Promise<Proposed | KnownProblem> => {
  const answer = await takeStep(db, { act: 'proposePolicy', actor }, input, leavingPolicy, isProposed, async (tx) => {
    const { jurisdiction, plugin: digest } = input
    soundDay(input.effectiveFrom, ['input', 'effectiveFrom'])
    refuseUnknownPlace(jurisdiction, ['input', 'jurisdiction'])
    const plugin = await knownDocument(tx, digest)
    await refuseUnpacked(tx, digest, jurisdiction)
    await refuseStale(tx, digest, plugin.id, jurisdiction)
    return propose(tx, actor, { ...input, rollsBack: null }, plugin)
  })
  return renewed(db, actor, answer)
}

export const isProposed = (value: unknown): value is Proposed => carries(value, 'installation')

/** What is proposed: anew, or once more. */
export type Proposal = Omit<ProposePolicy, keyof Keyed> & { readonly rollsBack: string | null }

/** The same within the caller's transaction, whether the document is new or comes back. */
export const propose = async (tx: Tx, actor: string, proposal: Proposal, plugin: PluginDocument): Promise<Proposed> => {
  const { jurisdiction, plugin: digest, effectiveFrom, mode, previewDigest, rollsBack } = proposal
  firstDay(plugin, effectiveFrom, ['input', 'effectiveFrom'])
  const reason = reasonForPast(effectiveFrom, await todayInLaw(tx), proposal.reason)
  await refuseUnvouched(tx, digest, jurisdiction)
  const candidate = { plugin, at: jurisdiction, counting: { from: effectiveFrom, to: null }, mode }
  const acknowledged = refuseUnlawful(candidate, await installationsAt(tx), proposal.acknowledged ?? [])
  const preview = await previewRead(tx, previewDigest, { jurisdiction, plugin: digest, effectiveFrom })
  const former = await installationsOf(tx, jurisdiction, plugin.id)
  const installation = await recordInstallation(tx, {
    jurisdiction,
    pluginId: plugin.id,
    digest,
    sequence: (former[0]?.sequence ?? 0) + 1,
    effectiveFrom,
    state: 'proposed',
    mode,
    installedBy: actor,
    proposedBy: actor,
    reason,
    previewId: preview.id,
    rollsBack,
    acknowledged: [...acknowledged],
  })
  return { installation }
}
