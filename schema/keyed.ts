import type { Tx } from '../db/transaction.ts'
import type { Loader } from './loading.ts'

/** Rows that are no tenant's and do not depend on a day: found by a text, in the order asked. */
export const keyed = <Found>(
  read: (tx: Tx, keys: readonly string[]) => Promise<readonly Found[]>,
): Loader<string, Found> => ({
  cacheKey: (key) => key,
  batch: (keys, { read: run }) => run((tx) => read(tx, keys)),
})
