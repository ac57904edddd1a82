import { brokenOff } from './upload-problem.ts'

/** The body, and a word for it when whoever sends it goes away. */
export async function* unbroken(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const pieces = body[Symbol.asyncIterator]()
  try {
    for (;;) {
      const { done, value } = await pieces.next().catch(() => {
        throw brokenOff()
      })
      if (done) return
      yield value
    }
  } finally {
    await pieces.return?.().catch(() => {})
  }
}
