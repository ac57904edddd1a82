import type { Clause } from '../../policy/index.ts'
import { avoidanceClauses } from './clauses/avoidance.ts'
import { barClauses } from './clauses/bars.ts'
import { civilServantLawClauses } from './clauses/civil-servant-law.ts'
import { institutionClauses } from './clauses/institutions.ts'
import { leadingCadreClauses } from './clauses/leading-cadres.ts'
import { selectionClauses } from './clauses/selection.ts'
import { transferClauses } from './clauses/transfer.ts'

/** What the national instruments say beyond the rules computed here: listed with who will judge it, never dropped. */
export const clauses: readonly Clause[] = [
  ...civilServantLawClauses,
  ...transferClauses,
  ...avoidanceClauses,
  ...leadingCadreClauses,
  ...selectionClauses,
  ...institutionClauses,
  ...barClauses,
]
