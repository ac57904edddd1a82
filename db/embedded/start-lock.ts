import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { isAlive } from './postmaster.ts'

const waitMs = 60_000

/** Runs `work` while no other process starts or stops the cluster of this folder. A lock whose process died is taken over. */
export const withStartLock = async <T>(folder: string, work: () => Promise<T>): Promise<T> => {
  const lock = join(folder, 'starting.lock')
  const deadline = Date.now() + waitMs
  while (!take(lock)) {
    if (holderIsDead(lock)) rmSync(lock, { force: true })
    else if (Date.now() > deadline)
      throw new Error(`Another process has been starting the database in \`${folder}\` for a minute.`)
    else await pause(50)
  }
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

const take = (lock: string): boolean => {
  try {
    const file = openSync(lock, 'wx', 0o600)
    writeSync(file, String(process.pid))
    closeSync(file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

const holderIsDead = (lock: string): boolean => {
  try {
    const pid = Number(readFileSync(lock, 'utf8'))
    return pid > 0 && pid !== process.pid && !isAlive(pid)
  } catch {
    return false
  }
}
