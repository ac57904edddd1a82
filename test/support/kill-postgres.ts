import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readPostmaster } from '../../db/embedded/postmaster.ts'

export const postmasterOf = (folder: string): number | null => readPostmaster(join(folder, 'pg'))?.pid ?? null

/** Processes a server has begun: its sessions, its writers, its checkpointer. */
const childrenOf = (pid: number): readonly number[] => {
  try {
    return numbers(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8'))
  } catch {
    return numbers(spawnSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' }).stdout)
  }
}

const numbers = (text: string): readonly number[] => text.split(/\s+/).filter(Boolean).map(Number)

const sigkill = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended by itself meanwhile.
  }
}

/** The postmaster alone; its children see that it is gone, and go. */
export const killPostmaster = (folder: string): void => {
  const pid = postmasterOf(folder)
  if (pid !== null) sigkill(pid)
}

/** The postmaster and all its children at once. */
export const killCluster = (folder: string): void => {
  const pid = postmasterOf(folder)
  if (pid !== null) for (const each of [pid, ...childrenOf(pid)]) sigkill(each)
}

/** One child: the postmaster ends all sessions, for what they share may be broken, and recovers. */
export const killChild = (folder: string, dice: () => number): void => {
  const children = childrenOf(postmasterOf(folder) ?? 0)
  const child = children[Math.floor(dice() * children.length)]
  if (child !== undefined) sigkill(child)
}
