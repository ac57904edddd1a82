import { v7 } from 'uuid'
import { insertMany } from '../../../db/insert-many.ts'
import { team, teamVersion, term } from '../../../db/tables/team.ts'
import type { Tx } from '../../../db/transaction.ts'
import { dayText } from '../../../policy/index.ts'
import type { TeamRow, TermRow } from '../checking/rows.ts'
import { filled } from '../reading/draft.ts'
import { daysOf, entitiesOf, fresh, refs, validity } from './entity-rows.ts'
import { by, currently, keyed, revise, superseded } from './revision.ts'

type NewTeam = typeof teamVersion.$inferInsert

const teamContent = ['teamId', 'name', 'kind', 'unitId', 'authority', ...validity] satisfies (keyof NewTeam)[]

const teamRow = ({ draft, self, unit: of }: TeamRow): NewTeam => ({
  root: self.root,
  id: v7(),
  teamId: self.id,
  name: filled(draft.values.name),
  kind: filled(draft.values.kind),
  unitId: of?.id ?? null,
  authority: draft.values.authority,
  ...daysOf(draft),
})

/** Returns the teams that are no longer what they were. */
export const writeTeams = async (tx: Tx, rows: readonly TeamRow[]): Promise<string[]> => {
  const entities = entitiesOf(rows)
  await insertMany(tx, team, fresh(entities))
  const stored = await tx
    .select()
    .from(teamVersion)
    .where(currently(teamVersion, teamVersion.teamId, refs(entities)))
  const { close, insert } = revise<NewTeam, (typeof stored)[number]>(stored, rows.map(teamRow), teamContent)
  await tx
    .update(teamVersion)
    .set(superseded)
    .where(
      keyed(
        teamVersion.root,
        teamVersion.id,
        by(close, ({ id }) => id),
      ),
    )
  await insertMany(tx, teamVersion, insert)
  return [...close, ...insert].map(({ teamId }) => teamId)
}

type NewTerm = typeof term.$inferInsert

const termRow = ({ draft, team: of }: TermRow): NewTerm => ({
  root: of.root,
  id: v7(),
  teamId: of.id,
  number: filled(draft.values.number),
  fromOn: dayText(filled(draft.values.from).lo),
  toOn: draft.values.to === null ? null : dayText(draft.values.to.lo),
})

/** The terms of a team in the file are all its terms. Returns the teams whose terms changed. */
export const writeTerms = async (tx: Tx, rows: readonly TermRow[]): Promise<string[]> => {
  const known = by(
    rows.map(({ team: of }) => of),
    ({ id }) => id,
  )
  const stored = await tx
    .select()
    .from(term)
    .where(currently(term, term.teamId, known))
  const content = ['teamId', 'number', 'fromOn', 'toOn'] as const
  const { close, insert } = revise<NewTerm, (typeof stored)[number]>(stored, rows.map(termRow), content)
  await tx
    .update(term)
    .set(superseded)
    .where(
      keyed(
        term.root,
        term.id,
        by(close, ({ id }) => id),
      ),
    )
  await insertMany(tx, term, insert)
  return [...close, ...insert].map(({ teamId }) => teamId)
}
