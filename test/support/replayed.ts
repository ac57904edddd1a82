import { v7 } from 'uuid'
import { correctAssignment } from '../../acts/correct-assignment.ts'
import { installPlugin } from '../../acts/install-plugin.ts'
import { runJobsUntilDone } from '../../acts/jobs/work.ts'
import { KnownProblem } from '../../acts/problem.ts'
import { recordAssignment } from '../../acts/record-assignment.ts'
import { recordState } from '../../acts/record-state.ts'
import type { Database } from '../../db/connect.ts'
import { keepDocument } from '../../db/queries/evaluation-policy.ts'
import { installation } from '../../db/tables/plugin.ts'
import { transaction } from '../../db/transaction.ts'
import { digestOf, type PluginDocument } from '../../policy/index.ts'
import { exampleCity } from './example-policy.ts'
import { momentNow } from './record.ts'
import { addPerson, addPost, addUnit, root } from './small-graph.ts'
import { tenurePolicy } from './tenure-policy.ts'

export const taken = <T extends object>(answer: T | KnownProblem): T => {
  if (answer instanceof KnownProblem) throw answer
  return answer
}

let keys = 0
export const head = () => {
  keys += 1
  return { idempotencyKey: `replay ${keys}`, expectedVersion: null }
}

/** The clock of the database, as ISO text. */
export const clock = async (db: Database): Promise<string> =>
  (await transaction(db, { mode: 'read' }, momentNow)).replace(' ', 'T').replace(/\+00$/, 'Z')

/** Puts the measures of so many years to work, and waits until what follows is said. */
export const install = async (db: Database, years: number, effectiveFrom = '2000-01-01'): Promise<void> => {
  const document = tenurePolicy(years, `${years}.0.0`)
  const { jobs } = taken(await installPlugin(db, { document, by: 'test', effectiveFrom }))
  await runJobsUntilDone(db, jobs)
}

/** A row about an installation as the life of a policy would leave it. */
export const putRow = (
  db: Database,
  document: PluginDocument,
  row: Partial<typeof installation.$inferInsert>,
): Promise<string> =>
  transaction(db, { mode: 'write' }, async (tx) => {
    const digest = digestOf(document)
    await keepDocument(tx, digest, document)
    const id = v7()
    await tx.insert(installation).values({
      ...{ rowId: v7(), id, jurisdiction: exampleCity, pluginId: document.id, digest, sequence: 9 },
      ...{ effectiveFrom: '2010-01-01', state: 'active', installedBy: 'test', ...row },
    })
    return id
  })

/**
 * Someone filed as in a post since 2012 while ten years were the limit; corrected to 2016, and found unsuited; then six years
 * become the limit. With the moment after each step.
 */
export const openHistory = async (db: Database) => {
  await install(db, 10)
  const { who, post } = await transaction(db, { mode: 'write' }, async (tx) => ({
    who: { root, id: await addPerson(tx, '1980-01-15') },
    post: { root, id: await addPost(tx, { unit: await addUnit(tx) }) },
  }))
  const filing = { ...head(), person: who, post, from: '2012-03-01' }
  const { record: assignment } = taken(await recordAssignment(db, 'a', filing))
  const filed = await clock(db)
  taken(await correctAssignment(db, 'a', { ...head(), assignment, from: '2016-03' }))
  const { record: state } = taken(
    await recordState(db, 'a', { ...head(), person: who, kind: 'unsuited', from: '2024-05-01' }),
  )
  const corrected = await clock(db)
  await install(db, 6)
  const upgraded = await clock(db)
  return { who, post, assignment, state, filed, corrected, upgraded }
}
