import { existsSync, readFileSync } from 'node:fs'
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
  const stat = `/proc/${pid}/stat`
  return !existsSync(stat) || !/^\d+ \(.*\) [ZX]/s.test(readFileSync(stat, 'utf8'))
}

/** What `postmaster.pid` says, when the process it names is alive; null when nobody serves this folder. */
export const readPostmaster = (dataFolder: string): Postmaster | null => {
  const file = join(dataFolder, 'postmaster.pid')
  if (!existsSync(file)) return null
  const [pid, , , port, , , , status] = readFileSync(file, 'utf8').split('\n')
  if (!isAlive(Number(pid))) return null
  return { pid: Number(pid), port: Number(port), ready: status?.trim() === 'ready' }
}

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
