import { installPlugin } from '../acts/install-plugin.ts'
import { runJobsUntilDone } from '../acts/jobs/work.ts'
import { KnownProblem } from '../acts/problem.ts'
import { importRoster } from '../acts/roster/import-roster.ts'
import { textSource } from '../acts/roster/reading/source.ts'
import type { Database } from '../db/connect.ts'
import { installations } from './installations.ts'
import type { Roster } from './roster-writer.ts'
import { type WorldOptions, worldRosters } from './rosters.ts'

export interface LoadOptions extends WorldOptions {
  /** The policy document of that id, as JSON. */
  readonly document: (plugin: string) => Promise<unknown>
  /** Told what has just been done. */
  readonly tell?: (line: string) => void
}

/** Named as whoever installed and filed the synthetic world. */
export const loader = 'demo'

/** Installs the bundled policies and imports the synthetic rosters through the front door; returns when findings are current. */
export const loadDemo = async (db: Database, { document, tell = () => {}, ...world }: LoadOptions): Promise<void> => {
  for (const { plugin, at, effectiveFrom = null } of installations) {
    const outcome = await installPlugin(db, { document: await document(plugin), at, effectiveFrom, by: loader })
    if (outcome instanceof KnownProblem) throw new Error(`The bundled plugin ${plugin} was refused: ${outcome.says.en}`)
    await runJobsUntilDone(db, outcome.jobs)
    tell(`政策 ${plugin} ${outcome.plugin.version} → ${at}，自 ${outcome.effectiveFrom}`)
  }
  for (const roster of worldRosters(world)) await load(db, roster, tell)
}

const load = async (db: Database, { at, files }: Roster, tell: (line: string) => void): Promise<void> => {
  const sheets = Object.fromEntries(Object.entries(files).map(([name, text]) => [name.replace('.csv', ''), text]))
  const report = await importRoster(db, textSource(sheets), { at, by: loader })
  const [first] = report.problems
  if (!report.accepted)
    throw new Error(
      `The demo roster of ${at} was refused: ${first?.file}:${first?.row} ${first?.column} ${first?.reason.en}`,
    )
  tell(`名册 ${at}：${report.counts.people} 人`)
}
