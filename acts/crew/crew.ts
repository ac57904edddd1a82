import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Stretch } from '../../db/facts/bulk.ts'

/** What each worker is told at its start. */
export interface CrewTask<Work> {
  readonly url: string
  readonly work: Work
}

interface Member<Result> {
  /** Works on a stretch; returns what came of it. Fails when the worker fails or dies. */
  readonly judge: (stretch: Stretch) => Promise<Result>
  /** Ends the worker when it has nothing more to do. */
  readonly dismiss: () => Promise<unknown>
  /** Ends it at once; what it had not committed is gone. */
  readonly kill: () => Promise<unknown>
}

const engage = <Work, Result>(program: URL, task: CrewTask<Work>): Member<Result> => {
  const worker = new Worker(program, { workerData: task, execArgv: [] })
  const died = new Promise<never>((_, reject) => {
    worker.once('error', reject)
    worker.once('exit', (code) =>
      reject(new Error(`A worker that judges people ended before its work (exit ${code}).`)),
    )
  })
  died.catch(() => {})
  return {
    judge: async (stretch) => {
      worker.postMessage(stretch)
      const [result]: [Result] = await Promise.race([once(worker, 'message') as Promise<[Result]>, died])
      return result
    },
    dismiss: () => {
      worker.postMessage(null)
      return once(worker, 'exit')
    },
    kill: () => worker.terminate(),
  }
}

/**
 * Judges stretches of people with several workers, each a thread that runs the program with a session of its own, and gives
 * what came of each. When one fails, all are ended and nothing more is judged.
 */
export async function* judgeTogether<Work, Result>(
  program: URL,
  task: CrewTask<Work>,
  stretches: readonly Stretch[],
  workers: number,
): AsyncGenerator<Result> {
  const members = Array.from({ length: Math.min(workers, stretches.length) }, () => engage<Work, Result>(program, task))
  const left = stretches.values()
  const underWay = new Map<Member<Result>, Promise<readonly [Member<Result>, Result]>>()
  const giveNext = (member: Member<Result>) => {
    const { value, done } = left.next()
    underWay.delete(member)
    if (done !== true)
      underWay.set(
        member,
        member.judge(value).then((result) => [member, result] as const),
      )
  }
  try {
    members.forEach(giveNext)
    while (underWay.size > 0) {
      const [member, result] = await Promise.race(underWay.values())
      giveNext(member)
      yield result
    }
    await Promise.all(members.map(({ dismiss }) => dismiss()))
  } finally {
    for (const outcome of underWay.values()) outcome.catch(() => {})
    await Promise.all(members.map(({ kill }) => kill()))
  }
}
