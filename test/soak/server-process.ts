import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'

/** The real server, in a process of its own. */
export interface ServerProcess {
  readonly url: string
  readonly child: ChildProcess
}

const environment = (on: Readonly<Record<string, string>>): NodeJS.ProcessEnv => {
  const { DATABASE_URL: _, DATABASE_OWNER_URL: __, ...rest } = process.env
  return { ...rest, CADRE_DEMO: 'off', CADRE_LOG: 'silent', PORT: '0', ...on }
}

/** Nothing of ours outlives us. */
const children = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL')
})

/** Starts it on what these settings name. Resolves when `/ready` says yes; throws with what the server said when it does not within a minute. */
export const startProcess = async (on: Readonly<Record<string, string>>): Promise<ServerProcess> => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: environment(on),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.add(child.once('exit', () => children.delete(child)))
  let errors = ''
  child.stderr.on('data', (text) => {
    errors += text
  })
  const url = await Promise.race([
    addressIn(child),
    once(child, 'exit').then(() => null),
    pause(60_000, null, { ref: false }),
  ])
  if (url === null) {
    child.kill('SIGKILL')
    throw new Error(`The server did not start: ${errors}`)
  }
  if ((await readiness(url)) !== 200) throw new Error('The server listens but is not ready.')
  return { url, child }
}

const addressIn = async (child: ChildProcess): Promise<string | null> => {
  if (child.stdout === null) return null
  for await (const line of createInterface(child.stdout)) {
    const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? []
    if (url !== undefined) {
      child.stdout.resume()
      return url
    }
  }
  return null
}

/** The status of `/ready`; 0 when nobody answers. */
export const readiness = (url: string): Promise<number> =>
  fetch(`${url}/ready`, { signal: AbortSignal.timeout(15_000) }).then(
    ({ status }) => status,
    () => 0,
  )

/** Ends it and waits until it has ended; one that does not go within half a minute is a failure. */
export const endProcess = async ({ child }: ServerProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  if ((await Promise.race([gone, pause(30_000, null, { ref: false })])) !== null) return
  child.kill('SIGKILL')
  throw new Error(`The server did not stop on ${signal}.`)
}
