import {
  type FiledAssignment,
  gatherCareers,
  gatherChart,
  gatherFacts,
  gatherTeams,
  type KnownAt,
  type Ref,
  settingFor,
} from '../../db/facts.ts'
import { type PostSeats, seatsOfPosts } from '../../db/queries/moves.ts'
import { validityRanges } from '../../db/stated.ts'
import type { Tx } from '../../db/transaction.ts'
import {
  type Chart,
  cutCareer,
  type DivisionCode,
  dayText,
  type Installation,
  type KinGraph,
  type MoveFacts,
  type PersonFacts,
  type Setting,
  type TeamFacts,
} from '../../policy/index.ts'
import { installedFor, type Moment } from '../bench.ts'
import { kindsTogether } from '../compositions/team-kinds.ts'
import { chainsOf } from '../governing.ts'
import { moveFacts } from './move-facts.ts'
import type { Plan } from './plan.ts'
import { type Related, relatedTo } from './related.ts'

/** Someone as they stand, and as they would. */
export interface Laid {
  readonly ref: Ref
  readonly before: PersonFacts
  readonly after: PersonFacts
}

/** Everyone and everything a plan bears on: as it stands, and as it would be. */
export interface Scene {
  readonly plan: Plan
  readonly knownAt: KnownAt
  /** Those on the chains of everyone it bears on. */
  readonly installations: readonly Installation[]
  readonly chains: ReadonlySet<DivisionCode>
  readonly setting: Setting
  readonly chart: Chart
  /** Movers, their kin, members of the teams, by id. */
  readonly people: ReadonlyMap<string, Laid>
  readonly related: readonly Related[]
  /** The ties that make them so. */
  readonly graph: KinGraph
  /** In the order of the plan. */
  readonly moves: readonly MoveFacts[]
  /** The teams the plan touches, and those a rule counts together with them. */
  readonly teams: readonly { readonly ref: Ref; readonly before: TeamFacts; readonly after: TeamFacts }[]
}

/** Reads all that judging the plan takes, each kind at once for everyone. */
export const gatherScene = async (tx: Tx, plan: Plan, moment: Moment): Promise<Scene> => {
  const { knownAt } = moment
  const movers = plan.movers.map(({ person }) => person)
  const taken = plan.moves.flatMap(({ takes }) => takes ?? [])
  const installed = await installedFor(tx, movers, moment)
  const { related, graph } = await relatedTo(tx, movers, installed, knownAt)
  const close = distinct([...movers, ...related.map(({ relative }) => relative)])
  const [facts, careers, seats] = await Promise.all([
    gatherFacts(tx, close, knownAt),
    gatherCareers(tx, close, knownAt),
    seatsOfPosts(tx, taken, knownAt),
  ])
  const [chart, teams] = await Promise.all([
    gatherChart(tx, distinct([...taken, ...[...careers.values()].flat().map(postOf)]), knownAt),
    gatherTeams(tx, touched(plan, facts, seats), {
      alongside: kindsTogether(installed),
      since: dayText(plan.since),
      knownAt,
    }),
  ])
  const known = new Set(facts.map(({ id }) => id))
  const others = distinct(teams.flatMap(({ members }) => members)).filter(({ id }) => !known.has(id))
  const people = laidOver(plan, [...facts, ...(await gatherFacts(tx, others, knownAt))], [...close, ...others], chart)
  const everyone = [...people.values()].flatMap(({ before, after }) => (before === after ? [before] : [before, after]))
  const chains = chainsOf(
    everyone,
    teams.map(({ authority }) => authority),
  )
  return {
    plan,
    knownAt,
    chart,
    people,
    related,
    graph,
    setting: await settingFor(tx, everyone, knownAt),
    chains,
    installations: installed.filter(({ jurisdiction }) => chains.has(jurisdiction)),
    moves: plan.moves.flatMap((move) => {
      const person = people.get(move.person.id)
      return person === undefined ? [] : [moveFacts(move, person.before, chart)]
    }),
    teams: teams.map((team) => teamOf(team, people)),
  }
}

const distinct = (refs: readonly Ref[]): Ref[] => [...new Map(refs.map((ref) => [ref.id, ref])).values()]

const postOf = ({ post, postRoot }: FiledAssignment): Ref => ({ root: postRoot, id: post })

/** Teams of which a post is left or taken, as they stand on the day of the move. */
const touched = (plan: Plan, facts: readonly PersonFacts[], seats: readonly PostSeats[]): readonly Ref[] => {
  const pieces = new Map(facts.map((person) => [person.id, person.pieces]))
  return distinct(
    plan.moves.flatMap(({ person, on, leaves, takes, ended }) => {
      const left = (pieces.get(person.id) ?? []).filter(
        ({ assignment, from, to }) => ended.includes(assignment) && from.lo <= on && on < to.hi,
      )
      const found = seats.filter((seat) => {
        const { from, to } = validityRanges(seat)
        return seat.post === takes?.id && from.lo <= on && on < to.hi
      })
      return [
        ...left.flatMap(({ team }) => (team === null || leaves === null ? [] : [{ root: leaves.root, id: team }])),
        ...found.flatMap(({ root, team }) => (team === null ? [] : [{ root, id: team }])),
      ]
    }),
  )
}

const laidOver = (
  plan: Plan,
  facts: readonly PersonFacts[],
  refs: readonly Ref[],
  chart: Chart,
): ReadonlyMap<string, Laid> => {
  const careers = new Map(plan.movers.map(({ person, career }) => [person.id, career]))
  const roots = new Map(refs.map((ref) => [ref.id, ref]))
  return new Map(
    facts.map((before) => {
      const career = careers.get(before.id)
      const after = career === undefined ? before : { ...before, pieces: cutCareer(career, chart) }
      return [before.id, { ref: roots.get(before.id) ?? { root: 0, id: before.id }, before, after }]
    }),
  )
}

type Gathered = Awaited<ReturnType<typeof gatherTeams>>[number]

/** The team with its members as they stand; and as they would, whoever takes a post in it among them. */
const teamOf = ({ root, members, ...team }: Gathered, people: ReadonlyMap<string, Laid>) => {
  const there = members.flatMap(({ id }) => people.get(id) ?? [])
  const joining = [...people.values()].filter(
    (person) => !there.includes(person) && person.after.pieces.some((piece) => piece.team === team.id),
  )
  return {
    ref: { root, id: team.id },
    before: { ...team, members: there.map(({ before }) => before) },
    after: { ...team, members: [...there, ...joining].map(({ after }) => after) },
  }
}
