import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Stretch } from '../../db/facts/bulk.ts'
import type { Building } from './judge-stretch.ts'

/** What each worker is told at its start. */
export interface CrewTask {
  readonly url: string
  readonly building: Building
}

const program = new URL('./crew-member.mjs', import.meta.url)

interface Member {
  /** Judges a stretch; returns how many people it held. Fails when the worker fails or dies. */
  readonly judge: (stretch: Stretch) => Promise<number>
  /** Ends the worker when it has nothing more to do. */
  readonly dismiss: () => Promise<unknown>
  /** Ends it at once; what it had not committed is gone. */
  readonly kill: () => Promise<unknown>
}

const engage = (task: CrewTask): Member => {
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
      const [people]: [number] = await Promise.race([once(worker, 'message') as Promise<[number]>, died])
      return people
    },
    dismiss: () => {
      worker.postMessage(null)
      return once(worker, 'exit')
    },
    kill: () => worker.terminate(),
  }
}

/**
 * Judges stretches of people with several workers, each a thread with a session of its own, and says after each how many
 * people it held. When one fails, all are ended and nothing more is judged.
 */
export async function* judgeTogether(
  task: CrewTask,
  stretches: readonly Stretch[],
  workers: number,
): AsyncGenerator<number> {
  const members = Array.from({ length: Math.min(workers, stretches.length) }, () => engage(task))
  const left = stretches.values()
  const underWay = new Map<Member, Promise<readonly [Member, number]>>()
  const giveNext = (member: Member) => {
    const { value, done } = left.next()
    underWay.delete(member)
    if (done !== true)
      underWay.set(
        member,
        member.judge(value).then((people) => [member, people] as const),
      )
  }
  try {
    members.forEach(giveNext)
    while (underWay.size > 0) {
      const [member, people] = await Promise.race(underWay.values())
      giveNext(member)
      yield people
    }
    await Promise.all(members.map(({ dismiss }) => dismiss()))
  } finally {
    for (const outcome of underWay.values()) outcome.catch(() => {})
    await Promise.all(members.map(({ kill }) => kill()))
  }
}
