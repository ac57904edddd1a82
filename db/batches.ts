/** The items in groups of so many, one group at a time: what makes them is asked for no more than it was to give. */
export function* batchesOf<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = []
  for (const item of items) {
    batch.push(item)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** Each item made into another one when it is asked for, so that not all of them are there at once. */
export function* mapped<T, R>(items: Iterable<T>, make: (item: T) => R): Generator<R> {
  for (const item of items) yield make(item)
}

/** What the work makes of each item, in their order; while one result is awaited the work on the next `ahead` items goes on. */
export async function* workedAhead<T, R>(
  items: Iterable<T>,
  ahead: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const under: Promise<R>[] = []
  for (const item of items) {
    const begun = work(item)
    // Awaited in its turn: a failure is told there.
    begun.catch(() => {})
    under.push(begun)
    const first = under.length > ahead ? under.shift() : undefined
    if (first !== undefined) yield await first
  }
  for (const rest of under) yield await rest
}
