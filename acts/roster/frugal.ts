import { setFlagsFromString } from 'node:v8'

/** What those under way ask for: one process may take several rosters at once. */
const asked: number[] = []

/** By how much of what is in use the heap may grow before it is swept again, in per cent; 0 is as the engine sees fit. */
const settle = () => setFlagsFromString(`--heap-growing-percent=${asked.length === 0 ? 0 : Math.min(...asked)}`)

/**
 * Lets the heap grow by no more than so much of what is in use before it is swept, where the engine would let three times
 * as much garbage lie about. It costs some processor time and changes nothing else.
 */
export const frugally = async <T>(percent: number, work: () => Promise<T>): Promise<T> => {
  asked.push(percent)
  settle()
  try {
    return await work()
  } finally {
    asked.splice(asked.indexOf(percent), 1)
    settle()
  }
}
