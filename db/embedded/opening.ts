import { randomUUID } from 'node:crypto'
import { isAlive } from './postmaster.ts'

/** One opening of a cluster by one process, which lasts until it leaves or dies. */
export interface Opening {
  readonly pid: number
  readonly id: string
}

const ours = new Set<string>()

export const newOpening = (): Opening => {
  const opening = { pid: process.pid, id: randomUUID() }
  ours.add(opening.id)
  return opening
}

/** Our own number on an opening that is not ours is that of a process before us: in a container numbers come again. */
export const lasts = ({ pid, id }: Opening): boolean => (pid === process.pid ? ours.has(id) : isAlive(pid))
