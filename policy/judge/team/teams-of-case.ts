import type { Divisions } from '../../facts/person.ts'
import type { Case, Expectation } from '../../law/case.ts'
import type { Installation } from '../../law/plugin.ts'
import type { Day } from '../../time/day.ts'
import { always } from '../../time/truth.ts'
import { type CaseStory, caseStory, storySetting } from '../case-story.ts'
import type { TeamFacts, TeamFinding } from './team.ts'
import { teamJudge } from './team-judge.ts'

/** The teams that people of the story serve in; whoever is not told of does not exist there. */
export const teamsOfStory = ({ people }: CaseStory): readonly TeamFacts[] => {
  const teams = new Map<string, TeamFacts>()
  for (const person of people.values()) {
    for (const { team, teamKind, place, authority } of person.pieces) {
      if (team === null || teamKind === null) continue
      const known = teams.get(team)
      const plain = { id: team, kind: teamKind, place, authority, days: always, seats: [] }
      const members = known?.members ?? []
      if (!members.includes(person)) teams.set(team, { ...(known ?? plain), members: [...members, person] })
    }
  }
  return [...teams.values()]
}

/** What is found of every team of a worked case; the story may happen below where the document is installed. */
export const teamsInCase = (
  worked: Case,
  installation: Installation,
  divisions: Divisions,
  own = installation.jurisdiction,
): readonly TeamFinding[] =>
  teamJudge([installation], storySetting(worked, divisions)).findings(teamsOfStory(caseStory(worked, own)))

/** What a composition rule says of the story on a day: it binds when some team fails it. */
export const teamFails = (found: readonly TeamFinding[], rule: string, on: Day): Expectation => {
  const statuses = found
    .filter((finding) => finding.rule === rule)
    .flatMap(({ spans }) => spans.filter(({ from, to }) => from <= on && on < to).map(({ status }) => status))
  return statuses.includes('ACTIVE') ? 'binds' : statuses.length > 0 ? 'undetermined' : 'passes'
}
