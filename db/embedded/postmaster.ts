import { existsSync, readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { kill } from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'

/** The server process that a data folder names as its own. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
  /** Accepts connections. */
  readonly ready: boolean
}

/** True for a running process; a killed one that nobody reaped (a container without init) does not run. */
export const isAlive = (pid: number): boolean => {
  try {
    kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  return !/^\d+ \(.*\) [ZX]/s.test(procFile(pid, 'stat') ?? '')
}

/** Where there is no /proc, nothing is known of it. */
const procFile = (pid: number, name: string): string | null => {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return null
  }
}

/** After the machine was started again, another program may have the number. */
const isPostgres = (pid: number): boolean => {
  const command = procFile(pid, 'cmdline')
  return command === null || command === '' || /postgres|unshare/.test(command)
}

/** What `postmaster.pid` says, when the process it names is a living server; null when nobody serves this folder. */
export const readPostmaster = (dataFolder: string): Postmaster | null => {
  const file = join(dataFolder, 'postmaster.pid')
  if (!existsSync(file)) return null
  const [pid, , , port, , , , status] = readFileSync(file, 'utf8').split('\n')
  if (!isAlive(Number(pid)) || !isPostgres(Number(pid))) return null
  return { pid: Number(pid), port: Number(port), ready: status?.trim() === 'ready' }
}

/**
 * Takes away a `postmaster.pid` whose number belongs to a zombie or to another program: PostgreSQL would take either for
 * itself and refuse. Any other stale file PostgreSQL judges better than we could.
 */
export const dropForeignLock = (dataFolder: string): void => {
  const file = join(dataFolder, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  if (procFile(pid, 'stat') !== null && readPostmaster(dataFolder) === null) rmSync(file, { force: true })
}

/** Waits until a starting or running server accepts connections; null when it ends before it does. */
export const untilServing = async (
  dataFolder: string,
  hasEnded: () => boolean = () => readPostmaster(dataFolder) === null,
): Promise<Postmaster | null> => {
  const deadline = Date.now() + startWithinMs
  for (;;) {
    const running = readPostmaster(dataFolder)
    if (running?.ready && (await accepts(running.port))) return running
    if (hasEnded() || Date.now() > deadline) return null
    await pause(20)
  }
}

const accepts = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const answer = (yes: boolean) => () => {
      socket.destroy()
      resolve(yes)
    }
    socket.once('connect', answer(true)).once('error', answer(false))
  })

/** Long enough to recover a large database after a crash. */
const startWithinMs = 300_000
const stopWithinMs = 15_000

/** Ends a server: sessions are cut, what was acknowledged is kept. */
export const stopPostmaster = async (dataFolder: string): Promise<void> => {
  const running = readPostmaster(dataFolder)
  if (running === null) return
  kill(running.pid, 'SIGINT')
  const deadline = Date.now() + stopWithinMs
  while (isAlive(running.pid)) {
    if (Date.now() > deadline) return void kill(running.pid, 'SIGQUIT')
    await pause(20)
  }
}
