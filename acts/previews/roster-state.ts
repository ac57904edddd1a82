import { authorityStates } from '../../db/queries/preview-state.ts'
import type { Tx } from '../../db/transaction.ts'
import { digestOfText } from './digest.ts'

/** Names the facts on which people of these authorities are judged: another one once any of them was written. */
export const rosterState = async (tx: Tx, authorities: readonly string[]): Promise<string> =>
  digestOfText(JSON.stringify(await authorityStates(tx, authorities)))
