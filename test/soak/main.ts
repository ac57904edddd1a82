/**
 * `npm run soak -- [--rounds 100] [--seed 1]`: offices send changes to the real server; Node, PostgreSQL or both are killed
 * at a random moment and started again; what was not acknowledged is sent again under its key; then the record is compared
 * with what the offices were told. Ends with status 1 at the first difference. Which process dies, when, and what is asked
 * follow from the seed; how far a request had come when it died does not.
 */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { connect } from '../../db/connect.ts'
import { readPostmaster } from '../../db/embedded/postmaster.ts'
import { openEmbedded, stopEmbedded } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'
import { Random } from '../../demo/random.ts'
import { loadWorld } from '../support/world.ts'
import { differences, keysIn, reading, versionsIn } from './compare.ts'
import { Ledger } from './ledger.ts'
import { send, work } from './offices.ts'
import { endProcess, readiness, type ServerProcess, startProcess } from './server-process.ts'

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' } },
})
const rounds = Number(values.rounds)
const random = new Random(values.seed)
const dice = () => random.next()
const folder = mkdtempSync(join(tmpdir(), 'cadre-soak-'))
const say = (line: string) => process.stdout.write(`${line}\n`)
const victims = ['node', 'postgres', 'both'] as const

const fillFolder = async (): Promise<void> => {
  const { ownerUrl, appUrl, stop } = await openEmbedded(folder)
  await migrate(ownerUrl, appUrl)
  const db = connect(appUrl)
  await loadWorld(db).finally(() => db.close())
  await stop()
}

const killPostgres = (): void => {
  const running = readPostmaster(join(folder, 'pg'))
  if (running !== null) process.kill(running.pid, 'SIGKILL')
}

/** Without its database the server stays, and says that it is not ready; then whoever runs it starts it again. */
const kill = async (victim: (typeof victims)[number], server: ServerProcess): Promise<void> => {
  if (victim !== 'node') killPostgres()
  if (victim !== 'postgres') return endProcess(server, 'SIGKILL')
  const status = await readiness(server.url)
  if (status !== 503) throw new Error(`Without a database \`/ready\` says ${status}.`)
  await endProcess(server, 'SIGTERM')
}

const sendAgain = async (url: string, ledger: Ledger): Promise<void> => {
  for (const asked of ledger.open) {
    ledger.retried += 1
    for (let attempt = 1; !(await send(url, asked, ledger)); attempt += 1) {
      if (attempt === 20) throw new Error(`${asked.mark} has no answer after ${attempt} attempts.`)
      await pause(100)
    }
    // Asked once more although it was answered: the answer is the same, and nothing more is done.
    await send(url, asked, ledger)
  }
}

let server: ServerProcess | null = null
/** Changes that were committed although nobody was told: the reason why requests have keys. */
let untold = 0

const round = async (ledger: Ledger, n: number): Promise<string> => {
  server ??= await startProcess({ CADRE_DATA: folder })
  const victim = victims[Math.floor(dice() * victims.length)] ?? 'both'
  const ended = new AbortController()
  const offices = work(server.url, ledger, `${values.seed} round ${n}`, ended.signal)
  await Promise.race([offices, pause(50 + dice() * 1200)])
  await kill(victim, server).finally(() => ended.abort())
  await offices
  server = await startProcess({ CADRE_DATA: folder })
  untold += (await reading(folder, keysIn)) - ledger.acknowledged.length
  await sendAgain(server.url, ledger)
  const wrong = await reading(folder, (tx) => differences(tx, ledger))
  if (wrong.length > 0) throw new Error(wrong.join('\n'))
  return victim
}

const soak = async (): Promise<void> => {
  await fillFolder()
  const ledger = new Ledger(await reading(folder, versionsIn))
  for (let n = 1; n <= rounds; n += 1) {
    const victim = await round(ledger, n)
    say(`${n}/${rounds} ${victim} killed; ${ledger.acknowledged.length} acknowledged, ${ledger.retried} asked again`)
  }
  say(
    `${rounds} rounds, seed ${values.seed}: ${ledger.acknowledged.length} changes acknowledged, 0 lost, 0 half, 0 twice; ` +
      `${ledger.retried} asked again, of which ${untold} had been committed unanswered`,
  )
}

const cleanUp = async (): Promise<void> => {
  if (server !== null) await endProcess(server, 'SIGKILL')
  await stopEmbedded(folder)
  rmSync(folder, { recursive: true, force: true })
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
