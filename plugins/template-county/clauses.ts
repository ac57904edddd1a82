import type { Clause } from '../../policy/index.ts'

/** All that the report tells of the measures is computed. */
export const clauses: readonly Clause[] = []
