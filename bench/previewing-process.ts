/** One preview in a process of its own: says as JSON how long it took, what it found, and how much memory the process held. */
import { runPreview } from '../acts/previews/run-preview.ts'
import { startPreview } from '../acts/previews/start-preview.ts'
import { KnownProblem } from '../acts/problem.ts'
import { connect } from '../db/connect.ts'
import { countsOf, previewById } from '../db/queries/previews.ts'
import { transaction } from '../db/transaction.ts'
import { peakMemory } from './memory.ts'
import { seconds } from './stopwatch.ts'

export interface Previewed {
  readonly seconds: number
  readonly peakMiB: number
  /** People who are judged, and changes found, each counted once for each kind, unit and year. */
  readonly people: number
  readonly changes: number
}

const [url = '', jurisdiction = '', plugin = '', effectiveFrom = ''] = process.argv.slice(2)
const db = connect(url)
let preview = ''
const spent = await seconds(async () => {
  const asked = await startPreview(db, 'bench', { jurisdiction, plugin, effectiveFrom, idempotencyKey: plugin })
  if (asked instanceof KnownProblem) throw asked
  preview = asked.preview
  await runPreview(db, asked.job)
})
const previewed = await transaction(db, { mode: 'read', pace: 'job' }, async (tx): Promise<Previewed> => {
  const row = await previewById(tx, preview)
  if (row?.digest === null || row === null) throw new Error('The preview was not recorded.')
  const changes = (await countsOf(tx, row)).reduce((sum, { people }) => sum + people, 0)
  return { seconds: spent, peakMiB: peakMemory(), people: row.people ?? 0, changes }
})
await db.close()
process.stdout.write(JSON.stringify(previewed))
