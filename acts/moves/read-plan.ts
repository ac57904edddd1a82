import { gatherCareers, type KnownAt, type Ref } from '../../db/facts.ts'
import { codesOfPosts, peopleCoded, postsOfCodes } from '../../db/queries/moves.ts'
import type { Tx } from '../../db/transaction.ts'
import { Issues } from '../issues.ts'
import { AmbiguousCodeProblem, NotFoundProblem, type ProblemPath } from '../problem.ts'
import { Laying } from './laying.ts'
import { checkLives } from './lives.ts'
import type { MoveAsked, Plan } from './plan.ts'
import { goesNowhere, mostMoves, noMove, type PlaceOf, tooManyMoves } from './refusals.ts'
import { checkSeats } from './seats.ts'

/** What the moves mean in the graph as we knew it; refused where it cannot take them. Reads, and writes nothing. */
export const readPlan = async (
  tx: Tx,
  asked: readonly MoveAsked[],
  placeOf: PlaceOf,
  knownAt: KnownAt,
): Promise<Plan> => {
  checkShape(asked, placeOf)
  const [people, taken] = await Promise.all([peopleAsked(tx, asked, placeOf), postsTaken(tx, asked, placeOf)])
  const [careers] = await Promise.all([
    gatherCareers(tx, people, knownAt),
    checkLives(tx, asked, people, placeOf, knownAt),
  ])
  const held = [...careers.values()].flat().map(({ post, postRoot }) => ({ root: postRoot, id: post }))
  const codes = await codesOfPosts(tx, [...held, ...taken.values()])
  const laying = new Laying(careers, new Map(codes.map((row) => [row.id, row])), placeOf)
  for (const [place, move] of inOrderOfDays(asked)) {
    const person = people[place]
    if (person !== undefined) await laying.lay(tx, place, move, person, taken.get(place) ?? null)
  }
  const plan = laying.plan()
  await checkSeats(tx, asked, plan, placeOf, knownAt)
  return plan
}

const checkShape = (asked: readonly MoveAsked[], placeOf: PlaceOf): void => {
  const issues = new Issues()
  const many = tooManyMoves(asked.length)
  if (asked.length === 0) issues.add(['moves'], null, noMove.says, noMove.remedy)
  if (asked.length > mostMoves) issues.add(['moves'], String(asked.length), many.says, many.remedy)
  issues.refuseIfAny()
  for (const [place, { from, to, on }] of asked.entries()) {
    issues.day(placeOf(place, 'on'), on)
    if (from === null && to === null) issues.add(placeOf(place, 'to'), null, goesNowhere.says, goesNowhere.remedy)
  }
  issues.refuseIfAny()
}

/** The moves with their places; those of one day in the order asked. */
const inOrderOfDays = (asked: readonly MoveAsked[]): readonly (readonly [number, MoveAsked])[] =>
  [...asked.entries()].sort(([i, a], [j, b]) => (a.on < b.on ? -1 : a.on > b.on ? 1 : i - j))

const peopleAsked = async (tx: Tx, asked: readonly MoveAsked[], placeOf: PlaceOf): Promise<readonly Ref[]> => {
  const rows = await peopleCoded(
    tx,
    asked.map(({ person, personAt }) => ({ code: person, at: personAt })),
  )
  return asked.map(({ person }, place) => {
    const found = rows.filter((row) => row.asked === place)
    return theOne(found, placeOf(place, 'person'), person, { zh: '人员', en: 'person' })
  })
}

/** The post that each move takes, by the place of the move. */
const postsTaken = async (tx: Tx, asked: readonly MoveAsked[], placeOf: PlaceOf): Promise<ReadonlyMap<number, Ref>> => {
  const taking = [...asked.entries()].flatMap(([place, { to, postAt }]) =>
    to === null ? [] : [{ place, code: to, at: postAt }],
  )
  const rows = await postsOfCodes(tx, taking)
  return new Map(
    taking.map(({ place, code }, i) => {
      const found = rows.filter((row) => row.asked === i)
      return [place, theOne(found, placeOf(place, 'to'), code, { zh: '职位', en: 'post' })]
    }),
  )
}

interface Found extends Ref {
  readonly at: string
}

const theOne = (found: readonly Found[], path: ProblemPath, code: string, noun: { zh: string; en: string }): Ref => {
  const [first, ...others] = found
  if (first === undefined) throw new NotFoundProblem(path, code, noun)
  const offices = found.map(({ at }) => at)
  if (others.length > 0) throw new AmbiguousCodeProblem(path, code, offices)
  return { root: first.root, id: first.id }
}
