import { type Citation, type Clause, clause } from '../policy/index.ts'

type Line = readonly [zh: string, en: string]
type Entry = readonly [catalogueId: string, cite: Citation, title: Line, text: Line]

/** Clauses of one status, one per line: catalogue id, citation, title, and what the clause says in our own words. */
export const listClauses = (status: Clause['status'], entries: readonly Entry[]): readonly Clause[] =>
  entries.map(([catalogueId, cite, title, text]) =>
    clause({
      catalogueId,
      title: { zh: title[0], en: title[1] },
      text: { zh: text[0], en: text[1] },
      cite,
      status,
    }),
  )
