import { checkCases, checkPlugin } from '../policy/index.ts'
import { type Figure, limitFigure } from './figure.ts'
import { hostileDocuments } from './hostile/corpus.ts'
import { seconds } from './stopwatch.ts'

/** Rounds over all hostile documents; what is made anew each time is no part of the time. */
const rounds = (size: number): number => Math.max(3, Math.round(size / hostileDocuments.length))

/** How long refusing a hostile document takes, giants among them: every document of the corpus the tests try, over and over. */
export const refusing = async (size: number): Promise<readonly Figure[]> => {
  const times: number[] = []
  for (let round = 0; round < rounds(size); round += 1)
    for (const { make } of hostileDocuments) {
      const document = make()
      const took = await seconds(() => {
        const checked = checkPlugin(document)
        if ('plugin' in checked) checkCases(checked.plugin)
      })
      // The first round makes the machine ready, as a server is that has read a policy before.
      if (round > 0) times.push(took * 1000)
    }
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0
  const of = `${hostileDocuments.length} hostile documents`
  return [
    limitFigure(`refusing one of ${of}, p50`, 'ms', at(0.5), null, null),
    limitFigure(`refusing one of ${of}, p99`, 'ms', at(0.99), null, 50),
    limitFigure(`refusing one of ${of}, slowest`, 'ms', at(1), null, null),
  ]
}
