import type { Database } from '../../db/connect.ts'
import { installationsAt } from '../../db/facts.ts'
import { policyDocuments } from '../../db/queries/policy-documents.ts'
import type { PreviewRow } from '../../db/queries/previews.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import { installedWith, type TwoPolicies } from '../../policy/index.ts'
import type { Manner, Progress } from '../crew/judge-all.ts'
import { comparePairs } from './compare-pairs.ts'
import { comparePeople } from './compare-people.ts'
import type { Compared } from './compare-stretch.ts'
import { horizonDays } from './horizon.ts'

/** What a document would change for the people of these authorities, and between two of them: exactly as approving it would. */
export const compareDocument = async (
  db: Database,
  preview: PreviewRow,
  authorities: readonly string[],
  progress: Progress,
  manner: Manner = {},
): Promise<Compared> => {
  const policies = await transaction(db, { mode: 'read', pace: 'job' }, (tx) => policiesFor(tx, preview))
  const comparison = { policies, horizon: horizonDays(preview) }
  const { people, changes } = await comparePeople(db, comparison, authorities, progress, manner)
  const pairs = await comparePairs(db, comparison, authorities, (done, total) =>
    progress(people + done, people + total),
  )
  return { people, changes: [...changes, ...pairs] }
}

const policiesFor = async (tx: Tx, { jurisdiction, pluginDigest, effectiveFrom }: PreviewRow): Promise<TwoPolicies> => {
  const before = await installationsAt(tx)
  const [document] = pluginDigest === null ? [] : await policyDocuments(tx, [pluginDigest])
  if (document === null || document === undefined || effectiveFrom === null)
    throw new Error('A preview names a document and its first day.')
  const { digest, document: plugin } = document
  return { before, after: installedWith(before, { plugin, digest, jurisdiction, effectiveFrom }) }
}
