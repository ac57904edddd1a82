/** Seconds the work takes. */
export const seconds = async (work: () => Promise<void> | void): Promise<number> => {
  const start = process.hrtime.bigint()
  await work()
  return Number(process.hrtime.bigint() - start) / 1e9
}
