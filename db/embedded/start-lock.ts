import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { isAlive } from './postmaster.ts'

const waitMs = 60_000

/** Locks this process holds: our own number in another one is that of a process before us. */
const held = new Set<string>()

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
  held.add(lock)
  try {
    return await work()
  } finally {
    held.delete(lock)
    rmSync(lock, { force: true })
  }
}

const take = (lock: string): boolean => {
  try {
    sign(openSync(lock, 'wx', 0o600), lock)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** A lock nobody signed would be nobody's to take away. */
const sign = (file: number, lock: string): void => {
  try {
    writeSync(file, String(process.pid))
  } catch (error) {
    rmSync(lock, { force: true })
    throw error
  } finally {
    closeSync(file)
  }
}

/** Whoever takes a lock signs it at once, unless it is killed between. */
const signWithinMs = 2_000

const holderIsDead = (lock: string): boolean => {
  try {
    const pid = Number(readFileSync(lock, 'utf8'))
    if (pid === 0) return Date.now() - statSync(lock).mtimeMs > signWithinMs
    return pid === process.pid ? !held.has(lock) : !isAlive(pid)
  } catch {
    return false
  }
}
