import { and, isNull, sql } from 'drizzle-orm'
import { batchesOf } from '../../../db/batches.ts'
import type { Ref } from '../../../db/facts.ts'
import { validityRanges } from '../../../db/stated.ts'
import { assignment } from '../../../db/tables/assignment.ts'
import { person } from '../../../db/tables/person.ts'
import type { Tx } from '../../../db/transaction.ts'
import { type Capacity, type Day, dayText } from '../../../policy/index.ts'
import { grouped } from '../grouped.ts'
import { complaint } from '../problem.ts'
import type { Draft, WrittenRow } from '../reading/draft.ts'
import { by, keyed } from '../writing/revision.ts'
import type { Inquiry } from './inquiry.ts'
import type { OrgView } from './org-view.ts'
import type { AssignmentRow, OrgRows, PeopleRows } from './rows.ts'
import { Scattered } from './scattered.ts'
import type { PostFacts } from './stored-org.ts'
import { type Stretch, stretchOf } from './stretch.ts'

/** Someone in a post: by a row of the file, or by what is stored. */
interface Holder {
  readonly post: string
  readonly person: string
  readonly label: string
  readonly days: Stretch
  readonly draft: Draft<'assignments'> | null
}

/** Service that takes one of the seats a post has (职数). */
export const takesSeat = (capacity: Capacity): boolean => capacity === 'formal' || capacity === 'probation'

/** Rows of the file in which someone takes a seat. */
const seated = ({ draft: { bad, values } }: AssignmentRow): boolean =>
  !bad.has('from') && !bad.has('to') && takesSeat(values.capacity ?? 'formal')

type Names = ReadonlyMap<string, string | null>

const filedHolder = ({ draft, person: holder, post }: AssignmentRow, names: Names): Holder => ({
  post: post.id,
  person: holder.id,
  label: `${names.get(holder.id) ?? holder.stored?.name ?? ''} ${holder.code}`.trim(),
  days: stretchOf(draft.values.from, draft.values.to),
  draft,
})

/** Posts asked after at once. */
const batch = 20_000

/** Stored careers of those whose careers this roster does not state anew. */
const storedHolders = async (tx: Tx, posts: Iterable<Ref>, restated: readonly string[]): Promise<readonly Holder[]> => {
  const holders: Holder[] = []
  for (const some of batchesOf(posts, batch))
    for (const holder of await holdersOf(tx, some, restated)) holders.push(holder)
  return holders
}

const holdersOf = async (tx: Tx, posts: readonly Ref[], restated: readonly string[]): Promise<readonly Holder[]> => {
  const rows = await tx
    .select({
      post: assignment.postId,
      person: assignment.personId,
      name: person.name,
      code: person.code,
      capacity: assignment.capacity,
      fromOn: assignment.fromOn,
      fromPrecision: assignment.fromPrecision,
      toOn: assignment.toOn,
      toPrecision: assignment.toPrecision,
    })
    .from(assignment)
    .innerJoin(person, and(sql`${person.root} = ${assignment.root}`, sql`${person.id} = ${assignment.personId}`))
    .where(
      and(
        keyed(
          assignment.postRoot,
          assignment.postId,
          by(posts, ({ id }) => id),
        ),
        sql`not (${assignment.personId} = any(${sql.param(restated)}::uuid[]))`,
        isNull(assignment.recordedTo),
      ),
    )
  return rows
    .filter(({ capacity }) => takesSeat(capacity))
    .map((row) => ({
      post: row.post,
      person: row.person,
      label: `${row.name} ${row.code ?? ''}`.trim(),
      days: validityRanges(row),
      draft: null,
    }))
}

/** Seats of a post on a day; where two versions may be in force, the more generous one. */
const seatsOn = (versions: readonly PostFacts[], on: Day): number => {
  const inForce = versions.filter(({ days }) => days.from.lo <= on && on < days.to.hi)
  const relevant = inForce.length > 0 ? inForce : versions.filter(({ days }) => days.from.lo <= on).slice(-1)
  return Math.max(...(relevant.length > 0 ? relevant : versions.slice(0, 1)).map(({ quota }) => quota), 1)
}

