import { connect, type Database } from '../db/connect.ts'
import { openEmbedded } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import { type Tx, transaction } from '../db/transaction.ts'
import { readConfig } from '../server/config.ts'

/**
 * Runs a command on the database the surroundings name. Beside a running server it joins the server's embedded database;
 * alone it starts the database, brings it up to date, and stops it again unless someone has joined it meanwhile.
 */
export const withDatabase = async <T>(work: (db: Database) => Promise<T>): Promise<T> => {
  const config = readConfig()
  if (config.databaseUrl !== null) {
    await migrate(config.databaseOwnerUrl ?? config.databaseUrl, config.databaseUrl)
    return using(connect(config.databaseUrl), work)
  }
  const embedded = await openEmbedded(config.dataFolder)
  try {
    if (embedded.started) await migrate(embedded.ownerUrl, embedded.appUrl)
    return await using(embedded.connect(), work)
  } finally {
    await embedded.stop()
  }
}

/** Reads in one consistent picture. */
export const reading = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  withDatabase((db) => transaction(db, { mode: 'read', pace: 'job' }, work))

const using = async <T>(db: Database, work: (db: Database) => Promise<T>): Promise<T> => {
  try {
    return await work(db)
  } finally {
    await db.close()
  }
}
