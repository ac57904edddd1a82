import type { Logger } from 'pino'
import { connect, type Database } from '../db/connect.ts'
import { migrate } from '../db/migrate.ts'
import type { Config } from './config.ts'
import type { Readiness } from './hooks/use-ready.ts'
import { keepEmbedded } from './keep-embedded.ts'

/** The database a server works on, and what gives back all that was opened for it. */
export interface OpenDatabase {
  readonly db: Database
  readonly storage: () => Readiness['storage']
  readonly close: () => Promise<void>
}

/** Sessions of a server at most. */
export const sessions = 20

/** The database the surroundings name, or the embedded one; brought up to date. */
export const openDatabase = async (config: Config, logger: Logger): Promise<OpenDatabase> => {
  if (config.databaseUrl === null) return keepEmbedded(config.dataFolder, logger)
  await migrate(config.databaseOwnerUrl ?? config.databaseUrl, config.databaseUrl)
  const db = connect(config.databaseUrl, { sessions })
  return { db, storage: () => null, close: db.close }
}
