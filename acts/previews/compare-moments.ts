import type { Database } from '../../db/connect.ts'
import type { PreviewRow } from '../../db/queries/previews.ts'
import type { Progress } from '../crew/judge-all.ts'
import type { Compared } from './compare-stretch.ts'

/** What we would have said then of the people of these authorities, beside what we say now. */
export const compareMoments = (
  _db: Database,
  _replay: PreviewRow,
  _authorities: readonly string[],
  _progress: Progress,
): Promise<Compared> => {
  throw new Error('Not built yet.')
}
