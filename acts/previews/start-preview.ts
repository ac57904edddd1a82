import type { Database } from '../../db/connect.ts'
import { rootOf } from '../../db/divisions.ts'
import { installationsAt } from '../../db/facts.ts'
import { beginPreview, type PreviewBegun } from '../../db/queries/previews.ts'
import { todayInLaw } from '../../db/queries/today.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import type { DayText } from '../../policy/index.ts'
import { type Keyed, once, requestOf } from '../once.ts'
import { refuseUnlawful } from '../policies/conformity.ts'
import { firstDay, soundDay } from '../policies/first-day.ts'
import { knownDocument } from '../policies/known-document.ts'
import { type KnownProblem, refusable } from '../problem.ts'
import { isPreviewBegun } from './asked.ts'
import { horizonOf } from './horizon.ts'

/** What a document would change, were it to take effect. */
export interface PreviewOf {
  /** Where it would be installed. */
  readonly jurisdiction: string
  /** Digest of the document. */
  readonly plugin: string
  /** First day it would count. */
  readonly effectiveFrom: DayText
  /** Years looked ahead, 1 to 40; default 5. */
  readonly horizon?: number | null
}

export interface StartPreview extends PreviewOf, Keyed {}

/**
 * Asks for a job that computes whom a document would make due or release, person by person. A document that may not be
 * installed there is refused at once. The same request asked again gets the same job.
 */
export const startPreview = (db: Database, actor: string, input: StartPreview): Promise<PreviewBegun | KnownProblem> =>
  refusable(() => {
    const request = requestOf({ act: 'startPreview', actor }, input)
    return transaction(db, { mode: 'write' }, (tx) =>
      once(tx, request, isPreviewBegun, () => askForPreview(tx, actor, input)),
    )
  })

/** The same within the caller's transaction: for acts that find a preview outdated. */
export const askForPreview = async (tx: Tx, actor: string, asked: PreviewOf): Promise<PreviewBegun> => {
  const { jurisdiction, plugin: pluginDigest, effectiveFrom } = asked
  const horizon = horizonOf(asked.horizon)
  const document = await knownDocument(tx, pluginDigest)
  firstDay(document, soundDay(effectiveFrom, ['input', 'effectiveFrom']), ['input', 'effectiveFrom'])
  const candidate = {
    plugin: document,
    at: jurisdiction,
    counting: { from: effectiveFrom, to: null },
    mode: 'shadow' as const,
  }
  refuseUnlawful(candidate, await installationsAt(tx), 'all')
  return beginPreview(tx, {
    root: rootOf(jurisdiction),
    kind: 'preview',
    jurisdiction,
    pluginDigest,
    effectiveFrom,
    horizon,
    fromOn: await todayInLaw(tx),
    askedBy: actor,
  })
}
