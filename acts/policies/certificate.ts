import type { Tx } from '../../db/transaction.ts'
import type { Certificate } from '../../policy/index.ts'

/** What stands for and against a document at a jurisdiction, below what governs there now; thrown when it is not on file. */
export const certificateFor = (_tx: Tx, _jurisdiction: string, _digest: string): Promise<Certificate> => {
  throw new Error('certificateFor')
}
