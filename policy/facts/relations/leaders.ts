import { type Answer, orAnswer } from '../held.ts'
import { isChiefPost } from '../org.ts'
import type { Seat } from '../vocabulary.ts'
import type { ChartOn } from './chart-on.ts'
import type { LeaderScope } from './relation.ts'
import { isShared, keyOf, type Standing, type Superior, standingOf, superiorsOf, upwards } from './superiors.ts'

/**
 * Whether two posts answer to one leader, or to leaders of one team (HB-5: 同一领导人员 includes members of one team). Two people in
 * one post answer to the same post, but where several hold that one not surely to the same person.
 */
export const underSameLeader = (a: Standing, b: Standing, scope: LeaderScope, chart: ChartOn): Answer => {
  const ofA = superiorsOf(a, chart)
  const ofB = a.post === b.post ? ofA : superiorsOf(b, chart)
  return some(ofA, (x) =>
    some(ofB, (y) => {
      const same = sameSuperior([a, x], [b, y], chart)
      return scope === 'person' || same === 'yes' ? same : orAnswer(same, inOneTeam(x, y, chart))
    }),
  )
}

const some = <T>(members: readonly T[], ask: (member: T) => Answer): Answer => {
  let answer: Answer = 'no'
  for (const member of members) answer = orAnswer(answer, ask(member))
  return answer
}

/**
 * An unknown superior may be anyone but the post itself and those below it: two such may be one and the same person, unless
 * one of them is known to stand lower.
 */
const sameSuperior = (
  [a, x]: readonly [Standing, Superior],
  [b, y]: readonly [Standing, Superior],
  chart: ChartOn,
): Answer => {
  const [keyX, keyY] = [keyOf(x), keyOf(y)]
  if (keyX === keyY) return isOnePerson(x, chart) ? 'yes' : 'unknown'
  if (x.known && y.known) return 'no'
  const [aboveX, aboveY] = [upwards([x], chart), upwards([y], chart)]
  if (aboveX.has(keyY) || aboveY.has(keyX)) return 'no'
  if (!x.known && (keyY === a.post || aboveY.has(a.post))) return 'no'
  if (!y.known && (keyX === b.post || aboveX.has(b.post))) return 'no'
  if (leadsSuperior(a, y, chart) || leadsSuperior(b, x, chart)) return 'no'
  return 'unknown'
}

/** Of a post that several could hold while it was there, several may have taken over. */
const isOnePerson = (superior: Superior, chart: ChartOn): boolean => {
  const post = superior.known ? superior.post : superior.gone
  return post === null || !isShared(post, chart)
}

/** Nobody is led by whom the seat of their own post leads. */
const leadsSuperior = (of: Standing, superior: Superior, chart: ChartOn): boolean => {
  const version = superior.known ? chart.post(superior.post) : null
  return superior.known && version !== null && leadsBySeat(of, standingOf(superior.post, version), chart)
}

const inOneTeam = (x: Superior, y: Superior, chart: ChartOn): Answer => {
  const [teamX, teamY] = [teamOf(x, chart), teamOf(y, chart)]
  if (teamX === null || teamY === null) return 'no'
  return teamX === undefined || teamY === undefined ? 'unknown' : teamX === teamY ? 'yes' : 'no'
}

/** `undefined` of a leader who is not on file. */
const teamOf = (superior: Superior, chart: ChartOn): string | null | undefined =>
  superior.known ? chart.post(superior.post)?.team : undefined

/** Whether `a` directly leads `b`: by who answers to whom, or by the seats of one unit and of the unit directly below it. */
export const directlyLeads = (a: Standing, b: Standing, chart: ChartOn): Answer => {
  if (a.post === b.post) return 'no'
  const [ofA, ofB] = [superiorsOf(a, chart), superiorsOf(b, chart)]
  const [led, leads] = [answersTo(ofA, b, chart), answersTo(ofB, a, chart)]
  const bySeat = leadsBySeat(a, b, chart)
  if (led !== 'no') return led === 'unknown' && bySeat ? 'unknown' : 'no'
  if (leads === 'yes' || bySeat) return 'yes'
  if (leads === 'unknown') return 'unknown'
  if (leadsBySeat(b, a, chart)) return 'no'
  const aboveA = new Set([...ofA.map(keyOf), ...upwards(ofA, chart)])
  if (aboveA.has(b.post)) return 'no'
  return ofB.some((y) => !y.known && !aboveA.has(keyOf(y)) && !upwards([y], chart).has(a.post)) ? 'unknown' : 'no'
}

/** Whether the post these lead is on file as one that answers to this: of a post that several hold, to one of them. */
const answersTo = (superiors: readonly Superior[], { post }: Standing, chart: ChartOn): Answer => {
  if (!superiors.some((superior) => superior.known && superior.post === post)) return 'no'
  return isShared(post, chart) ? 'unknown' : 'yes'
}

/** 正职与本单位副职；上一级正副职与下一级正副职 */
const leadsBySeat = (a: Standing, b: Standing, chart: ChartOn): boolean => {
  if (a.unit === b.unit) return isChiefPost(a.seats) && isDeputy(b.seats)
  return isAtHead(a.seats) && isAtHead(b.seats) && chart.unit(b.unit)?.parent === a.unit
}

export const isDeputy = (seats: readonly Seat[]): boolean => seats.includes('deputy') && !isChiefPost(seats)
export const isAtHead = (seats: readonly Seat[]): boolean => isChiefPost(seats) || seats.includes('deputy')

/** What both posts directly answer to, as far as it is the same: for telling why. */
export const sharedSuperiors = (a: Standing, b: Standing, chart: ChartOn): readonly Superior[] => {
  const ofB = new Set(superiorsOf(b, chart).map(keyOf))
  return superiorsOf(a, chart).filter((x) => ofB.has(keyOf(x)))
}
