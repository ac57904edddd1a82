import { gatherFacts, gatherTeams, installationsAt, type KnownAt, type Ref, settingFor } from '../../db/facts.ts'
import type { Tx } from '../../db/transaction.ts'
import { type DayText, day, type Installation, type TeamStanding, teamJudge } from '../../policy/index.ts'
import { governing } from '../governing.ts'
import { kindsTogether } from './team-kinds.ts'

/** How every rule about its looks stands with a team on a day. */
export interface TeamStandings {
  readonly installations: readonly Installation[]
  /** In the order asked for. */
  readonly teams: readonly (readonly TeamStanding[])[]
}

/** Worked out anew each time it is asked: teams are small, and a share has no past to keep. */
export const teamStandings = async (
  tx: Tx,
  teams: readonly Ref[],
  on: DayText,
  knownAt: KnownAt = null,
): Promise<TeamStandings> => {
  const installed = await installationsAt(tx, knownAt)
  const gathered = await gatherTeams(tx, teams, { alongside: kindsTogether(installed), since: on, knownAt })
  const members = new Map(gathered.flatMap((team) => team.members).map((ref) => [ref.id, ref]))
  const people = await gatherFacts(tx, [...members.values()], knownAt)
  const known = new Map(people.map((person) => [person.id, person]))
  const places = gathered.map(({ authority }) => authority)
  const installations = governing(installed, people, places)
  const judge = teamJudge(installations, await settingFor(tx, people, knownAt))
  const facts = gathered.map((team) => ({ ...team, members: team.members.flatMap(({ id }) => known.get(id) ?? []) }))
  const standings = judge.standings(facts, day(on))
  return { installations, teams: teams.map(({ id }) => standings.filter((standing) => standing.teams.includes(id))) }
}
