/** Seconds the work takes. */
export const seconds = async (work: () => Promise<void> | void): Promise<number> => {
  const start = process.hrtime.bigint()
  await work()
  return Number(process.hrtime.bigint() - start) / 1e9
}

/** Seconds of processor time the work takes in this process: what else the machine does meanwhile does not count. */
export const processorSeconds = async (work: () => Promise<void> | void): Promise<number> => {
  const start = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}
