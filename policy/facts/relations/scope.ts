import type { ChartOn } from './chart-on.ts'
import type { Placed } from './placed.ts'
import type { OrganClosure, PostRelation, RelationScope } from './relation.ts'

/** Units never contain themselves in stored data; the bound keeps a broken file from looping. */
const deepest = 32

/**
 * Within what the two posts must lie when a rule does not say: one organ (公务员法第七十四条“同一机关”), but for the relations
 * that themselves say where the two are.
 */
export const scopeOf = (relation: PostRelation, stated: RelationScope | undefined): RelationScope =>
  stated ?? (elsewhere.includes(relation) ? 'any' : 'sameOrgan')

const elsewhere: readonly PostRelation[] = [
  'sameUnit',
  'sameInternalUnit',
  'sameCommission',
  'adjacentLevel',
  'regulates',
]

export const isWithinScope = (
  a: Placed,
  b: Placed,
  scope: RelationScope,
  closure: OrganClosure,
  chart: ChartOn,
): boolean => {
  switch (scope) {
    case 'sameOrgan':
      return inOneOrgan(a, b, closure, chart)
    case 'sameLegalPerson':
      return a.piece.legalPerson !== null && a.piece.legalPerson === b.piece.legalPerson
    case 'sameInternalUnit':
      return a.piece.internalUnit !== null && a.piece.internalUnit === b.piece.internalUnit
    case 'sameJurisdiction':
      return a.piece.place === b.piece.place
    case 'any':
      return true
  }
}

/** Some organ reaches both. */
const inOneOrgan = (a: Placed, b: Placed, closure: OrganClosure, chart: ChartOn): boolean => {
  if (a.piece.organ === b.piece.organ) return true
  if (closure === 'organ') return false
  const ofB = organsReaching(b, closure, chart)
  return organsReaching(a, closure, chart).some((organ) => ofB.includes(organ))
}

/** The organ of the post, and those above it that it counts to: the one that sent it out, or every one it is subordinate to. */
export const organsReaching = (
  { piece: { organ } }: Placed,
  closure: OrganClosure,
  chart: ChartOn,
): readonly string[] => {
  const reaching = [organ]
  if (closure === 'organ') return reaching
  let unit: string | null = organ
  for (let depth = 0; unit !== null && depth < deepest; depth += 1) {
    const version = chart.unit(unit)
    if (version === null) break
    if (unit !== organ && version.kind !== 'internal_unit') reaching.push(unit)
    if (closure === 'withDispatched' && version.kind !== 'internal_unit' && version.kind !== 'dispatched_office') break
    unit = version.parent
  }
  return reaching
}