const overQuota = (on: Day, seats: number, others: readonly Holder[]) => {
  const since = Number.isFinite(on) ? dayText(on) : '…'
  const told = others.map(({ label, draft }) => (draft === null ? label : `${label} (${draft.file}:${draft.row})`))
  return complaint(
    'POST_OVER_QUOTA',
    {
      zh: `职数为 ${seats}，而 ${since} 起已由${told.join('、')}担任。`,
      en: `The post has ${seats} seat${seats === 1 ? '' : 's'}, and from ${since} it is held by ${told.join(', ')} as well.`,
    },
    {
      zh: '请填写前任的免职日期；确有多人同任的，请改职位表的职数；兼任、主持工作、挂职请填任职方式。',
      en: 'Give the day the predecessor left; or raise the quota of the post; or state the capacity (concurrent, acting …).',
    },
  )
}

/** No post surely has more holders than seats, counting those already stored. */
export const checkQuotas = async (
  tx: Tx,
  { org, people, view }: { readonly org: OrgRows; readonly people: PeopleRows; readonly view: OrgView },
  inquiry: Inquiry,
): Promise<void> => {
  const names = new Map(people.people.map(({ draft, self }) => [self.id, draft.values.name]))
  const filed = new Scattered(people.assignments.filter(seated), ({ post }) => post.id)
  const restated = [
    ...new Set([...people.people.map(({ self }) => self.id), ...people.assignments.map(({ person: p }) => p.id)]),
  ]
  const posts = [...new Set([...people.assignments.map(({ post }) => post), ...org.posts.map(({ self }) => self)])]
  const stored = grouped(
    await storedHolders(
      tx,
      posts.filter((post) => post.stored),
      restated,
    ),
    ({ post }) => post,
  )
  const filedPosts = grouped(
    org.posts.filter(({ self }) => stored.has(self.id)),
    ({ self }) => self.id,
  )
  for (const post of new Set([...filed.keys(), ...stored.keys()])) {
    const [rows, others] = [filed.get(post), stored.get(post) ?? []]
    // One alone takes no more than one seat.
    if (rows.length + others.length < 2) continue
    const holders = [...rows.map((row) => filedHolder(row, names)), ...others]
    const reported = new Set<WrittenRow>()
    for (const { on, seats, present } of crowds(holders, view.posts.get(post) ?? [])) {
      const last = present.findLast(({ draft }) => draft !== null)
      const place = last?.draft ?? filedPosts.get(post)?.[0]?.draft
      if (place === undefined || reported.has(place)) continue
      reported.add(place)
      const beside = present.filter((holder) => holder !== last)
      inquiry.say(place, last === undefined ? 'quota' : 'post', overQuota(on, seats, beside))
    }
  }
}

interface Crowd {
  readonly on: Day
  readonly seats: number
  readonly present: readonly Holder[]
}

/** The days from which on more people surely hold the post than it has seats. */
const crowds = (holders: readonly Holder[], versions: readonly PostFacts[]): readonly Crowd[] => {
  const stays = holders.filter(({ days }) => days.from.hi < days.to.lo).sort((a, b) => a.days.from.hi - b.days.from.hi)
  if (stays.length < 2) return []
  const changes = new Set([...stays.map(({ days }) => days.from.hi), ...versions.map(({ days }) => days.from.hi)])
  return [...changes]
    .sort((a, b) => (a < b ? -1 : 1))
    .flatMap((on) => {
      const present = stays.filter(({ days }) => days.from.hi <= on && on < days.to.lo)
      const seats = seatsOn(versions, on)
      return new Set(present.map((holder) => holder.person)).size > seats ? [{ on, seats, present }] : []
    })
}
