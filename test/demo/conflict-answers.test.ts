import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { teamStandings } from '../../acts/compositions/team-standings.ts'
import { explainConflicts } from '../../acts/conflicts/explain-conflicts.ts'
import { conflictsById } from '../../db/queries/conflicts.ts'
import { teamsByCode } from '../../db/queries/teams.ts'
import { transaction } from '../../db/transaction.ts'
import { type ConflictAnswer, conflictAnswers } from '../../demo/conflict-answers.ts'
import { loadDemo } from '../../demo/load.ts'
import { families } from '../../demo/planted/families.ts'
import { teamAnswers } from '../../demo/team-answers.ts'
import { plugins } from '../../plugins/index.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'

/** A bundled document as it travels: JSON text and back. */
const document = async (id: string): Promise<unknown> =>
  JSON.parse(JSON.stringify(plugins.find((plugin) => plugin.id === id)))

type Stored = {
  readonly root: number
  readonly id: string
  readonly status: string
  readonly since: string
  readonly until: string | null
}

describe('the planted answers about two people and about teams', () => {
  let fresh: FreshDatabase
  beforeAll(async () => {
    fresh = await freshDatabase()
    await loadDemo(fresh.db, { size: 60, document })
  })
  afterAll(() => fresh?.close())

  /** What the record says of the two, by a rule on a day, whichever is named first. */
  const stored = ({ people, rule, on }: ConflictAnswer) =>
    transaction(fresh.db, { mode: 'read' }, (tx) =>
      tx.execute<Stored>(sql`
        select c.root, c.id, s.status, s.since::text, c.to_on::text as until
        from conflict c
        join conflict_span s on s.root = c.root and s.conflict_row_id = c.row_id and s.recorded_to is null
        join person a on a.root = c.root and a.id = c.first_person_id
        join person b on b.root = c.second_root and b.id = c.second_person_id
        where c.recorded_to is null and c.catalogue_id = ${rule}
          and array[a.code, b.code] <@ ${sql.param([...people])}::text[]
          and s.from_on <= ${on}::date and (s.to_on is null or s.to_on > ${on}::date)`),
    )

  test.each(
    conflictAnswers.map(
      (answer) => [`${answer.people.join(' ')} ${answer.on} ${answer.rule}: ${answer.because}`, answer] as const,
    ),
  )('%s', async (_title, answer) => {
    const rows = await stored(answer)
    const { status, since, until, told } = answer
    const expected =
      status === null ? [] : [expect.objectContaining({ status, ...(since && { since }), ...(until && { until }) })]
    expect([...rows]).toEqual(expected)
    if (told === undefined) return
    const text = await transaction(fresh.db, { mode: 'read' }, async (tx) => {
      const at = { on: answer.on, knownAt: null }
      const [conflict] = await conflictsById(tx, rows, at)
      if (conflict === null || conflict === undefined) throw new Error('It is not said on that day.')
      const asked = { conflict, naming: 'full', about: conflict.sides[0].person.id } as const
      const [explanation] = await explainConflicts(tx, [asked], at, 'zh')
      return explanation?.text
    })
    expect(text).toContain(told)
  })

  test.each(
    teamAnswers.map((answer) => [`${answer.team} ${answer.on} ${answer.rule}: ${answer.because}`, answer] as const),
  )('%s', async (_title, { team, on, rule, holds, surely, members }) => {
    const standings = await transaction(fresh.db, { mode: 'read' }, async (tx) => {
      const rows = await teamsByCode(tx, team, null, { on, knownAt: null })
      return (await teamStandings(tx, rows, on)).teams.flat()
    })
    const found = standings.filter(({ catalogueId }) => catalogueId === rule)
    expect(found).toEqual([expect.objectContaining({ holds, surely, possibly: surely, members })])
  })

  test('two whose files lie with different authorities are in the lists of both', async () => {
    const rows = await transaction(fresh.db, { mode: 'read' }, (tx) =>
      tx.execute<{ one: number; other: number }>(sql`
        select distinct c.first_authority as one, c.second_authority as other from conflict c
        join person a on a.root = c.root and a.id = c.first_person_id where a.code like 'GZ-F0%'`),
    )
    expect(rows.map(({ one, other }) => [one, other].map(Number).sort())).toContainEqual([520000, 520400])
  })

  test('every one of them is about planted relatives, and every planted one in service has an answer', () => {
    const inService = new Set(families.flatMap(({ assignments }) => assignments.map(({ person }) => person)))
    expect(new Set(conflictAnswers.flatMap(({ people }) => people))).toEqual(inService)
    expect(new Set(conflictAnswers.map(({ status }) => status))).toEqual(new Set([null, 'ACTIVE', 'UNDETERMINED']))
  })
})
