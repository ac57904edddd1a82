import type { Condition, Installation, PluginDocument, PostsStand } from '../../policy/index.ts'

/** What the places of two posts must have in common for a rule to be able to relate them. */
export type Bond = 'organ' | 'organsAbove' | 'legalPerson' | 'internalUnit' | 'team' | 'place' | 'level' | 'regulator'

/** The bonds by which the rules at work relate posts, one of which any two must have; `null`: some rule needs none. */
export const bondsOf = (installations: readonly Installation[]): ReadonlySet<Bond> | null => {
  const bonds = new Set<Bond>()
  for (const { plugin } of installations) {
    for (const rule of plugin.rules) {
      if (rule.kind !== 'avoidance') continue
      const asked = needed(rule.when, plugin)
      if (asked === null) return null
      for (const bond of asked) bonds.add(bond)
    }
  }
  return bonds
}

type Needed = readonly Bond[] | null

const needed = (condition: Condition, plugin: PluginDocument): Needed => {
  if ('posts' in condition) return bondsFor(condition.posts)
  if ('all' in condition) return condition.all.map((each) => needed(each, plugin)).find((each) => each !== null) ?? null
  if ('any' in condition) return everyOne(condition.any.map((each) => needed(each, plugin)))
  if (!('ref' in condition)) return null
  const named = plugin.definitions[condition.ref]
  return named === undefined ? null : needed(named, plugin)
}

const everyOne = (alternatives: readonly Needed[]): Needed => {
  const bonds: Bond[] = []
  for (const each of alternatives) {
    if (each === null) return null
    bonds.push(...each)
  }
  return bonds
}

/** Relations that themselves say where the two posts are: a rule need not. */
const elsewhere: readonly PostsStand['relation'][] = [
  'sameUnit',
  'sameInternalUnit',
  'sameCommission',
  'adjacentLevel',
  'regulates',
]

const bondsFor = ({ relation, scope, organClosure = 'organ' }: PostsStand): Needed => {
  const inOrgan: readonly Bond[] = organClosure === 'organ' ? ['organ'] : ['organsAbove']
  const within = scope ?? (elsewhere.includes(relation) ? 'any' : 'sameOrgan')
  switch (within) {
    case 'sameOrgan':
      return inOrgan
    case 'sameLegalPerson':
      return ['legalPerson']
    case 'sameInternalUnit':
      return ['internalUnit']
    case 'sameJurisdiction':
      return ['place']
    case 'any':
      return anywhere(relation, inOrgan)
  }
}

/** Where a rule sets no bounds its relation may. */
const anywhere = (relation: PostsStand['relation'], inOrgan: Needed): Needed => {
  switch (relation) {
    case 'sameTeam':
      return ['team']
    case 'leadsAndSensitive':
      return inOrgan
    case 'sameUnit':
      return ['organ', 'legalPerson']
    case 'sameInternalUnit':
      return ['internalUnit']
    case 'sameCommission':
    case 'chiefAndDeputy':
      return ['organ']
    case 'adjacentLevel':
      return ['level']
    case 'regulates':
      return ['regulator']
    default:
      return null
  }
}
