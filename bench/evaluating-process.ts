/** One evaluation in a process of its own: says as JSON how long it took and how much memory the process and its workers held. */
import { readFileSync } from 'node:fs'
import { evaluateAuthority } from '../acts/evaluate/evaluate-authority.ts'
import { connect } from '../db/connect.ts'
import { seconds } from './stopwatch.ts'

export interface Evaluated {
  readonly seconds: number
  readonly peakMiB: number
}

/** Workers are threads, so that this is all of them. What `resourceUsage` says would begin with the parent's memory. */
const peakKiB = (): number => Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1])

const [url = '', authority = ''] = process.argv.slice(2)
const db = connect(url)
const spent = await seconds(() => evaluateAuthority(db, authority))
await db.close()
const evaluated: Evaluated = { seconds: spent, peakMiB: peakKiB() / 1024 }
process.stdout.write(JSON.stringify(evaluated))
