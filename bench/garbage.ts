import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect: unknown = runInNewContext('gc')

/** Frees what making facts ready left behind, so that nobody's clock runs while it is cleared away. */
export const clearGarbage = (): void => {
  if (typeof collect === 'function') collect()
}
