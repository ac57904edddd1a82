import { isDeepStrictEqual } from 'node:util'
import { withBenchDatabase } from './database.ts'
import { type Figure, notMeasured, rateFigure } from './figure.ts'
import { type Question, requestsPerSecond } from './load.ts'
import { startProcesses } from './processes.ts'
import { ask } from './serving.ts'
import { query } from './staff.ts'
import { fillStaffedCounties } from './staffed-counties.ts'

const on = '2026-11-22'
const processes = 2
const rounds = 3
const secondsEach = 4

/** How many ask at once, and how many times the requests of SQL by hand and of PostGraphile 5 we mean to answer at least. */
const loads = [
  { connections: 1, least: 0.9, leastOfPostGraphile: 1.7 },
  { connections: 32, least: 0.65, leastOfPostGraphile: 2.5 },
] as const

interface Side {
  readonly url: string
  readonly questions: readonly Question[]
}

const file = new URL('./nested-server.ts', import.meta.url)

/** A county with its units, their posts, who holds them and where these were before, asked of both servers in turn. */
export const nested = (people: number): Promise<readonly Figure[]> =>
  withBenchDatabase(async ({ ownerUrl, appUrl }) => {
    const counties = await fillStaffedCounties(ownerUrl, people)
    const ours = await startProcesses(file, ['ours', appUrl], processes)
    const hand = await startProcesses(file, ['hand', appUrl], processes)
    try {
      const bodyOf = (code: string) => JSON.stringify({ query, variables: { code, on } })
      const asked: Side = {
        url: ours.url,
        questions: counties.map((code) => ({ method: 'POST', path: '/graphql', body: bodyOf(code) })),
      }
      const pathOf = (code: string) => `/?code=${code}&on=${on}`
      const bare: Side = { url: hand.url, questions: counties.map((code) => ({ method: 'GET', path: pathOf(code) })) }
      for (const code of counties.slice(0, 5))
        sameAnswer(await ask(`${ours.url}/graphql`, bodyOf(code)), await ask(`${hand.url}${pathOf(code)}`, ''))
      for (const { url, questions } of [asked, bare]) await requestsPerSecond(url, questions, 8, secondsEach)
      const figures: Figure[] = []
      for (const load of loads) figures.push(await compared(asked, bare, load))
      return [...figures, ...loads.map(besidePostGraphile)]
    } finally {
      await Promise.all([ours.stop(), hand.stop()])
    }
  })

const compared = async (ours: Side, hand: Side, { connections, least }: (typeof loads)[number]): Promise<Figure> => {
  const [rates, bareRates]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    rates.push(await requestsPerSecond(ours.url, ours.questions, connections, secondsEach))
    bareRates.push(await requestsPerSecond(hand.url, hand.questions, connections, secondsEach))
  }
  const name = `staff of a county, ${connections} at a time, ${processes} processes each side`
  return rateFigure(name, 'requests/s', mean(rates), ['SQL by hand on node:http', mean(bareRates)], least)
}

const besidePostGraphile = ({ connections, leastOfPostGraphile }: (typeof loads)[number]): Figure => {
  const why = `PostGraphile 5, which needs Node 22, is not installed (this is Node ${process.versions.node})`
  return notMeasured(`staff of a county, ${connections} at a time`, 'requests/s', why, leastOfPostGraphile)
}

const mean = (rates: readonly number[]): number => rates.reduce((sum, rate) => sum + rate, 0) / rates.length

const sameAnswer = (ours: string, hand: string): void => {
  if (!isDeepStrictEqual(JSON.parse(ours), JSON.parse(hand)))
    throw new Error(`The answers differ: ${ours.slice(0, 300)} and ${hand.slice(0, 300)}`)
}
