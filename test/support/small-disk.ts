import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** A small file system of its own, laid over a folder for those processes only that are started within it. */
export interface SmallDisk {
  /** Put before a command, it runs on this disk. */
  readonly within: readonly string[]
  /** The folder as it is seen from outside. */
  readonly folder: string
  /** Fills the disk until no more than this is free. */
  readonly fill: (leaveMiB: number) => void
  /** Takes away what filled it. */
  readonly clear: () => void
  /** The disk is no more; whoever works on it must have ended. */
  readonly end: () => Promise<void>
}

const namespace = ['--user', '--map-root-user', '--mount']
const mount = (folder: string, mebibytes: number) => [
  'mount',
  '-t',
  'tmpfs',
  '-o',
  `size=${mebibytes}m`,
  'tmpfs',
  folder,
]
const mebibyte = 2 ** 20

/** Some machines forbid whoever is not root, or everyone in a container, to mount anything. */
export const mayMount = (): boolean => {
  const [command = '', ...args] = mount('/mnt', 1)
  return spawnSync('unshare', [...namespace, command, ...args]).status === 0
}

/** A disk of this size over the folder, holding what the folder held. */
export const smallDisk = async (over: string, mebibytes: number): Promise<SmallDisk> => {
  const script = `cp -a "$0" "$0.copy" && ${mount('"$0"', mebibytes).join(' ')} && cp -a "$0.copy/." "$0" && rm -rf "$0.copy" && echo laid && exec sleep 1000`
  const keeper = spawn('unshare', [...namespace, 'sh', '-c', script, over], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await Promise.race([once(keeper.stdout, 'data'), once(keeper, 'exit').then(() => [''])])
  if (String(line).trim() !== 'laid') throw new Error('The small disk could not be laid.')
  const folder = `/proc/${keeper.pid}/root${over}`
  const filler = join(folder, 'filler')
  const free = () => {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  }
  const fill = (leaveMiB: number) => {
    const file = openSync(filler, 'a')
    const block = Buffer.alloc(mebibyte / 16)
    try {
      while (free() > leaveMiB * mebibyte) writeSync(file, block)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
    } finally {
      closeSync(file)
    }
  }
  return {
    within: [
      'nsenter',
      '--user',
      '--mount',
      '--preserve-credentials',
      `--wd=${process.cwd()}`,
      '-t',
      String(keeper.pid),
    ],
    folder,
    fill,
    clear: () => rmSync(filler, { force: true }),
    end: async () => {
      const gone = once(keeper, 'exit')
      keeper.kill('SIGKILL')
      await gone
    },
  }
}
