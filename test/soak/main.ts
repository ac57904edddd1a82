/**
 * `npm run soak -- [--rounds 100] [--seed 1]`: offices send changes to the real server; Node, PostgreSQL, one process of
 * PostgreSQL, or Node and PostgreSQL are killed at a random moment. A killed Node is started again; without its database
 * Node stays, and must be ready again by itself within ten seconds. What was not acknowledged is sent again under its key;
 * then the record is compared with what the offices were told. Ends with status 1 at the first difference. Which process
 * dies, when, and what is asked follow from the seed; how far a request had come when it died does not.
 */

import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Random } from '../../demo/random.ts'
import { killChild, killCluster, killPostmaster, postmasterOf } from '../support/kill-postgres.ts'
import { endProcess, type ServerProcess, startProcess, untilReady } from '../support/server-process.ts'
import { worldFolder } from '../support/world-folder.ts'
import { differences, keysIn, reading, versionsIn } from './compare.ts'
import { Ledger } from './ledger.ts'
import { send, work } from './offices.ts'

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' } },
})
const rounds = Number(values.rounds)
const random = new Random(values.seed)
const dice = () => random.next()
const say = (line: string) => process.stdout.write(`${line}\n`)
const victims = ['node', 'postgres', 'postmaster', 'one process of postgres', 'node and postgres'] as const
type Victim = (typeof victims)[number]
const backWithinMs = 10_000

/** Kills it; the server that is left, if any. */
const kill = async (victim: Victim, server: ServerProcess, folder: string): Promise<ServerProcess | null> => {
  if (victim === 'postgres' || victim === 'node and postgres') killCluster(folder)
  if (victim === 'postmaster') killPostmaster(folder)
  if (victim === 'one process of postgres') killChild(folder, dice)
  if (!victim.startsWith('node')) return server
  await endProcess(server, 'SIGKILL')
  return null
}

/** Whoever loses the database notices a moment later: until then an old answer of readiness means nothing. */
const comesBack = async ({ url, ended }: ServerProcess, former: number | null, folder: string): Promise<number> => {
  const begun = performance.now()
  while (former !== null && postmasterOf(folder) === former && performance.now() - begun < backWithinMs) await pause(5)
  await untilReady(url, backWithinMs).catch((error: Error) => {
    throw new Error(`${error.message} The server ${ended() === null ? 'runs' : `has ended: ${ended()}`}`)
  })
  return performance.now() - begun
}

const sendAgain = async (url: string, ledger: Ledger): Promise<void> => {
  for (const asked of ledger.open) {
    ledger.retried += 1
    for (let attempt = 1; !(await send(url, asked, ledger)); attempt += 1) {
      if (attempt === 100) throw new Error(`${asked.mark} has no answer after ${attempt} attempts.`)
      await pause(100)
    }
    // Asked once more although it was answered: the answer is the same, and nothing more is done.
    await send(url, asked, ledger)
  }
}

const { folder, remove } = await worldFolder()
let server: ServerProcess | null = null
/** Changes that were committed although nobody was told: the reason why requests have keys. */
let untold = 0
/** The longest a server was without the database it had lost. */
let longestMs = 0

const round = async (ledger: Ledger, n: number): Promise<string> => {
  server ??= await startProcess(folder)
  const victim = victims[Math.floor(dice() * victims.length)] ?? 'node'
  const ended = new AbortController()
  const offices = work(server.url, ledger, `${values.seed} round ${n}`, ended.signal)
  await Promise.race([offices, pause(50 + dice() * 1200)])
  const former = victim === 'one process of postgres' ? null : postmasterOf(folder)
  const left = await kill(victim, server, folder).finally(() => ended.abort())
  if (left !== null) longestMs = Math.max(longestMs, await comesBack(left, former, folder))
  await offices
  server = left ?? (await startProcess(folder))
  untold += (await reading(folder, keysIn)) - ledger.acknowledged.length
  await sendAgain(server.url, ledger)
  const wrong = await reading(folder, (tx) => differences(tx, ledger))
  if (wrong.length > 0) throw new Error(wrong.join('\n'))
  return victim
}

const soak = async (): Promise<void> => {
  const ledger = new Ledger(await reading(folder, versionsIn))
  for (let n = 1; n <= rounds; n += 1) {
    const victim = await round(ledger, n)
    say(`${n}/${rounds} ${victim} killed; ${ledger.acknowledged.length} acknowledged, ${ledger.retried} asked again`)
  }
  say(
    `${rounds} rounds, seed ${values.seed}: ${ledger.acknowledged.length} changes acknowledged, 0 lost, 0 half, 0 twice; ` +
      `${ledger.retried} asked again, of which ${untold} had been committed unanswered; ` +
      `a server that lost its database was ready again within ${(longestMs / 1000).toFixed(1)} s`,
  )
}

const cleanUp = async (): Promise<void> => {
  if (server !== null) await endProcess(server, 'SIGKILL')
  await remove()
}

// Whoever reads along may stop reading; the soak goes on to its end and cleans up.
process.stdout.on('error', () => {})
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void cleanUp().then(() => process.exit(130)))
await soak()
  .catch((error: unknown) => {
    process.stderr.write(`seed ${values.seed}: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  })
  .finally(cleanUp)
