/** A line of a command's answer. What goes wrong is said on the other channel. */
export const say = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

export const complain = (text: string): void => {
  process.stderr.write(`${text}\n`)
}
