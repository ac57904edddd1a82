import { nationCode } from '../facts/divisions.ts'
import type { KinEdge, KinGraph, Relative } from '../facts/kinship/kin-edge.ts'
import { type Chart, isChiefPost, type PostVersion, type TeamVersion, type UnitVersion } from '../facts/org.ts'
import type { Divisions, PersonFacts, Piece, Setting } from '../facts/person.ts'
import type { DivisionLevel, UnitKind } from '../facts/vocabulary.ts'
import type { CareerLine, Case, CasePerson, CaseTie } from '../law/case.ts'
import type { PluginDocument } from '../law/plugin.ts'
import { parseStated, type Range } from '../time/stated.ts'
import { casePerson } from './case-person.ts'

/** The whole story of a worked case: everyone in it, the organisation they serve in, and who is whose kin. */
export interface CaseStory {
  /** `self`, then the others, by the names the case gives them; their names are their ids. */
  readonly people: ReadonlyMap<string, PersonFacts>
  readonly chart: Chart
  readonly graph: KinGraph
}

/** The person the case is about. */
export const caseSelf = 'self'

export const caseStory = (worked: Case, own: string): CaseStory => {
  const told = [[caseSelf, worked], ...Object.entries(worked.others ?? {})] as const
  const people = new Map(told.map(([name, person]) => [name, casePerson({ ...person, name }, own)]))
  const served = told.flatMap(([name, { career }]) =>
    career.flatMap((line, i): Served[] => {
      const piece = people.get(name)?.pieces[i]
      return piece === undefined ? [] : [{ line, piece }]
    }),
  )
  return { people, chart: chartOf(served, worked.chart ?? {}), graph: graphOf(worked.kin ?? [], new Map(told)) }
}

/** Where a document's cases happen: at its own jurisdiction; those of a template, which has none, at an example of its level. */
export const ownOf = (plugin: PluginDocument): string => plugin.jurisdiction ?? exampleOf[plugin.level]

const exampleOf: Readonly<Record<DivisionLevel, string>> = {
  nation: nationCode,
  province: '410000',
  municipality: '411100',
  county: '411121',
}

/** What succeeded what in the story; nobody counts terms there. */
export const storySetting = (worked: Case, divisions: Divisions): Setting => ({
  divisions,
  terms: () => [],
  predecessors: (kind, later) =>
    (worked.successions ?? []).filter((s) => s.dim === kind && s.later === later).map((s) => s.earlier),
})

interface Served {
  readonly line: CareerLine
  readonly piece: Piece
}

const sinceEver: Range = { lo: -Infinity, hi: -Infinity }
const forEver: Range = { lo: Infinity, hi: Infinity }
const ever = { from: sinceEver, to: forEver }
const none: readonly never[] = []

/** The organisation as the lines of everyone's careers and the story's own words tell it. */
const chartOf = (served: readonly Served[], told: NonNullable<Case['chart']>): Chart => {
  const posts = postsOf(served, told.posts ?? {})
  const units = unitsOf(served, told.units ?? {})
  const teams = new Map(
    served.flatMap(({ piece }): [string, TeamVersion][] =>
      piece.team === null
        ? []
        : [[piece.team, { ...ever, kind: piece.teamKind ?? 'organ', jurisdiction: piece.place }]],
    ),
  )
  return {
    post: (id) => posts.get(id) ?? none,
    unit: (id) => listOf(units.get(id)),
    team: (id) => listOf(teams.get(id)),
    chiefs: (unit) =>
      [...posts].flatMap(([id, versions]) =>
        versions.some((v) => v.unit === unit && isChiefPost(v.seats)) ? [id] : [],
      ),
  }
}

const listOf = <T>(one: T | undefined): readonly T[] => (one === undefined ? none : [one])

