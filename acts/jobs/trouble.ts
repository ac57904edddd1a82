/** Told of what a worker could not do: a bug or a lost database, never a matter of the law. */
export type WorkerTrouble = (error: unknown) => void
