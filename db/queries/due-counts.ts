import { and, eq, sql } from 'drizzle-orm'
import {
  type Day,
  type DayText,
  day,
  type Effect,
  effectOrder,
  type FindingStatus,
  type Piece,
} from '../../policy/index.ts'
import { rootOf } from '../divisions.ts'
import { cutCareers } from '../facts/career.ts'
import { evaluation, findingSpan } from '../tables/finding.ts'
import { jurisdiction } from '../tables/jurisdiction.ts'
import type { Tx } from '../transaction.ts'
import type { AsOf, RowRef } from './as-of.ts'
import { answering, authoritiesIn, type Scope, shownByItself, spanOn } from './finding-days.ts'

/** People of one organ (that of the post held on the day) whose findings have one effect and one status. */
export interface DueCount {
  /** Null: those who hold no post on the day. */
  readonly unit: RowRef | null
  readonly effect: Effect
  readonly status: FindingStatus
  /** Each counted once. */
  readonly people: number
}

export interface CountSearch {
  readonly authority: string
  readonly scope: Scope
}

/** Who is due on a day, in numbers: strictest first, then by unit. */
export const dueCounts = async (tx: Tx, search: CountSearch, at: AsOf): Promise<DueCount[]> => {
  const due = duePeople(tx, search, at)
  const rows =
    at.knownAt === null ? await countByPieces(tx, due, at.on) : await countByCareers(await due, tx, at.on, at.knownAt)
  return rows.flatMap(({ unit, unitRoot, effectRank, status, people }) => {
    const effect = effectOrder[effectRank]
    if (effect === undefined) return []
    return { unit: unit === null || unitRoot === null ? null : { root: unitRoot, id: unit }, effect, status, people }
  })
}

interface CountRow {
  readonly [column: string]: unknown
  readonly unit: string | null
  readonly unitRoot: number | null
  readonly effectRank: number
  readonly status: FindingStatus
  readonly people: number
}

const duePeople = (tx: Tx, { authority, scope }: CountSearch, at: AsOf) =>
  tx
    .selectDistinct({
      root: findingSpan.root,
      person: findingSpan.personId,
      effectRank: findingSpan.effectRank,
      status: findingSpan.status,
    })
    .from(jurisdiction)
    .innerJoin(evaluation, and(eq(evaluation.authority, jurisdiction.code), answering(at.knownAt)))
    .innerJoin(
      findingSpan,
      and(
        eq(findingSpan.root, evaluation.root),
        eq(findingSpan.evaluationId, evaluation.id),
        spanOn(at),
        shownByItself,
      ),
    )
    .where(authoritiesIn(authority, scope))

type DuePerson = Awaited<ReturnType<typeof duePeople>>[number]

/** The post a person is counted under: an own one rather than one lent, a later rather than an earlier. */
const countByPieces = async (tx: Tx, due: ReturnType<typeof duePeople>, on: DayText): Promise<readonly CountRow[]> =>
  tx.execute<CountRow>(sql`
    with due (root, person_id, effect_rank, status) as materialized (${due}),
    placed as (
      select d.root, d.person_id, held.organ_id, j.root as unit_root
      from (select distinct root, person_id from due) d
      left join lateral (
        select p.organ_id, p.jurisdiction from piece p
        where p.root = d.root and p.person_id = d.person_id and p.from_lo <= ${day(on)} and p.to_hi > ${day(on)}
        order by p.capacity in ('secondment', 'loan', 'acting'), p.from_lo desc, p.ordinal desc limit 1) held on true
      left join jurisdiction j on j.code = held.jurisdiction)
    select organ_id as unit, unit_root as "unitRoot", effect_rank as "effectRank", status, count(*)::int as people
    from due join placed using (root, person_id)
    group by organ_id, unit_root, effect_rank, status
    order by effect_rank, organ_id nulls last, status`)

/** At an instant the pieces of today do not tell: the careers are cut as they were recorded then. */
const countByCareers = async (
  due: readonly DuePerson[],
  tx: Tx,
  on: DayText,
  knownAt: string,
): Promise<readonly CountRow[]> => {
  const people = new Map(due.map(({ root, person }) => [person, { root, id: person }]))
  const careers = await cutCareers(tx, [...people.values()], knownAt)
  const counts = new Map<string, CountRow>()
  for (const { person, effectRank, status } of due) {
    const held = heldOn(careers.get(person) ?? [], day(on))
    const name = [held?.organ, effectRank, status].join()
    const unit = { unit: held?.organ ?? null, unitRoot: held === null ? null : rootOf(held.jurisdiction) }
    counts.set(name, { ...unit, effectRank, status, people: (counts.get(name)?.people ?? 0) + 1 })
  }
  const last = 'g'
  const order = (a: CountRow, b: CountRow) =>
    a.effectRank - b.effectRank || (a.unit ?? last).localeCompare(b.unit ?? last) || a.status.localeCompare(b.status)
  return [...counts.values()].toSorted(order)
}

const lent = new Set(['secondment', 'loan', 'acting'])

const heldOn = (pieces: readonly Piece[], on: Day): Piece | null =>
  pieces
    .filter(({ from, to }) => from.lo <= on && to.hi > on)
    .toSorted((a, b) => Number(lent.has(b.capacity)) - Number(lent.has(a.capacity)) || a.from.lo - b.from.lo)
    .at(-1) ?? null
