import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'

/** The real server, in a process of its own. */
export interface ServerProcess {
  readonly url: string
  readonly child: ChildProcess
  /** Lines it has printed. */
  readonly said: readonly string[]
  /** Why it has ended although nobody told it to; `null`: it runs. */
  readonly ended: () => string | null
}

export interface ProcessOptions {
  /** A command that runs the one that follows it. */
  readonly within?: readonly string[]
  /** Leads a process group of its own, as a program does that was started from a terminal. */
  readonly group?: boolean
  readonly environment?: NodeJS.ProcessEnv
  /** Told of the process before it says anything. */
  readonly begun?: (child: ChildProcess) => void
}

const environment = (folder: string | null): NodeJS.ProcessEnv => {
  const { DATABASE_URL: _, DATABASE_OWNER_URL: __, ...rest } = process.env
  return {
    ...rest,
    ...(folder === null ? {} : { CADRE_DATA: folder }),
    CADRE_DEMO: 'off',
    CADRE_LOG: 'silent',
    PORT: '0',
  }
}

/** Nothing of ours outlives us. */
const children = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL')
})

/** Starts it on a data folder, or on what the environment given names. Resolves when it listens; throws with what the server said when it does not within a minute. */
export const startProcess = async (folder: string | null, options: ProcessOptions = {}): Promise<ServerProcess> => {
  const { within = [], group = false, environment: more = {}, begun } = options
  const [command = '', ...args] = [...within, process.execPath, '--import', 'tsx', 'server/main.ts']
  const child = spawn(command, args, {
    env: { ...environment(folder), ...more },
    detached: group,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  begun?.(child)
  children.add(child.once('exit', () => children.delete(child)))
  let errors = ''
  child.stderr.on('data', (text) => {
    errors += text
  })
  const said: string[] = []
  const url = await Promise.race([
    addressIn(child, said),
    once(child, 'exit').then(() => null),
    pause(60_000, null, { ref: false }),
  ])
  const ended = () =>
    child.exitCode === null && child.signalCode === null ? null : `${child.exitCode ?? child.signalCode} ${errors}`
  if (url !== null) return { url, child, said, ended }
  child.kill('SIGKILL')
  throw new Error(`The server did not start: ${errors}`)
}

const addressIn = (child: ChildProcess, said: string[]): Promise<string> =>
  new Promise((resolve) => {
    if (child.stdout === null) return
    createInterface(child.stdout).on('line', (line) => {
      said.push(line)
      const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? []
      if (url !== undefined) resolve(url)
    })
  })

/** The status of `/ready`; 0 when nobody answers. */
export const readiness = (url: string): Promise<number> =>
  fetch(`${url}/ready`, { signal: AbortSignal.timeout(15_000) }).then(
    ({ status }) => status,
    () => 0,
  )

/** Waits until `/ready` says yes; the time it took. Throws when it does not within the limit. */
export const untilReady = async (url: string, withinMs: number): Promise<number> => {
  const begun = performance.now()
  for (;;) {
    const status = await readiness(url)
    const ms = performance.now() - begun
    if (status === 200) return ms
    if (ms > withinMs) throw new Error(`After ${Math.round(ms)} ms \`/ready\` says ${status}.`)
    await pause(50)
  }
}

/** Ends it and waits until it has ended; one that does not go within half a minute is a failure. */
export const endProcess = async ({ child }: ServerProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  if ((await Promise.race([gone, pause(30_000, null, { ref: false })])) !== null) return
  child.kill('SIGKILL')
  throw new Error(`The server did not stop on ${signal}.`)
}