/** A post changes where the next line that names it says something else of it. */
const postsOf = (
  served: readonly Served[],
  told: NonNullable<NonNullable<Case['chart']>['posts']>,
): ReadonlyMap<string, readonly PostVersion[]> => {
  const posts = new Map<string, PostVersion[]>()
  for (const { piece } of served.toSorted((a, b) => a.piece.from.lo - b.piece.from.lo)) {
    const { from, post, level, leading, seats, duties, business, category, team, authority } = piece
    const versions = posts.get(post) ?? []
    const last = versions.at(-1)
    const reportsTo = told[post]?.reportsTo ?? null
    const own = { level, leading, seats, duties, business, category, team, authority }
    const said = { ...own, reportsTo, quota: 1, unit: unitOf(piece) }
    if (last === undefined) posts.set(post, [{ ...said, ...ever }])
    else if (JSON.stringify({ ...said, ...ever }) !== JSON.stringify({ ...last, ...ever })) {
      const start = { lo: from.lo, hi: from.hi }
      posts.set(post, [...versions.slice(0, -1), { ...last, to: start }, { ...said, from: start, to: forEver }])
    }
  }
  return posts
}

const unitOf = ({ internalUnit, organ }: Piece): string => internalUnit ?? organ

/** Internal units lie in their organ, organs in their legal person, unless the story says otherwise. */
const unitsOf = (
  served: readonly Served[],
  told: NonNullable<NonNullable<Case['chart']>['units']>,
): ReadonlyMap<string, UnitVersion> => {
  const units = new Map<string, UnitVersion>()
  const put = (id: string, said: Partial<UnitVersion>) => {
    units.set(id, { ...plainUnit, ...units.get(id), ...said })
  }
  for (const { line, piece } of served) {
    const { internalUnit, organ, legalPerson, jurisdiction, functions } = piece
    const kind = organKind(line)
    const inside = legalPerson === null || legalPerson === organ ? {} : { parent: legalPerson }
    put(organ, { jurisdiction, legalPerson: legalPerson === organ, ...inside, ...(kind === null ? {} : { kind }) })
    if (legalPerson !== null) put(legalPerson, { jurisdiction, legalPerson: true })
    if (internalUnit !== null) put(internalUnit, { jurisdiction, kind: 'internal_unit', parent: organ })
    put(unitOf(piece), { functions })
  }
  for (const [id, { parent, ...said }] of Object.entries(told)) put(id, { ...said, ...(parent && { parent }) })
  return units
}

const plainUnit: UnitVersion = {
  ...ever,
  kind: 'organ',
  parent: null,
  functions: [],
  jurisdiction: nationCode,
  legalPerson: null,
  system: null,
  regulatedBy: null,
}

/** What kind of organ a line is about; `null` where it only speaks of an internal unit. */
const organKind = ({ unitKind }: CareerLine): UnitKind | null =>
  unitKind === undefined || unitKind === 'internal_unit' ? null : unitKind

/** Every tie read from both ends. */
const graphOf = (ties: readonly CaseTie[], told: ReadonlyMap<string, CasePerson>): KinGraph => {
  const edges = ties.flatMap((tie, i) => [edgeOf(tie, i), fromRelative(edgeOf(tie, i))])
  return {
    edges: (person) => edges.filter((edge) => edge.person === person),
    relative: (id): Relative => {
      const { birth, sex } = told.get(id)?.person ?? {}
      return { id, sex: sex ?? null, birth: birth === undefined ? null : parseStated(birth), died: null }
    },
  }
}

const edgeOf = (tie: CaseTie, i: number): KinEdge => ({
  id: `tie ${i + 1}`,
  person: tie.of,
  relative: tie.relative,
  relation: tie.relation,
  kind: tie.kind ?? null,
  from: tie.from === undefined ? null : parseStated(tie.from),
  to: tie.to === undefined ? null : parseStated(tie.to),
  endedBy: tie.endedBy ?? null,
  verified: tie.verified ?? true,
  declared: true,
})

/** A declared term keeps saying what the declared relative is to the one who declared. */
const fromRelative = (edge: KinEdge): KinEdge => ({
  ...edge,
  person: edge.relative,
  relative: edge.person,
  relation: edge.relation === 'parent' ? 'child' : edge.relation === 'child' ? 'parent' : edge.relation,
  declared: false,
})
