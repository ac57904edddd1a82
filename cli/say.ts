/** A reader that closes early (`| head`) has seen enough: that is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

/** A line of a command's answer. What goes wrong is said on the other channel. */
export const say = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

export const complain = (text: string): void => {
  process.stderr.write(`${text}\n`)
}

/** Columns of the terminal an answer goes to; `null` when it goes into a file or another program. */
export const roomToSay = (): number | null => (process.stdout.isTTY ? process.stdout.columns : null)
export const roomToComplain = (): number | null => (process.stderr.isTTY ? process.stderr.columns : null)
