import { effectOrder } from '../../law/rule.ts'
import type { Finding, FindingStatus, Span } from '../finding.ts'
import type { Horizon, Standing } from './change.ts'

/** What a standing is read off: a duty of a person or a bar of two, with its days. */
export type Standable = Pick<Finding, 'effect' | 'spans'>

/** Which status decides where several meet the horizon. */
const decisive: readonly FindingStatus[] = ['ACTIVE', 'UNDETERMINED', 'DEFERRED', 'EXEMPT']

/**
 * How these stand together within the horizon: by the first active span that meets it, else the first undetermined one, else
 * deferred, else exempt; `null` where none meets it.
 */
export const standingIn = <S extends Standable>(all: readonly S[], horizon: Horizon): Stands<S> | null => {
  let first: Spanned<S> | null = null
  for (const of of all) {
    for (const span of of.spans) {
      if (span.to <= horizon.from || span.from >= horizon.to) continue
      if (first === null || comesBefore({ of, span }, first)) first = { of, span }
    }
  }
  if (first === null) return null
  const { status, since, from, dueBy } = first.span
  return { of: first.of, standing: { status, effect: first.of.effect, since, from, dueBy } }
}

/** A standing, and what it was read off. */
export interface Stands<S> {
  readonly of: S
  readonly standing: Standing
}

interface Spanned<S> {
  readonly of: S
  readonly span: Span
}

const comesBefore = (a: Spanned<Standable>, b: Spanned<Standable>): boolean => {
  const [mine, other] = [orderOf(a), orderOf(b)]
  for (const [i, n] of mine.entries()) {
    const m = other[i] ?? 0
    if (n !== m) return n < m
  }
  return false
}

/** All that a standing says is in the order, so that it does not hang on the order of the findings. */
const orderOf = ({ of, span }: Spanned<Standable>): readonly number[] => [
  ...[decisive.indexOf(span.status), span.from, effectOrder.indexOf(of.effect)],
  ...[span.since, span.dueBy ?? Infinity],
]
