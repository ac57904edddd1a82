import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { DiskFull, unlessDiskFull } from './ballast.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import type { ClusterFile } from './cluster-file.ts'
import { refuseOtherMajor } from './data-version.ts'
import { type OrdinaryUser, ordinaryUser } from './ordinary-user.ts'
import { dropForeignLock, type Postmaster, stopPostmaster, untilServing } from './postmaster.ts'
import { prepareRoles } from './roles.ts'

export interface StartOptions {
  /** False: may lose what was committed when the machine fails. For tests. Default true. */
  readonly durable?: boolean
  /** False: as root, do not try user namespaces. Default true. */
  readonly namespaces?: boolean
  /** Programs of another PostgreSQL than the bundled one. */
  readonly binaries?: Binaries
}

/** Someone else may take the free port before the server does; children of one that was killed may need a moment to go. */
const startAttempts = 5
const attemptsWhenFull = 2

/** Starts the cluster in `<folder>/pg`, creating it when there is none. Call it under the start lock. */
export const startCluster = async (
  folder: string,
  cluster: ClusterFile,
  { durable = true, namespaces = true, binaries }: StartOptions,
): Promise<Postmaster> => {
  const programs = binaries ?? (await findBinaries())
  const user = ordinaryUser(namespaces)
  refuseOtherMajor(folder, programs.postgres)
  if (!existsSync(join(folder, 'pg'))) initialise(folder, programs.initdb, cluster, user, durable)
  for (let attempt = 1; ; attempt += 1) {
    dropForeignLock(join(folder, 'pg'))
    const port =
      attempt === 1 && cluster.port !== null && (await isFree(cluster.port)) ? cluster.port : await freePort()
    const server = launch(folder, programs.postgres, settings(folder, port, durable), user)
    const serving = await untilServing(join(folder, 'pg'), () => hasEnded(server))
    if (serving !== null) {
      await prepareRoles(port, cluster.passwords)
      return serving
    }
    await stopPostmaster(join(folder, 'pg'))
    const trouble = unlessDiskFull(
      folder,
      new Error(`The database in \`${folder}\` did not start. ${lastWords(folder)}`),
    )
    if (attempt === (trouble instanceof DiskFull ? attemptsWhenFull : startAttempts)) throw trouble
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
  if (status !== 0) {
    const why = `${wayOut} ${error?.message ?? stderr}`
    throw unlessDiskFull(folder, new Error(`PostgreSQL could not create its data in \`${folder}\`. ${why}`))
  }
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

/** The port somebody may listen on: the one asked for, or with 0 any; null when it is taken. */
const listenable = (port: number): Promise<number | null> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(null))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : null))
    })
  })

const isFree = async (port: number): Promise<boolean> => (await listenable(port)) === port

const freePort = async (): Promise<number> => {
  const port = await listenable(0)
  if (port === null) throw new Error('This machine has no free port.')
  return port
}
