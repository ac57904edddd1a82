/** Columns of the bar. */
const length = 24
const clear = '\r\u001B[2K'

const bar = (part: number): string => '█'.repeat(Math.round(part * length)).padEnd(length, '░')

/**
 * Measures while a terminal shows which one it is and how many are done; what each took stays on the screen. Nothing is
 * written into a file or another program.
 */
export const underWay = async <T>(
  name: string,
  size: number,
  [done, all]: readonly [done: number, all: number],
  run: (size: number) => Promise<T>,
): Promise<T> => {
  const { stderr } = process
  if (!stderr.isTTY) return run(size)
  const what = `${name}, ${size.toLocaleString('en')}`
  stderr.write(`${clear}[${bar(done / all)}] ${done + 1}/${all} ${what} …`)
  const start = performance.now()
  try {
    return await run(size)
  } finally {
    stderr.write(
      `${clear}[${bar((done + 1) / all)}] ${done + 1}/${all} ${what}: ${Math.round(performance.now() - start) / 1000} s\n`,
    )
  }
}
