import type { KnownAt, Ref } from '../../db/facts.ts'
import { holdersOfPosts, type PostSeats, seatsOfPosts } from '../../db/queries/moves.ts'
import { peopleById } from '../../db/queries/people.ts'
import { grouped } from '../../db/recorded.ts'
import { validityRanges } from '../../db/stated.ts'
import type { Tx } from '../../db/transaction.ts'
import { anyDay, type Day, dayText, parseStated } from '../../policy/index.ts'
import { Issues } from '../issues.ts'
import { takesSeat } from '../roster/checking/check-quota.ts'
import type { Stretch } from '../roster/checking/stretch.ts'
import type { MoveAsked, Plan } from './plan.ts'
import { noSuchPostThen, type PlaceOf, postFull } from './refusals.ts'

/** Someone in a seat of a post, as the plan would have it. */
interface Seated {
  readonly person: Ref
  readonly days: Stretch
}

/** Every post taken exists on the day, and has room for whoever takes it once everyone of the plan has moved. */
export const checkSeats = async (
  tx: Tx,
  asked: readonly MoveAsked[],
  plan: Plan,
  placeOf: PlaceOf,
  knownAt: KnownAt,
): Promise<void> => {
  const taken = plan.moves.flatMap(({ takes }) => (takes === null ? [] : [takes]))
  if (taken.length === 0) return
  const [versions, holders] = await Promise.all([seatsOfPosts(tx, taken, knownAt), holdersOfPosts(tx, taken, knownAt)])
  const versionsOf = grouped(versions, ({ post }) => post)
  checkThere(asked, plan, versionsOf, placeOf)
  const movers = new Set(plan.movers.map(({ person }) => person.id))
  const staying = holders
    .filter(({ person, capacity }) => takesSeat(capacity) && !movers.has(person))
    .map((row) => ({ post: row.post, person: { root: row.root, id: row.person }, days: validityRanges(row) }))
  const seated = grouped([...staying, ...moving(plan)], ({ post }) => post)
  for (const [place, { person, takes, on }] of plan.moves.entries()) {
    if (takes === null) continue
    const full = crowdFrom(on, person, seated.get(takes.id) ?? [], versionsOf.get(takes.id) ?? [])
    if (full !== null) {
      const others = await labels(tx, full.others)
      throw postFull(placeOf(place, 'to'), dayText(full.on), full.seats, others)
    }
  }
}

const checkThere = (
  asked: readonly MoveAsked[],
  plan: Plan,
  versions: ReadonlyMap<string, readonly PostSeats[]>,
  placeOf: PlaceOf,
): void => {
  const issues = new Issues()
  for (const [place, { takes, on }] of plan.moves.entries()) {
    if (takes === null || (versions.get(takes.id) ?? []).some((version) => isInForce(version, on))) continue
    const { says, remedy } = noSuchPostThen(dayText(on))
    issues.add(placeOf(place, 'to'), asked[place]?.to ?? null, says, remedy)
  }
  issues.refuseIfAny()
}

const isInForce = (version: PostSeats, on: Day): boolean => {
  const { from, to } = validityRanges(version)
  return from.lo <= on && on < to.hi
}

/** The seats that movers take, or still hold, as the plan leaves them. */
const moving = ({ movers }: Plan) =>
  movers.flatMap(({ person, career }) =>
    career
      .filter(({ capacity }) => takesSeat(capacity))
      .map(({ post, from, to }) => ({
        post,
        person,
        days: {
          from: parseStated(from) ?? anyDay,
          to: to === null ? { lo: Infinity, hi: Infinity } : (parseStated(to) ?? anyDay),
        },
      })),
  )

const surelyThere = ({ days }: Seated, on: Day): boolean => days.from.hi <= on && on < days.to.lo

/** The first day from the move on on which more people surely sit in the post than it has seats, the mover among them. */
const crowdFrom = (on: Day, mover: Ref, seated: readonly Seated[], versions: readonly PostSeats[]) => {
  const later = seated.map(({ days }) => days.from.hi).filter((start) => start > on)
  for (const then of [on, ...later.sort((a, b) => a - b)]) {
    const present = seated.filter((each) => surelyThere(each, then))
    const others = new Map(present.map(({ person }) => [person.id, person]))
    const seats = Math.max(1, ...versions.filter((version) => isInForce(version, then)).map(({ quota }) => quota))
    if (!others.delete(mover.id)) return null
    if (others.size >= seats) return { on: then, seats, others: [...others.values()] }
  }
  return null
}

/** People as a refusal names them. */
const labels = async (tx: Tx, people: readonly Ref[]): Promise<readonly string[]> => {
  const rows = (await peopleById(tx, people)).filter((row) => row !== null)
  return rows.map(({ name, code }) => `${name}${code === null ? '' : ` ${code}`}`)
}
