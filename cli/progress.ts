import { widthOf } from './columns.ts'

/** A terminal, or what stands for one. */
export interface Channel {
  readonly isTTY?: boolean
  readonly columns?: number
  readonly write: (text: string) => unknown
}

const length = 24
const clear = '\r\u001B[2K'

/** `[██████░░░░░░]`: how much of the whole is done. */
export const bar = (part: number): string => {
  const full = Math.round(Math.min(1, Math.max(0, part)) * length)
  return `[${'█'.repeat(full)}${'░'.repeat(length - full)}]`
}

/**
 * One line at the foot of a terminal that is written over while something takes its time, and is gone afterwards. Into a
 * file or another program nothing is written.
 */
export class ProgressLine {
  readonly #channel: Channel
  #shown = false

  constructor(channel: Channel = process.stderr) {
    this.#channel = channel
  }

  show(part: number, says: string): void {
    const text = `${bar(part)} ${says}`
    if (this.#channel.isTTY !== true || widthOf(text) >= (this.#channel.columns ?? 80)) return
    this.#channel.write(clear + text)
    this.#shown = true
  }

  end(): void {
    if (this.#shown) this.#channel.write(clear)
    this.#shown = false
  }
}

/** Works with such a line, which is gone before anything else is said. */
export const withProgress = async <T>(work: (line: ProgressLine) => Promise<T>): Promise<T> => {
  const line = new ProgressLine()
  try {
    return await work(line)
  } finally {
    line.end()
  }
}
