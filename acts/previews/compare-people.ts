import type { Database } from '../../db/connect.ts'
import { stretchesOf } from '../../db/queries/evaluation.ts'
import { transaction } from '../../db/transaction.ts'
import { judgeAll, type Manner, type Progress, usualManner } from '../crew/judge-all.ts'
import { type Compared, type Comparison, stretchComparer } from './compare-stretch.ts'

const program = new URL('./crew-member.mjs', import.meta.url)

/** Everyone of these authorities judged under both policies, in stretches; nothing is written. */
export const comparePeople = async (
  db: Database,
  comparison: Comparison,
  authorities: readonly string[],
  progress: Progress,
  manner: Manner = {},
): Promise<Compared> => {
  const { stretch, workers } = { ...usualManner, ...manner }
  const how = { open: stretchComparer, program, workers }
  const { total, stretches } = await transaction(db, { mode: 'read', pace: 'job' }, (tx) =>
    stretchesOf(tx, authorities, stretch),
  )
  const changes: Compared['changes'][] = []
  let people = 0
  await progress(people, total)
  for await (const compared of judgeAll(db, how, comparison, stretches)) {
    people += compared.people
    changes.push(compared.changes)
    await progress(people, total)
  }
  return { people, changes: changes.flat() }
}
