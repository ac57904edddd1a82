import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, openSync, renameSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Whether the disk of a database has room to write to. */
export type Storage = 'enough' | 'full'

const mebibyte = 2 ** 20
const ballastBlocks = 64
/** Two segments of the write-ahead log: a database that cannot write its log ends. */
const lowWater = 32 * mebibyte
/** Free space from which a full disk is taken for one with room again. */
const enough = ballastBlocks * mebibyte + lowWater

const ballastOf = (folder: string) => join(folder, 'ballast')

const freeIn = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/**
 * Whether there is room to write: exactly while the ballast stands. It goes overboard at low water, so that the database
 * itself has what it needs to go on, to be read, and to be started; it comes back aboard once there is room for it again.
 */
export const storageOf = (folder: string): Storage => {
  const free = freeIn(folder)
  if (existsSync(ballastOf(folder))) {
    if (free >= lowWater) return 'enough'
    rmSync(ballastOf(folder), { force: true })
    return 'full'
  }
  return free >= enough && takeAboard(folder) ? 'enough' : 'full'
}

/** Of noise, which no file system makes smaller; made beside its place, so that a half of it is never taken for it. */
const takeAboard = (folder: string): boolean => {
  const draft = `${ballastOf(folder)}.${process.pid}`
  try {
    const file = openSync(draft, 'w', 0o600)
    try {
      const block = randomBytes(mebibyte)
      for (let n = 0; n < ballastBlocks; n += 1) writeSync(file, block)
    } finally {
      closeSync(file)
    }
    renameSync(draft, ballastOf(folder))
    return true
  } catch {
    rmSync(draft, { force: true })
    return false
  }
}

/** The disk is so full that not even the ballast thrown overboard was enough for the database to start. */
export class DiskFull extends Error {
  override readonly name = 'DiskFull'

  constructor(folder: string) {
    super(
      `数据目录 ${folder} 所在磁盘已满，数据库无法启动；已保存的数据未动。请在该磁盘上腾出至少 ${enough / mebibyte} MiB 后重新启动，或用 CADRE_DATA 指定另一磁盘上的目录。\n` +
        `The disk of the data folder ${folder} is full, and the database cannot start; what was saved is untouched. ` +
        `Free at least ${enough / mebibyte} MiB on it and start again, or name a folder on another disk with CADRE_DATA.`,
    )
  }
}

export const isNoSpace = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOSPC'

/** The trouble itself, unless the disk is why. */
export const unlessDiskFull = (folder: string, trouble: Error): Error =>
  freeIn(folder) < lowWater ? new DiskFull(folder) : trouble
