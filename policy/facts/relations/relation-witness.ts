import type { Day } from '../../time/day.ts'
import type { Answer } from '../held.ts'
import type { Chart } from '../org.ts'
import type { Divisions, Piece } from '../person.ts'
import { askOn, type ChartOn } from './chart-on.ts'
import { sharedSuperiors } from './leaders.ts'
import { type Placed, pinsOfBoth, placed } from './placed.ts'
import type { AskedRelation } from './relation.ts'
import { standsTo } from './stands.ts'
import { isShared, type Superior, superiorsOf } from './superiors.ts'

/** Why two posts stand so on a day, for telling it. */
export interface RelationWitness {
  readonly holds: Answer
  /** Posts both directly answer to, each held by one person at a time. */
  readonly leaders: readonly string[]
  /** The unit that makes them stand so: the organ, the internal unit, or the one led; `null` where none does. */
  readonly unit: string | null
  readonly team: string | null
  /** Units of which nobody on file is the chief one of the two answers to: what would settle an open relation. */
  readonly unknownChiefs: readonly string[]
  /** Posts that one of the two names as superior and that are not there on the day. */
  readonly goneSuperiors: readonly string[]
  /** Posts that several may hold (分管领导，一职多人), whose holder one answers to, and the other too or is such a holder. */
  readonly sharedLeaders: readonly string[]
}

/** Asked of a day on which the two posts are held; where the files leave it open, of the way that speaks for the relation. */
export const relationWitness = (
  asked: AskedRelation,
  first: Piece,
  second: Piece,
  chart: Chart,
  divisions: Divisions,
  on: Day,
): RelationWitness => {
  const [a, b] = [placed(first, chart), placed(second, chart)]
  const pins = pinsOfBoth(a, b, [on, on + 1]) ?? a.pins
  const ways = new Map<Answer, RelationWitness>()
  const note = (way: ChartOn): Answer => {
    const holds = standsTo(asked, a, b, way, divisions)
    if (!ways.has(holds)) ways.set(holds, witnessIn(asked, a, b, way, holds))
    return holds
  }
  const { answers } = askOn<Answer>(chart, pins, on, note, 'unknown')
  const best = ways.get('yes') ?? ways.get('unknown') ?? ways.get('no') ?? nothing
  return answers.size > 1 ? { ...best, holds: 'unknown' } : best
}

const nothing: RelationWitness = {
  ...{ holds: 'no', leaders: [], unit: null, team: null },
  ...{ unknownChiefs: [], goneSuperiors: [], sharedLeaders: [] },
}

const witnessIn = (asked: AskedRelation, a: Placed, b: Placed, chart: ChartOn, holds: Answer): RelationWitness => {
  const shared = sharedSuperiors(a, b, chart)
  const unknown = [...superiorsOf(a, chart), ...superiorsOf(b, chart)].flatMap((s) => (s.known ? [] : [s]))
  const leaders = asked.relation === 'sameLeader' ? shared.flatMap((s) => (s.known ? [s.post] : [])) : []
  return {
    holds,
    leaders: leaders.filter((post) => !isShared(post, chart)),
    unit: unitOf(asked, a, b, shared),
    team: teamOf(asked, a, b, chart),
    unknownChiefs: [...new Set(unknown.flatMap(({ unit, gone }) => (gone === null ? [unit] : [])))],
    goneSuperiors: [...new Set(unknown.flatMap(({ gone }) => gone ?? []))],
    sharedLeaders: (asked.relation === 'directSuperior' ? ledBy(a, b, chart) : leaders).filter((post) =>
      isShared(post, chart),
    ),
  }
}

/** The post of the first, where the second answers to it. */
const ledBy = (a: Placed, b: Placed, chart: ChartOn): readonly string[] =>
  superiorsOf(b, chart).flatMap((s) => (s.known && s.post === a.post ? [s.post] : []))

const unitOf = ({ relation }: AskedRelation, a: Placed, b: Placed, shared: readonly Superior[]): string | null => {
  const { organ, internalUnit, legalPerson } = a.piece
  switch (relation) {
    case 'sameInternalUnit':
      return internalUnit
    case 'chiefAndDeputy':
      return a.unit
    case 'sameUnit':
      return organ === b.piece.organ ? organ : legalPerson
    case 'regulates':
      return b.piece.organ
    case 'sameLeader': {
      const unknown = shared.find((s) => !s.known)
      return unknown?.known === false ? unknown.unit : sharedOrgan(a, b)
    }
    case 'sameTeam':
      return null
    default:
      return sharedOrgan(a, b)
  }
}

const sharedOrgan = (a: Placed, b: Placed): string => (a.piece.organ === b.piece.organ ? a : b).piece.organ

/** The team both are in, or whose members lead both. */
const teamOf = ({ relation, leaderScope }: AskedRelation, a: Placed, b: Placed, chart: ChartOn): string | null => {
  if (relation === 'sameTeam') return a.piece.team
  if (relation !== 'sameLeader' || leaderScope !== 'team') return null
  const teams = (of: Placed) =>
    superiorsOf(of, chart).flatMap((s) => (s.known ? [chart.post(s.post)?.team ?? null] : []))
  const ofB = teams(b)
  return teams(a).find((team) => team !== null && ofB.includes(team)) ?? null
}
