import type { DivisionCode } from '../../../policy/index.ts'
import type { CodeReference } from '../reading/column.ts'
import type { Drafts } from '../reading/draft.ts'

type Cell = string | CodeReference | readonly CodeReference[] | null

/** Every code a roster mentions, and the jurisdictions it names with them. */
export interface Mentions {
  readonly units: ReadonlySet<string>
  readonly teams: ReadonlySet<string>
  readonly posts: ReadonlySet<string>
  readonly people: ReadonlySet<string>
  readonly jurisdictions: ReadonlySet<DivisionCode>
}

/** The codes in some cells; the jurisdictions written before them are noted beside. */
const codesIn = (cells: Iterable<Cell>, named: Set<DivisionCode> = new Set()): ReadonlySet<string> => {
  const codes = new Set<string>()
  const mention = ({ at, code }: CodeReference) => {
    codes.add(code)
    if (at !== null) named.add(at)
  }
  for (const cell of cells) {
    if (cell === null) continue
    if (typeof cell === 'string') codes.add(cell)
    else if ('code' in cell) mention(cell)
    else for (const reference of cell) mention(reference)
  }
  return codes
}

export const mentionsOf = (drafts: Drafts): Mentions => {
  const jurisdictions = new Set<DivisionCode>()
  for (const { values } of [...drafts.units, ...drafts.teams])
    if (values.jurisdiction !== null) jurisdictions.add(values.jurisdiction)
  return {
    units: codesIn(unitCells(drafts), jurisdictions),
    teams: codesIn(teamCells(drafts), jurisdictions),
    posts: codesIn(postCells(drafts), jurisdictions),
    people: codesIn(personCells(drafts)),
    jurisdictions,
  }
}

function* unitCells({ units, teams, posts }: Drafts): Generator<Cell> {
  for (const { values: v } of units) yield* [v.code, v.parent, v.regulated_by, v.succeeds]
  for (const { values: v } of teams) yield v.unit
  for (const { values: v } of posts) yield v.unit
}

function* teamCells({ teams, terms, posts }: Drafts): Generator<Cell> {
  for (const { values: v } of teams) yield v.code
  for (const { values: v } of terms) yield v.team
  for (const { values: v } of posts) yield v.team
}

function* postCells({ posts, assignments, dossier }: Drafts): Generator<Cell> {
  for (const { values: v } of posts) yield* [v.code, v.reports_to, v.succeeds]
  for (const { values: v } of assignments) yield v.post
  for (const { values: v } of dossier) yield v.post
}

function* personCells({ people, authorities, assignments, states, dossier, kin }: Drafts): Generator<Cell> {
  for (const { values: v } of people) yield v.code
  for (const sheet of [authorities, assignments, states, dossier]) for (const { values: v } of sheet) yield v.person
  for (const { values: v } of kin) yield* [v.person, v.relative]
}
