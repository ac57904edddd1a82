import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { unlessDiskFull } from '../db/embedded/ballast.ts'
import { type Embedded, openEmbedded } from '../db/embedded.ts'
import { DatabaseError } from '../db/errors.ts'
import { migrate } from '../db/migrate.ts'
import { type OpenDatabase, sessions } from './database.ts'
import { type Claim, claimFolder } from './sole-server.ts'

const away = () => new DatabaseError('lost', 'The database is away; it is being started again.')

/**
 * The embedded database, claimed for this server and brought up to date. Whenever it goes away the server starts it again,
 * and answers nothing from it before it has its claim back.
 */
export const keepEmbedded = async (dataFolder: string, logger: Logger): Promise<OpenDatabase> => {
  const embedded = await openEmbedded(dataFolder)
  try {
    const claim = await claimFolder(embedded.appUrl, dataFolder)
    await migrate(embedded.ownerUrl, embedded.appUrl).catch((error: unknown) => giveUpFor(claim, error))
    return new Keeper(embedded, claim, dataFolder, logger)
  } catch (error) {
    // What stood in the way first is what is told, though it may stand in the way of leaving too.
    await embedded.stop().catch(() => {})
    throw error instanceof Error ? unlessDiskFull(dataFolder, error) : error
  }
}

const giveUpFor = async (claim: Claim, error: unknown): Promise<never> => {
  await claim.giveUp()
  throw error
}

const firstPauseMs = 100
const longestPauseMs = 5_000

class Keeper implements OpenDatabase {
  readonly db: OpenDatabase['db']
  readonly #embedded: Embedded
  readonly #dataFolder: string
  readonly #logger: Logger
  readonly #closing = new AbortController()
  readonly #keeping: Promise<void>
  #claim: Claim | null

  constructor(embedded: Embedded, claim: Claim, dataFolder: string, logger: Logger) {
    this.#embedded = embedded
    this.#dataFolder = dataFolder
    this.#logger = logger
    this.#claim = claim
    this.db = embedded.connect({ sessions, hindrance: () => (this.#claim === null ? away() : null) })
    this.#keeping = this.#keep(claim)
  }

  storage = () => this.#embedded.storage()

  close = async (): Promise<void> => {
    this.#closing.abort()
    await this.db.close()
    await this.#claim?.giveUp()
    await this.#keeping
    await this.#embedded.stop()
  }

  async #keep(first: Claim): Promise<void> {
    for (let claim: Claim | null = first; claim !== null; ) {
      await claim.gone
      this.#claim = null
      if (this.#closing.signal.aborted) return
      this.#logger.error('数据库中断，正在自动重启。The database is gone; starting it again.')
      claim = await this.#regain()
      if (this.#closing.signal.aborted) return void (await claim?.giveUp())
      this.#claim = claim
      this.#logger.info('数据库已恢复。The database is back.')
    }
  }

  /** Tries for ever, at most every few seconds; `null` when the server is to stop first. */
  async #regain(): Promise<Claim | null> {
    const { signal } = this.#closing
    for (let ms = firstPauseMs; !signal.aborted; ms = Math.min(2 * ms, longestPauseMs)) {
      try {
        await this.#embedded.revive()
        return await claimFolder(this.#embedded.appUrl, this.#dataFolder)
      } catch (error) {
        this.#logger.error(
          { err: error },
          '数据库未能重启，将再试。The database did not start; it will be tried again.',
        )
        await pause(ms, undefined, { signal }).catch(() => {})
      }
    }
    return null
  }
}
