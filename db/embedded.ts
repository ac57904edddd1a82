import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { findBinaries } from './embedded/binaries.ts'
import { type ClusterFile, newCluster, readClusterFile, writeClusterFile } from './embedded/cluster-file.ts'
import { refuseOtherMajor } from './embedded/data-version.ts'
import { lasts, newOpening, type Opening } from './embedded/opening.ts'
import { type OrdinaryUser, ordinaryUser } from './embedded/ordinary-user.ts'
import { dropForeignLock, type Postmaster, stopPostmaster, untilServing } from './embedded/postmaster.ts'
import { appRole, database, ownerRole, prepareRoles } from './embedded/roles.ts'
import { withStartLock } from './embedded/start-lock.ts'

/** A PostgreSQL of our own, in a folder of our own. */
export interface Embedded {
  /** Role that owns the tables: migrations only. */
  readonly ownerUrl: string
  /** Role of the application, which owns nothing. */
  readonly appUrl: string
  /** True when nobody else had it open: it was started, or taken over from processes that had died. */
  readonly started: boolean
  /** Leaves the cluster, and stops it unless another living process has it open: the last one out stops it. */
  readonly stop: () => Promise<void>
}

export interface EmbeddedOptions {
  /** False: may lose what was committed when the machine fails. For tests. Default true. */
  readonly durable?: boolean
  /** False: as root, do not try user namespaces. Default true. */
  readonly namespaces?: boolean
}

/** Someone else may take the free port before the server does; children of one that was killed may need a moment to go. */
const startAttempts = 5

/** Starts the cluster in `<dataFolder>/pg`, creating it when there is none, or joins the one that runs there. */
export const openEmbedded = async (dataFolder: string, options: EmbeddedOptions = {}): Promise<Embedded> => {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const folder = realpathSync(dataFolder)
  return withStartLock(folder, async () => {
    const cluster = readClusterFile(folder) ?? writeClusterFile(folder, newCluster())
    const others = cluster.openings.filter(lasts)
    const running = await untilServing(join(folder, 'pg'))
    const serving = running ?? (await start(folder, cluster, options))
    const { pid, port } = serving
    const opening = newOpening()
    const opened = writeClusterFile(folder, { ...cluster, pid, port, openings: [...others, opening] })
    return describe(folder, opened, opening, running === null || others.length === 0)
  })
}

/** Stops whatever serves this folder, whoever uses it. */
export const stopEmbedded = (dataFolder: string): Promise<void> =>
  existsSync(dataFolder) ? withStartLock(dataFolder, () => stopPostmaster(join(dataFolder, 'pg'))) : Promise.resolve()

/** Ends an opening; the cluster goes on for the others. */
const leave = (folder: string, opening: Opening): Promise<void> =>
  withStartLock(folder, async () => {
    const cluster = readClusterFile(folder)
    if (cluster === null) return
    const others = cluster.openings.filter((other) => other.id !== opening.id && lasts(other))
    writeClusterFile(folder, { ...cluster, openings: others })
    if (others.length === 0) await stopPostmaster(join(folder, 'pg'))
  })

const describe = (folder: string, cluster: ClusterFile, opening: Opening, started: boolean): Embedded => {
  const url = (role: string, password: string) => `postgres://${role}:${password}@127.0.0.1:${cluster.port}/${database}`
  let left: Promise<void> | null = null
  return {
    ownerUrl: url(ownerRole, cluster.passwords.owner),
    appUrl: url(appRole, cluster.passwords.app),
    started,
    stop: () => {
      left ??= existsSync(folder) ? leave(folder, opening) : Promise.resolve()
      return left
    },
  }
}

const start = async (
  folder: string,
  cluster: ClusterFile,
  { durable = true, namespaces = true }: EmbeddedOptions,
): Promise<Postmaster> => {
  const binaries = await findBinaries()
  const user = ordinaryUser(namespaces)
  refuseOtherMajor(folder, binaries.postgres)
  if (!existsSync(join(folder, 'pg'))) initialise(folder, binaries.initdb, cluster, user, durable)
  for (let attempt = 1; ; attempt += 1) {
    dropForeignLock(join(folder, 'pg'))
    const port = await freePort()
    const server = launch(folder, binaries.postgres, settings(folder, port, durable), user)
    const serving = await untilServing(join(folder, 'pg'), () => hasEnded(server))
    if (serving !== null) {
      await prepareRoles(port, cluster.passwords)
      return serving
    }
    await stopPostmaster(join(folder, 'pg'))
    if (attempt === startAttempts) throw new Error(`The database in \`${folder}\` did not start. ${lastWords(folder)}`)
    await pause(200 * attempt)
  }
}

const wayOut =
  'Run as an ordinary user, or set CADRE_DATA to a folder that every user of this machine can enter, ' +
  'or DATABASE_URL to a PostgreSQL of your own.'

/** Made beside its place and moved there whole, so that an interrupted beginning is begun again. */
const initialise = (
  folder: string,
  initdb: string,
  cluster: ClusterFile,
  user: OrdinaryUser,
  durable: boolean,
): void => {
  const [draft, secret] = [join(folder, 'pg.new'), join(folder, 'pg.secret')]
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(secret, cluster.passwords.superuser, { mode: 0o600 })
  for (const path of [draft, secret]) user.own(path)
  const flags = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${secret}`, '--encoding=UTF8', '--locale=C']
  const [command, args, how] = user.command(initdb, [`--pgdata=${draft}`, ...flags, ...(durable ? [] : ['--no-sync'])])
  const { status, stderr, error } = spawnSync(command, args, { ...how, encoding: 'utf8' })
  rmSync(secret, { force: true })
  if (status !== 0)
    throw new Error(
      `The bundled PostgreSQL could not create its data in \`${folder}\`. ${wayOut} ${error?.message ?? stderr}`,
    )
  renameSync(draft, join(folder, 'pg'))
}

const settings = (folder: string, port: number, durable: boolean): readonly string[] => {
  const lasting = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
  const values = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
    // People's data never reach the log: no details of a failed row, no statements.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
    max_connections: '100',
    // Evaluations of a million people write 8 GB: with less, pages are written and logged whole again and again.
    shared_buffers: '512MB',
    max_wal_size: '4GB',
    ...(durable ? {} : lasting),
  }
  return ['-D', join(folder, 'pg'), ...Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

/** In a process group of its own: Ctrl-C reaches us first, and we stop the database last. */
const launch = (folder: string, postgres: string, args: readonly string[], user: OrdinaryUser): ChildProcess => {
  user.own(join(folder, 'pg'))
  const log = openSync(join(folder, 'pg.log'), 'a', 0o600)
  const [command, parameters, how] = user.command(postgres, args)
  const server = spawn(command, parameters, { ...how, detached: true, stdio: ['ignore', log, log] })
  server.on('error', () => {})
  server.unref()
  closeSync(log)
  return server
}

const hasEnded = ({ pid, exitCode, signalCode }: ChildProcess): boolean =>
  pid === undefined || exitCode !== null || signalCode !== null

const lastWords = (folder: string): string =>
  readFileSync(join(folder, 'pg.log'), 'utf8').split('\n').slice(-6).join('\n')

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('No port.')),
      )
    })
  })
