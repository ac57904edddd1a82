import { setFlagsFromString } from 'node:v8'

let growing = 0

/** By how much of what is in use the heap may grow before it is swept again, in per cent; 0 is as the engine sees fit. */
const grow = (percent: number) => {
  growing = percent
  setFlagsFromString(`--heap-growing-percent=${percent}`)
}

/**
 * Lets the heap grow by no more than so much of what is in use before it is swept, where the engine would let three times
 * as much garbage lie about. It costs some processor time and changes nothing else.
 */
export const frugally = async <T>(percent: number, work: () => Promise<T>): Promise<T> => {
  const before = growing
  grow(percent)
  try {
    return await work()
  } finally {
    grow(before)
  }
}
