import { setImmediate as breathe } from 'node:timers/promises'
import { isAhead } from '../../db/installation-state.ts'
import { type InstallationRow, installationsBelow } from '../../db/queries/policies.ts'
import { closeOvertaken, closeReview, openReviewsIn, raiseReview } from '../../db/queries/reviews.ts'
import { todayInLaw } from '../../db/queries/today.ts'
import type { Tx } from '../../db/transaction.ts'
import type { Installation, PluginDocument } from '../../policy/index.ts'
import { pointOf } from './certificate.ts'
import { documentBehind } from './known-document.ts'
import { type Objection, objectionsTo } from './objections.ts'
import { asReviewed } from './reviewed.ts'

/** What was changed, by whom, and what was and is installed anywhere. */
export interface Changed {
  readonly at: string
  readonly by: string
  /** The installation that was changed. */
  readonly causedBy: string
  readonly before: readonly Installation[]
  readonly after: readonly Installation[]
  /** Of the same place: what came to count on more days, as it was and as it is. */
  readonly lengthened: readonly { readonly was: InstallationRow; readonly is: InstallationRow }[]
}

/**
 * Looks again at everything below that counts from today on, or would if it were approved, and at what counts longer now at
 * the place itself: what a superior has come to forbid is listed until a person decides; what it no longer forbids needs no
 * decision any more. Nothing else is touched.
 */
export const reexamine = async (tx: Tx, changed: Changed): Promise<void> => {
  await closeOvertaken(tx, { by: changed.by, reason: overtaken })
  const today = await todayInLaw(tx)
  const standing = new Map<string, ReadonlyMap<string, Objection>>()
  const below = (await installationsBelow(tx, changed.at)).map((row) => ({ was: row, is: row }))
  for (const { was, is } of [...changed.lengthened, ...below]) {
    if (!isAhead(is, today)) continue
    const plugin = await documentBehind(tx, is)
    // There may be thousands below: others get their answers in between.
    await breathe()
    const current = objectionsAgainst(is, plugin, changed.after)
    standing.set(is.id, current)
    if (current.size === 0) continue
    const former = objectionsAgainst(was, plugin, changed.before)
    const fresh = [...current].flatMap(([point, each]) => (isKnown(former.get(point), each) ? [] : [each]))
    if (fresh.length > 0) await raise(tx, is, fresh, changed)
  }
  await closeLawful(tx, standing, changed)
}

const objectionsAgainst = (
  row: InstallationRow,
  plugin: PluginDocument,
  installations: readonly Installation[],
): ReadonlyMap<string, Objection> => {
  const counting = { from: row.effectiveFrom, to: row.effectiveTo }
  const objections = objectionsTo(plugin, row.jurisdiction, counting, installations)
  const open = objections.filter(({ answerable, superior }) => !answerable || !row.acknowledged.includes(superior.rule))
  return new Map(open.map((each) => [pointOf(each), each]))
}

/** Listed before, or decided about: not asked again, unless it begins earlier now. */
const isKnown = (before: Objection | undefined, now: Objection): boolean =>
  before !== undefined && before.from <= now.from

const raise = async (
  tx: Tx,
  { id, jurisdiction }: InstallationRow,
  fresh: readonly Objection[],
  { causedBy, after }: Changed,
): Promise<void> => {
  const fromOn = fresh.map(({ from }) => from).sort()[0]
  if (fromOn === undefined) return
  const problems = fresh.map((each) => asReviewed(each, after))
  await raiseReview(tx, { installationId: id, jurisdiction, cause: 'superior', causedBy, fromOn, problems })
}

/** Closes the reviews of which nothing stands against the installation any more. */
const closeLawful = async (
  tx: Tx,
  standing: ReadonlyMap<string, ReadonlyMap<string, Objection>>,
  { at, by, causedBy }: Changed,
): Promise<void> => {
  for (const { id, cause, installationId, problems } of await openReviewsIn(tx, at)) {
    const current = standing.get(installationId)
    if (cause !== 'superior' || current === undefined) continue
    const stands = problems.some(({ path, superior }) => superior !== null && current.has(pointOf({ path, superior })))
    if (!stands) await closeReview(tx, id, { decision: 'keep', by, reason: lawfulAgain(causedBy) })
  }
}

const overtaken =
  '该政策自所涉之日起已不适用，无须再定。It no longer counts from the day in question: nothing is left to decide.'

const lawfulAgain = (installation: string): string =>
  `上级政策（${installation}）变更后，已不再抵触。Since a superior policy (${installation}) changed, nothing stands against it.`
