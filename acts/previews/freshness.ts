import canonicalize from 'canonicalize'
import { divisions } from '../../db/divisions.ts'
import { installationsAt } from '../../db/facts.ts'
import { peopleReachedFrom } from '../../db/queries/evaluation-reach.ts'
import type { PreviewRow } from '../../db/queries/previews.ts'
import type { Tx } from '../../db/transaction.ts'
import { policyDigest } from '../../policy/index.ts'
import { digestOfText } from './digest.ts'
import { rosterState } from './roster-state.ts'

/** What a comparison rests on, beside what was asked. */
export interface Ground {
  /** Names what is installed on every chain that is reached. */
  readonly policyDigest: string
  readonly rosterState: string
  /** Those whose people it may reach. */
  readonly authorities: readonly string[]
}

type Asked = Pick<
  PreviewRow,
  'kind' | 'pluginDigest' | 'jurisdiction' | 'effectiveFrom' | 'horizon' | 'knownAt' | 'policyAt'
>

/** What a comparison at this jurisdiction rests on now. */
export const groundNow = async (tx: Tx, jurisdiction: string): Promise<Ground> => {
  const authorities = await peopleReachedFrom(tx, jurisdiction)
  const chains = new Set([jurisdiction, ...authorities].flatMap((code) => divisions.chain(code)))
  const installed = (await installationsAt(tx)).filter((each) => chains.has(each.jurisdiction))
  return { policyDigest: policyDigest(installed), rosterState: await rosterState(tx, authorities), authorities }
}

/** Names one comparison: what was asked, and what it rests on. */
export const digestOn = (asked: Asked, { policyDigest: policy, rosterState: roster }: Ground): string => {
  const { kind, pluginDigest: plugin, jurisdiction, effectiveFrom, horizon, knownAt, policyAt } = asked
  const moments = kind === 'replay' ? { knownAt, policyAt } : {}
  return digestOfText(canonicalize({ plugin, jurisdiction, effectiveFrom, horizon, policy, roster, ...moments }) ?? '')
}

/** The digest the preview would get if it were computed now: another one than it has once the policy or the roster moved. */
export const currentDigest = async (tx: Tx, preview: Asked): Promise<string> =>
  digestOn(preview, await groundNow(tx, preview.jurisdiction))
