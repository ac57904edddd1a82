import { heldAs } from '../../facts/held.ts'
import type { DivisionCode, PersonFacts, Setting } from '../../facts/person.ts'
import { wholeCareer } from '../../facts/stays.ts'
import type { Capacity } from '../../facts/vocabulary.ts'
import type { Truth } from '../../time/truth.ts'
import type { ProposedMove, Subject } from '../subject.ts'
import type { TeamFacts } from './team.ts'

/** Someone of a team: their service in it, and the days they belong to it. */
export interface Member {
  readonly subject: Subject
  readonly belongs: Truth
}

/** Those who are counted together: one team, or all teams of a place. */
export interface Crew {
  /** Of the teams, in whatever order these were asked about. */
  readonly name: string
  readonly teams: readonly TeamFacts[]
  readonly members: readonly Member[]
}

/** Service that makes a member: also that of whoever presides in the post’s stead. */
const seated: readonly Capacity[] = ['formal', 'probation', 'concurrent', 'acting']

/** Whoever ever served in one of the teams; in two posts of them they are one member. */
export const crewOf = (
  teams: readonly TeamFacts[],
  own: DivisionCode,
  setting: Setting,
  moves: ReadonlyMap<string, ProposedMove> = new Map(),
): Crew => {
  const ids = new Set(teams.map(({ id }) => id))
  const people = new Map<string, PersonFacts>(teams.flatMap(({ members }) => members.map((m) => [m.id, m])))
  const members = [...people.values()].flatMap((person): Member[] => {
    const pieces = person.pieces.filter((p) => p.team !== null && ids.has(p.team) && seated.includes(p.capacity))
    if (pieces.length === 0) return []
    const move = moves.get(person.id)
    const subject = { person, stay: wholeCareer(pieces), setting, own, ...(move === undefined ? {} : { move }) }
    return [{ subject, belongs: heldAs(pieces, () => 'yes', undefined) }]
  })
  return { name: [...ids].toSorted().join(), teams, members }
}
