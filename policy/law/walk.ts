import { kinWords } from '../facts/kinship/kinship.ts'
import { organClosures } from '../facts/relations/relation.ts'
import { capacities, categories, duties, levelOrder, seats, teamKinds, unitKinds } from '../facts/vocabulary.ts'
import type { Condition, Where } from './condition.ts'
import type { DocumentPath } from './problem.ts'
import type { CompositionRule } from './rule.ts'

/** What a use of a parameter needs its values to be: a period, a whole number, any texts, a table, or words of a list. */
export type Need =
  | 'period'
  | 'count'
  | 'texts'
  | 'table'
  | 'fraction'
  | { readonly word: readonly string[] }
  | readonly string[]

export interface ParameterUse {
  readonly path: DocumentPath
  readonly name: string
  readonly needs: Need
}

/** The conditions directly under one, with the way to them. */
export const childrenOf = (condition: Condition): readonly (readonly [DocumentPath, Condition])[] => {
  if ('all' in condition) return condition.all.map((child, i) => [['all', String(i)], child])
  if ('any' in condition) return condition.any.map((child, i) => [['any', String(i)], child])
  if ('not' in condition) return [[['not'], condition.not]]
  if ('share' in condition) return [[['share', 'who'], condition.share.who]]
  if ('count' in condition && condition.count.who !== undefined) return [[['count', 'who'], condition.count.who]]
  return []
}

/** Visits a condition and everything under it, without following `ref`. */
export const eachNode = (
  condition: Condition,
  path: DocumentPath,
  visit: (node: Condition, path: DocumentPath) => void,
): void => {
  visit(condition, path)
  for (const [step, child] of childrenOf(condition)) eachNode(child, [...path, ...step], visit)
}

/** The parameters one condition names itself. */
export const parametersOf = (condition: Condition): readonly ParameterUse[] => {
  if ('held' in condition) return ofWhere(condition.held, ['held'])
  if ('lasting' in condition) {
    const { where, atLeast, bridge } = condition.lasting
    return [
      ...ofWhere(where ?? {}, ['lasting', 'where']),
      ...used(atLeast, 'period', ['lasting', 'atLeast']),
      ...used(bridge?.days, 'count', ['lasting', 'bridge', 'days']),
    ]
  }
  if ('accumulated' in condition) {
    const { where, atLeast } = condition.accumulated
    return [...ofWhere(where, ['accumulated', 'where']), ...used(atLeast, 'period', ['accumulated', 'atLeast'])]
  }
  if ('terms' in condition) {
    const { where, atLeast, countsFrom } = condition.terms
    return [
      ...ofWhere(where, ['terms', 'where']),
      ...used(atLeast, 'count', ['terms', 'atLeast']),
      ...used(countsFrom, 'period', ['terms', 'countsFrom']),
    ]
  }
  return [...ofFact(condition), ...ofOthers(condition)]
}

const ofFact = (condition: Condition): readonly ParameterUse[] => {
  const of = (name: string, members: Readonly<Record<string, readonly [unknown, Need]>>) =>
    Object.entries(members).flatMap(([member, [value, needs]]) => used(value, needs, [name, member]))
  if ('happened' in condition) {
    const { within, times } = condition.happened
    return of('happened', { within: [within, 'period'], times: [times, 'count'] })
  }
  if ('age' in condition) {
    const { atLeast, atMost } = condition.age
    return of('age', { atLeast: [atLeast, 'count'], atMost: [atMost, 'count'] })
  }
  if ('toRetirement' in condition) return of('toRetirement', { under: [condition.toRetirement.under, 'period'] })
  if ('state' in condition) {
    const { values, influence } = condition.state
    return of('state', { values: [values, 'texts'], influence: [influence, 'table'] })
  }
  if ('native' in condition) return of('native', { basis: [condition.native.basis, ['native', 'birth', 'growth']] })
  if ('dossier' in condition) {
    const { validFor, workdays } = condition.dossier
    return of('dossier', { validFor: [validFor, 'period'], workdays: [workdays, 'count'] })
  }
  return []
}

const kinNeeds: Need = Object.keys(kinWords)

/** Of two people, of a move, of a team. */
const ofOthers = (condition: Condition): readonly ParameterUse[] => {
  if ('kin' in condition) return used(condition.kin.classes, kinNeeds, ['kin', 'classes'])
  if ('posts' in condition) {
    const { organClosure, duties: sensitive, leaderScope } = condition.posts
    return [
      ...used(organClosure, { word: Object.keys(organClosures) }, ['posts', 'organClosure']),
      ...used(sensitive, whereNeeds.duties ?? [], ['posts', 'duties']),
      ...used(leaderScope, { word: ['person', 'team'] }, ['posts', 'leaderScope']),
    ]
  }
  if ('takes' in condition) return ofWhere(condition.takes, ['takes'])
  if ('leaves' in condition) return ofWhere(condition.leaves, ['leaves'])
  if ('share' in condition) {
    const { atLeast, atMost } = condition.share
    return [...used(atLeast, 'fraction', ['share', 'atLeast']), ...used(atMost, 'fraction', ['share', 'atMost'])]
  }
  if ('count' in condition) {
    const { atLeast, atMost } = condition.count
    return [...used(atLeast, 'count', ['count', 'atLeast']), ...used(atMost, 'count', ['count', 'atMost'])]
  }
  return []
}

/** The parameters that say which teams a composition rule is about. */
export const parametersOfTeams = ({ teamKind, groupBy }: CompositionRule['of']): readonly ParameterUse[] => [
  ...used(teamKind, Object.keys(teamKinds), ['teamKind']),
  ...used(groupBy, { word: ['team', 'place'] }, ['groupBy']),
]

const whereNeeds: Readonly<Partial<Record<keyof Where, Need>>> = {
  capacity: Object.keys(capacities),
  level: levelOrder,
  seat: Object.keys(seats),
  duties: Object.keys(duties),
  business: 'texts',
  category: Object.keys(categories),
  unitKind: Object.keys(unitKinds),
  functions: 'texts',
  teamKind: Object.keys(teamKinds),
}

const ofWhere = (where: Where, path: DocumentPath): readonly ParameterUse[] =>
  Object.entries(whereNeeds).flatMap(([member, needs]) =>
    used(Object.entries(where).find(([key]) => key === member)?.[1], needs, [...path, member]),
  )

const used = (value: unknown, needs: Need, path: DocumentPath): readonly ParameterUse[] =>
  isParameter(value) ? [{ path, name: value.param, needs }] : []

const isParameter = (value: unknown): value is { readonly param: string } =>
  typeof value === 'object' && value !== null && 'param' in value && typeof value.param === 'string'
