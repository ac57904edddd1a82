import { UnavailableProblem } from '../acts/problem.ts'
import { connect, type Database } from '../db/connect.ts'
import { openEmbedded } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import { type Config, readConfig } from '../server/config.ts'
import { printedDocument } from './documents.ts'
import { guide } from './guide.ts'
import { loadDemo } from './load.ts'
import { whileServed } from './policies/served.ts'
import { walkPolicies } from './policies/walk.ts'
import { wantsDemo, wantsPolicies } from './wants-demo.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)
const tell = (line: string) => say(`  ${line}`)

/** Opens the database the surroundings name, brings it up to date, and closes it (and stops it, if it was ours) afterwards. */
const withDatabase = async <T>(config: Config, work: (db: Database) => Promise<T>): Promise<T> => {
  const embedded = config.databaseUrl === null ? await openEmbedded(config.dataFolder) : null
  const url = embedded?.appUrl ?? config.databaseUrl ?? ''
  try {
    await migrate(embedded?.ownerUrl ?? config.databaseOwnerUrl ?? url, url)
    const db = embedded?.connect() ?? connect(url)
    return await work(db).finally(() => db.close())
  } finally {
    await embedded?.stop()
  }
}

/** Before the server starts: fills an empty database with the synthetic world, unless `CADRE_DEMO=off`. */
const main = async (): Promise<void> => {
  const config = readConfig()
  if (!config.demo) return
  const wanted = await withDatabase(config, async (db) => {
    if (!(await wantsDemo(db))) return wantsPolicies(db)
    say('空库：正在载入演示数据（人员全部虚构；CADRE_DEMO=off 可不载入）')
    await loadDemo(db, { document: printedDocument, tell })
    return true
  })
  if (!wanted) return
  await whileServed((serve) => walkPolicies(serve, printedDocument, tell))
  say(guide(config.port))
}

main().catch((error: unknown) => {
  const told = UnavailableProblem.of(error) ?? error
  process.stderr.write(`演示数据未能载入：${told instanceof Error ? told.message : String(told)}\n`)
  process.exitCode = 1
})
