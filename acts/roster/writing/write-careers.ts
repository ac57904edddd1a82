import { and, isNull } from 'drizzle-orm'
import { v7 } from 'uuid'
import { batchesOf } from '../../../db/batches.ts'
import type { Ref } from '../../../db/facts.ts'
import { insertMany } from '../../../db/insert-many.ts'
import { storedValidity } from '../../../db/stated.ts'
import { assignment } from '../../../db/tables/assignment.ts'
import type { Tx } from '../../../db/transaction.ts'
import { dayText } from '../../../policy/index.ts'
import { takesSeat } from '../checking/check-quota.ts'
import type { OrgView } from '../checking/org-view.ts'
import type { AssignmentRow } from '../checking/rows.ts'
import { scopeOf } from '../checking/scope.ts'
import { grouped } from '../grouped.ts'
import { filled } from '../reading/draft.ts'
import { type Correction, correct, inOrderOfTime, type Recorded } from './career.ts'
import { by, currently, keyed, superseded } from './revision.ts'
import { homeOf, type PeopleToWrite, refsOf } from './write-files.ts'

type NewAssignment = Omit<typeof assignment.$inferInsert, 'rowId' | 'id'>
type StoredAssignment = typeof assignment.$inferSelect

const content = [
  ...(['postId', 'fromOn', 'fromPrecision', 'toOn', 'toPrecision', 'capacity', 'level', 'decidedOn'] as const),
] satisfies (keyof NewAssignment)[]

/** Matched by post and start; else by post; else by order in the career. */
const keys = [['postId', 'fromOn', 'fromPrecision'], ['postId']] satisfies (keyof NewAssignment)[][]

/** A post whose every version has one seat. */
const isSingle = (view: OrgView, post: string): boolean =>
  (view.posts.get(post) ?? []).every(({ quota }) => quota === 1)

/** People whose careers are held against what is stored at once. */
const batch = 2_000

/**
 * The careers of everyone in scope: rows that say the same stay, the others are corrected under their id. Everything that
 * no longer holds is ended before anything new is said: a seat that passes from one to another is free by then. Returns
 * whose changed.
 */
export const writeCareers = async (tx: Tx, writing: PeopleToWrite, view: OrgView): Promise<readonly string[]> => {
  const { rows } = writing
  const filed = grouped(rows.assignments, ({ person }) => person.id)
  const career = (person: string) => careerOf(filed.get(person) ?? [], writing, view)
  const added = new Set(rows.people.flatMap(({ self }) => (self.stored === null ? [self.id] : [])))
  const known = [...scopeOf(rows, 'assignments')].filter((person) => !added.has(person))
  const changed = [...added].filter((person) => filed.has(person))
  const corrected: Said[] = []
  for (const some of batchesOf(known, batch)) {
    for (const correction of await correctSome(tx, writing, some, career)) {
      const said = saidBy(correction)
      for (const row of said) corrected.push(row)
      if (correction.close.length + said.length > 0) changed.push(correction.person)
    }
  }
  await insertMany(tx, assignment, corrected)
  await insertMany(tx, assignment, newCareers(added, career))
  return changed
}

type Said = typeof assignment.$inferInsert

/** Careers of people without a file, each made when it is its turn. */
function* newCareers(people: Iterable<string>, career: (person: string) => readonly NewAssignment[]): Generator<Said> {
  for (const person of people) for (const row of career(person)) yield { ...row, rowId: v7(), id: v7() }
}

/** Compares the careers of some people with what is stored, and ends what no longer holds as it stands. */
const correctSome = async (
  tx: Tx,
  { homes }: PeopleToWrite,
  people: readonly string[],
  career: (person: string) => readonly NewAssignment[],
) => {
  const stored = await tx
    .select()
    .from(assignment)
    .where(currently(assignment, assignment.personId, refsOf(people, homes)))
    .orderBy(assignment.ordinal)
  const before = grouped(stored, ({ personId }) => personId)
  const corrections = people.map((person) => ({
    person,
    ...correctCareer(before.get(person) ?? [], career(person)),
  }))
  await supersede(
    tx,
    corrections.flatMap((correction) => [...correction.close, ...movedIn(correction).map(({ stored: row }) => row)]),
  )
  return corrections
}

