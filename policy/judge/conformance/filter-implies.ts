import { divisionOrder, levelOrder } from '../../facts/vocabulary.ts'
import type { Where } from '../../law/condition.ts'
import type { Resolved } from '../resolve.ts'
import { levelsOf, ordinaryService } from '../where.ts'
import type { Reading } from './literal.ts'

type Filter = Resolved<Where>

/** Whether every piece of service that passes one filter passes the other: asked member by member, so blanks pass alike. */
export const filterImplies = (one: Filter, of: Reading, other: Filter, by: Reading): boolean =>
  within(one.capacity ?? ordinaryService, other.capacity ?? ordinaryService) &&
  within(levelsAsked(one), levelsAsked(other)) &&
  (other.leading === undefined || one.leading === other.leading) &&
  lists.every((member) => other[member] === undefined || within(one[member], other[member])) &&
  (other.place === undefined || placeImplies(one.place, of, other.place, by)) &&
  (other.same === undefined || (one.same?.dim === other.same.dim && one.same.as === other.same.as))

const lists = ['seat', 'duties', 'business', 'category', 'unitKind', 'functions', 'teamKind'] as const

const levelsAsked = ({ level }: Filter) => (level === undefined ? levelOrder : levelsOf(level))

const within = (some: readonly string[] | undefined, all: readonly string[] | undefined): boolean =>
  some !== undefined && all !== undefined && some.every((word) => all.includes(word))

const placeImplies = (one: Filter['place'], of: Reading, other: NonNullable<Filter['place']>, by: Reading): boolean => {
  if (one === undefined) return false
  const isBelow = of.divisions.chain(of.own).includes(by.own)
  if (other === 'own') return one === 'own' && of.own === by.own
  if (other === 'ownOrBelow') return (one === 'own' || one === 'ownOrBelow') && isBelow
  if (one === 'ownOrBelow') return false
  const level = of.divisions.level(of.own)
  const levels = one === 'own' ? (level === null ? [] : [level]) : one
  return levels.length > 0 && within(levels, other) && within(levels, divisionOrder)
}
