import { connect, type Database } from '../db/connect.ts'
import { openEmbedded } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import type { Config } from './config.ts'
import { claimFolder } from './sole-server.ts'

/** The database a server works on, and what gives back all that was opened for it. */
export interface OpenDatabase {
  readonly db: Database
  readonly close: () => Promise<void>
}

const sessions = 20

/** The database the surroundings name, or the embedded one; brought up to date. */
export const openDatabase = async (config: Config): Promise<OpenDatabase> => {
  if (config.databaseUrl !== null) {
    await migrate(config.databaseOwnerUrl ?? config.databaseUrl, config.databaseUrl)
    const db = connect(config.databaseUrl, { sessions })
    return { db, close: db.close }
  }
  const embedded = await openEmbedded(config.dataFolder)
  try {
    const giveUp = await claimFolder(embedded.appUrl, config.dataFolder)
    await migrate(embedded.ownerUrl, embedded.appUrl)
    const db = connect(embedded.appUrl, { sessions })
    const close = async () => {
      await db.close()
      await giveUp()
      await embedded.stop()
    }
    return { db, close }
  } catch (error) {
    await embedded.stop()
    throw error
  }
}
