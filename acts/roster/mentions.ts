import type { DivisionCode } from '../../policy/index.ts'
import type { CodeReference } from './column.ts'
import type { Drafts } from './draft.ts'

type Cell = string | CodeReference | readonly CodeReference[] | null

/** Every code a roster mentions, and the jurisdictions it names with them. */
export interface Mentions {
  readonly units: readonly string[]
  readonly teams: readonly string[]
  readonly posts: readonly string[]
  readonly people: readonly string[]
  readonly jurisdictions: readonly DivisionCode[]
}

const referencesIn = (cells: readonly Cell[]): readonly CodeReference[] =>
  cells.flatMap((cell) => {
    if (cell === null) return []
    return typeof cell === 'string' ? [{ at: null, code: cell }] : cell
  })

const codesOf = (references: readonly CodeReference[]) => [...new Set(references.map(({ code }) => code))]

export const mentionsOf = (drafts: Drafts): Mentions => {
  const [units, teams, posts] = [unitCells(drafts), teamCells(drafts), postCells(drafts)].map(referencesIn)
  const named = [...drafts.units, ...drafts.teams].map(({ values }) => values.jurisdiction)
  const qualified = [units, teams, posts].flatMap((references = []) => references.map(({ at }) => at))
  return {
    units: codesOf(units ?? []),
    teams: codesOf(teams ?? []),
    posts: codesOf(posts ?? []),
    people: codesOf(referencesIn(personCells(drafts))),
    jurisdictions: [...new Set([...named, ...qualified])].filter((code) => code !== null),
  }
}

const unitCells = ({ units, teams, posts }: Drafts): readonly Cell[] => [
  ...units.flatMap(({ values: v }): Cell[] => [v.code, v.parent, v.regulated_by, v.succeeds]),
  ...[...teams, ...posts].map(({ values: v }) => v.unit),
]

const teamCells = ({ teams, terms, posts }: Drafts): readonly Cell[] => [
  ...teams.map(({ values: v }) => v.code),
  ...[...terms, ...posts].map(({ values: v }) => v.team),
]

const postCells = ({ posts, assignments, dossier }: Drafts): readonly Cell[] => [
  ...posts.flatMap(({ values: v }): Cell[] => [v.code, v.reports_to, v.succeeds]),
  ...[...assignments, ...dossier].map(({ values: v }) => v.post),
]

const personCells = ({ people, authorities, assignments, states, dossier, kin }: Drafts): readonly Cell[] => [
  ...people.map(({ values: v }) => v.code),
  ...[...authorities, ...assignments, ...states, ...dossier].map(({ values: v }) => v.person),
  ...kin.flatMap(({ values: v }): Cell[] => [v.person, v.relative]),
]
