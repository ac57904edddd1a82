import { existsSync, mkdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type ConnectOptions, connect, type Database } from './connect.ts'
import { openConnection } from './connection.ts'
import { DiskFull, isNoSpace, type Storage, storageOf } from './embedded/ballast.ts'
import { type ClusterFile, newCluster, readClusterFile, writeClusterFile } from './embedded/cluster-file.ts'
import { lasts, newOpening, type Opening } from './embedded/opening.ts'
import { type Postmaster, stopPostmaster, untilServing } from './embedded/postmaster.ts'
import { appRole, database, ownerRole, prepareRoles } from './embedded/roles.ts'
import { type StartOptions, startCluster } from './embedded/start-cluster.ts'
import { withStartLock } from './embedded/start-lock.ts'
import { DatabaseError, databaseError } from './errors.ts'

/** A PostgreSQL of our own, in a folder of our own. */
export interface Embedded {
  /** Role that owns the tables: migrations only. */
  readonly ownerUrl: string
  /** Role of the application, which owns nothing. */
  readonly appUrl: string
  /** True when nobody else had it open: it was started, or taken over from processes that had died. */
  readonly started: boolean
  /** Connects as the application, wherever it listens; nothing is written while its disk is full. */
  readonly connect: (options?: ConnectOptions) => Database
  readonly storage: () => Storage
  /** Starts it again when nobody serves it any more, or waits until it answers again. */
  readonly revive: () => Promise<void>
  /** Leaves the cluster, and stops it unless another living process has it open: the last one out stops it. */
  readonly stop: () => Promise<void>
}

/** Starts the cluster in `<dataFolder>/pg`, creating it when there is none, or joins the one that runs there. */
export const openEmbedded = async (dataFolder: string, options: StartOptions = {}): Promise<Embedded> => {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const folder = realpathSync(dataFolder)
  storage(folder, options)
  const opened = withStartLock(folder, async () => {
    const cluster = readClusterFile(folder) ?? writeClusterFile(folder, newCluster())
    const others = cluster.openings.filter(lasts)
    const serving = await serve(folder, cluster, options)
    const { pid, port } = serving
    const opening = newOpening()
    const joined = writeClusterFile(folder, { ...cluster, pid, port, openings: [...others, opening] })
    return describe(folder, joined, opening, serving.started || others.length === 0, options)
  })
  return opened.catch((error: unknown) => {
    throw isNoSpace(error) ? new DiskFull(folder) : error
  })
}

/** Stops whatever serves this folder, whoever uses it. */
export const stopEmbedded = (dataFolder: string): Promise<void> =>
  existsSync(dataFolder) ? withStartLock(dataFolder, () => stopPostmaster(join(dataFolder, 'pg'))) : Promise.resolve()

const urlOf = (role: string, password: string, port: number | null) =>
  `postgres://${role}:${password}@127.0.0.1:${port}/${database}`

const full = () => new DatabaseError('full', 'The disk of the database is full.')

/**
 * Connects as the application to the cluster of a folder that this process has opened, wherever it listens; nothing is written
 * while its disk is full.
 */
export const connectEmbedded = (
  folder: string,
  { hindrance = () => null, ...more }: ConnectOptions = {},
  options: StartOptions = {},
): Database => {
  const address = () => {
    const cluster = readClusterFile(folder)
    if (cluster === null) throw new DatabaseError('lost', 'The folder of the database is gone.')
    return urlOf(appRole, cluster.passwords.app, cluster.port)
  }
  const storageFull = () => storage(folder, options) === 'full'
  return connect(address, { ...more, hindrance: (writes) => (writes && storageFull() ? full() : hindrance(writes)) })
}

const describe = (
  folder: string,
  joined: ClusterFile,
  opening: Opening,
  started: boolean,
  options: StartOptions,
): Embedded => {
  let { port } = joined
  let left: Promise<void> | null = null
  const { owner, app } = joined.passwords
  return {
    get ownerUrl() {
      return urlOf(ownerRole, owner, port)
    },
    get appUrl() {
      return urlOf(appRole, app, port)
    },
    started,
    connect: (more) => connectEmbedded(folder, more, options),
    storage: () => storage(folder, options),
    revive: () =>
      withStartLock(folder, async () => {
        const cluster = readClusterFile(folder) ?? joined
        const serving = await serve(folder, cluster, options)
        port = serving.port
        writeClusterFile(folder, { ...cluster, pid: serving.pid, port })
      }),
    stop: () => {
      left ??= existsSync(folder) ? leave(folder, opening) : Promise.resolve()
      return left
    },
  }
}

/** One that may lose what was committed is not worth a ballast. */
const storage = (folder: string, { durable = true }: StartOptions): Storage => (durable ? storageOf(folder) : 'enough')

/** Ends an opening; the cluster goes on for the others. That we have left is told where there is room to; we are dead soon. */
const leave = (folder: string, opening: Opening): Promise<void> =>
  withStartLock(folder, async () => {
    const cluster = readClusterFile(folder)
    if (cluster === null) return
    const others = cluster.openings.filter((other) => other.id !== opening.id && lasts(other))
    try {
      writeClusterFile(folder, { ...cluster, openings: others })
    } catch (error) {
      if (!isNoSpace(error)) throw error
    }
    if (others.length === 0) await stopPostmaster(join(folder, 'pg'))
  })

interface Serving extends Postmaster {
  readonly started: boolean
}

/** Whoever serves the folder, once it answers: one that is recovering is waited for, one that ends meanwhile started again. */
const serve = async (folder: string, cluster: ClusterFile, options: StartOptions): Promise<Serving> => {
  for (;;) {
    const running = await untilServing(join(folder, 'pg'))
    if (running === null) {
      storage(folder, options)
      const started = await startCluster(folder, cluster, options)
      storage(folder, options)
      return { ...started, started: true }
    }
    if (await answers(running.port, cluster)) return { ...running, started: false }
    await pause(50)
  }
}

/** False: it listens, but is still recovering, or has just gone. */
const answers = async (port: number, cluster: ClusterFile): Promise<boolean> => {
  try {
    const { end } = await openConnection(urlOf(appRole, cluster.passwords.app, port))
    await end()
  } catch (error) {
    if (databaseError(error)?.refusal === 'lost') return false
    // Whoever started it first died before it had its roles.
    await prepareRoles(port, cluster.passwords)
  }
  return true
}
