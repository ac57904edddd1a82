import { randomUUID } from 'node:crypto'
import { and, eq, isNull, or, sql } from 'drizzle-orm'
import type { Ref } from '../../db/facts.ts'
import { storedValidity } from '../../db/stated.ts'
import { kinEdge } from '../../db/tables/kin.ts'
import type { Tx } from '../../db/transaction.ts'
import type { StatedText, TieEnd } from '../../policy/index.ts'

interface TieOf {
  readonly from?: StatedText
  readonly to?: StatedText
  readonly endedBy?: TieEnd
  readonly verified?: boolean
  readonly kind?: 'birth' | 'adoptive' | 'step_supported'
}

const inverse: Readonly<Record<string, string>> = { parent: 'child', child: 'parent' }

/** Stores that `relative` is so to `person`, from both sides. */
export const addTie = async (
  tx: Tx,
  person: Ref,
  relation: string,
  relative: Ref,
  { from, to, endedBy, verified = true, kind }: TieOf = {},
): Promise<void> => {
  const row = (one: Ref, other: Ref, word: string, declared: boolean) => ({
    ...{ root: one.root, id: randomUUID(), personId: one.id, relativeRoot: other.root, relativeId: other.id },
    ...{ relation: word, kind: kind ?? null, endedBy: endedBy ?? null, verified, declared },
    ...storedValidity(from ?? null, to ?? null),
  })
  await tx
    .insert(kinEdge)
    .values([row(person, relative, relation, true), row(relative, person, inverse[relation] ?? relation, false)])
}

/** What was believed of the ties between two is believed no more. */
export const dropTies = async (tx: Tx, one: Ref, other: Ref): Promise<void> => {
  const from = (a: Ref, b: Ref) => and(eq(kinEdge.personId, a.id), eq(kinEdge.relativeId, b.id))
  await tx
    .update(kinEdge)
    .set({ recordedTo: sql`greatest(now(), recorded_from)` })
    .where(and(isNull(kinEdge.recordedTo), or(from(one, other), from(other, one))))
}