const correctCareer = (stored: readonly StoredAssignment[], career: readonly NewAssignment[]) =>
  correct<NewAssignment, StoredAssignment & Recorded>(stored, career, { content, keys, byOrder: true })

/** A person's rows in the order of time, as they are to be stored. */
const careerOf = (rows: readonly AssignmentRow[], { homes }: PeopleToWrite, view: OrgView): readonly NewAssignment[] =>
  inOrderOfTime(rows.map((row) => ({ row, from: filled(row.draft.values.from) }))).map(
    ({ row: { draft, person, post } }, ordinal) => {
      const { from, to, level, decided_on } = draft.values
      const capacity = draft.values.capacity ?? 'formal'
      return {
        root: homeOf(homes, person.id).root,
        personId: person.id,
        postRoot: post.root,
        postId: post.id,
        ...storedValidity(filled(from).text, to?.text ?? null),
        capacity,
        level,
        decidedOn: decided_on === null || !Number.isFinite(decided_on.lo) ? null : dayText(decided_on.lo),
        ordinal,
        exclusive: takesSeat(capacity) && isSingle(view, post.id),
      }
    },
  )

type CareerCorrection = Correction<StoredAssignment, NewAssignment>

/** What a stored row says, to be recorded anew. */
const sayingOf = ({ sure: _, recordedFrom: __, recordedTo: ___, ...row }: StoredAssignment) => ({ ...row, rowId: v7() })

/**
 * Rows that say the same but whose place in the career is another. The order counts when a start is unknown, and we must
 * know later in which order we saw them; a career of which nothing else changed keeps its places.
 */
const movedIn = ({ same, insert, close }: CareerCorrection) => {
  const asFiled = same.toSorted((a, b) => a.row.ordinal - b.row.ordinal)
  const inOrder = asFiled.every(({ stored }, i) => stored.ordinal > (asFiled[i - 1]?.stored.ordinal ?? -Infinity))
  const untouched = insert.length + close.length === 0 && inOrder
  return untouched ? [] : same.filter(({ row, stored }) => row.ordinal !== stored.ordinal)
}

const supersede = (tx: Tx, rows: readonly StoredAssignment[]) =>
  tx
    .update(assignment)
    .set(superseded)
    .where(
      keyed(
        assignment.root,
        assignment.rowId,
        by(rows, ({ rowId }) => rowId),
      ),
    )

/** What is to be recorded: what is new or corrected, and what stands elsewhere in the career now. */
const saidBy = (correction: CareerCorrection): readonly Said[] => [
  ...correction.insert.map(({ row, corrects }) => ({
    ...row,
    rowId: v7(),
    id: corrects?.id ?? v7(),
    version: (corrects?.version ?? 0) + 1,
  })),
  ...movedIn(correction).map(({ row, stored }) => ({ ...sayingOf(stored), ordinal: row.ordinal })),
]

/** Stored assignments of posts that changed leave room for another, or not, as the posts now say. */
export const refreshSeats = async (tx: Tx, changed: readonly Ref[], view: OrgView): Promise<void> => {
  // A post that merely has a successor now is not in the view: its seats are what they were.
  const posts = changed.filter(({ id }) => view.posts.has(id))
  if (posts.length === 0) return
  const stored = await tx
    .select()
    .from(assignment)
    .where(
      and(
        keyed(
          assignment.postRoot,
          assignment.postId,
          by(posts, ({ id }) => id),
        ),
        isNull(assignment.recordedTo),
      ),
    )
  const exclusive = ({ capacity, postId }: StoredAssignment) => takesSeat(capacity) && isSingle(view, postId)
  const outdated = stored.filter((row) => row.exclusive !== exclusive(row))
  await supersede(tx, outdated)
  const anew = outdated.map((row) => ({ ...sayingOf(row), exclusive: exclusive(row) }))
  await insertMany(tx, assignment, anew)
}
