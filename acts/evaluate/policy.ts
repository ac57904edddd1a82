import { divisions } from '../../db/divisions.ts'
import { installationsAt } from '../../db/facts.ts'
import type { Tx } from '../../db/transaction.ts'
import { type Installation, policyDigest } from '../../policy/index.ts'

/** The policy an authority's people are judged under. */
export interface Policy {
  /** Everything installed anywhere: a person may have been managed elsewhere. */
  readonly installations: readonly Installation[]
  /** Names what is installed on the authority's own chain. */
  readonly digest: string
}

/** What was on file at a moment (`null`: now), as the authority's evaluation names it. */
export const policyOf = async (tx: Tx, authority: string, knownAt: string | null): Promise<Policy> => {
  const installations = await installationsAt(tx, knownAt)
  return { installations, digest: digestFor(authority, installations) }
}

/** Names what is installed on an authority’s own chain. */
export const digestFor = (authority: string, installations: readonly Installation[]): string => {
  const chain = divisions.chain(authority)
  return policyDigest(installations.filter(({ jurisdiction }) => chain.includes(jurisdiction)))
}
