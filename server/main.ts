import { pino } from 'pino'
import { UnavailableProblem } from '../acts/problem.ts'
import { readConfig } from './config.ts'
import { type RunningServer, startServer } from './start.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

/** From the first moment on: a signal that comes while the server starts stops it as soon as it has started. */
const stopOnSignal = (starting: Promise<RunningServer>): void => {
  let stopping = false
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return
    stopping = true
    say(`收到 ${signal}：不再受理新请求，处理完毕后停止。`)
    const running = await starting.catch(() => null)
    await running?.stop()
    process.exit()
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal))
}

const main = async (): Promise<void> => {
  const config = readConfig()
  const starting = startServer(config, pino({ level: config.logLevel }))
  stopOnSignal(starting)
  const { url } = await starting
  say(`服务地址：${url}/graphql （就绪检查：${url}/ready）`)
  say('仅绑定 127.0.0.1：授权功能上线之前，只有本机可以访问。Bound to 127.0.0.1 until authorization lands.')
}

/** For a person at a terminal: what the matter is and what to do about it. */
const sentenceOf = (error: unknown): string => {
  const problem = UnavailableProblem.of(error)
  if (problem !== null) return `${problem.says.zh}${problem.remedy.zh}\n${problem.says.en} ${problem.remedy.en}`
  return error instanceof Error ? error.message : String(error)
}

main().catch((error: unknown) => {
  process.stderr.write(`${sentenceOf(error)}\n`)
  process.exitCode = 1
})
