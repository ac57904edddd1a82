import { effectOrder } from '../../policy/index.ts'
import type { Change, Verdict } from './outcome.ts'

type Weighed = Pick<Change, 'kind' | 'effect' | 'status'>

/** What a plan comes to when this surely begins. Warnings and duties to move never stand in its way. */
const weightOf = ({ kind, effect }: Weighed): Verdict => {
  if (kind === 'rotation' || effect === 'WARN') return 'ALLOWED'
  return effect === 'MUST_NOT' || effect === 'MUST' ? 'FORBIDDEN' : 'RESERVED'
}

/** 不得 before 一般不 before what only open facts would decide. */
export const verdictOf = (begins: readonly Weighed[]): Verdict => {
  const weights = (status: Change['status']) => begins.filter((change) => change.status === status).map(weightOf)
  const sure = weights('ACTIVE')
  if (sure.includes('FORBIDDEN')) return 'FORBIDDEN'
  if (sure.includes('RESERVED')) return 'RESERVED'
  return weights('UNDETERMINED').some((weight) => weight !== 'ALLOWED') ? 'UNDETERMINED' : 'ALLOWED'
}

const places: readonly Verdict[] = ['FORBIDDEN', 'RESERVED', 'ALLOWED']

/** What decides the verdict first; within that the strictest, and what is sure before what is not. */
export const gravestFirst = (a: Weighed & { catalogueId: string }, b: Weighed & { catalogueId: string }): number =>
  places.indexOf(weightOf(a)) - places.indexOf(weightOf(b)) ||
  Number(a.status !== 'ACTIVE') - Number(b.status !== 'ACTIVE') ||
  effectOrder.indexOf(a.effect) - effectOrder.indexOf(b.effect) ||
  (a.catalogueId < b.catalogueId ? -1 : a.catalogueId > b.catalogueId ? 1 : 0)
