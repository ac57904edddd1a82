import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { surroundingsBut } from '../../server/config.ts'
import type { Serve } from './client.ts'

const program = fileURLToPath(new URL('../../server/main.ts', import.meta.url))
const address = /http:\/\/127\.0\.0\.1:\d+(?=\/graphql)/

/** Starts the server on a port of its own, works with it as any frontend would, and stops it. */
export const whileServed = async (work: (serve: Serve) => Promise<void>): Promise<void> => {
  const server = spawn(process.execPath, ['--import', 'tsx', program], {
    env: surroundingsBut({ PORT: '0', CADRE_LOG: 'error' }),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const over = once(server, 'exit')
  try {
    const url = await Promise.race([addressOf(server.stdout), over.then(() => null)])
    if (url === null) throw new Error('The server for the demonstration did not start.')
    await work((path, request) => fetch(url + path, request))
  } finally {
    server.kill('SIGTERM')
    await over
  }
}

const addressOf = async (output: NodeJS.ReadableStream): Promise<string | null> => {
  for await (const line of createInterface({ input: output })) {
    const url = address.exec(line)?.[0]
    if (url !== undefined) return url
  }
  return null
}
