import { kinOf } from '../../facts/kinship/kin-of.ts'
import type { Divisions } from '../../facts/person.ts'
import type { Case, Expectation } from '../../law/case.ts'
import type { Installation } from '../../law/plugin.ts'
import type { Day } from '../../time/day.ts'
import { caseStory, storySetting } from '../case-story.ts'
import type { Conflict, PairFacts } from './conflict.ts'
import { pairJudge } from './pair-judge.ts'

/** Every conflict between any two people of a worked case, under the one document installed there; the story may happen further below. */
export const conflictsInCase = (
  worked: Case,
  installation: Installation,
  divisions: Divisions,
  own = installation.jurisdiction,
): readonly Conflict[] => {
  const { people, chart, graph } = caseStory(worked, own)
  const judge = pairJudge([installation], storySetting(worked, divisions))
  const names = [...people.keys()]
  const pairs = names.flatMap((name, i) => {
    const kin = kinOf(graph, name)
    return names.slice(i + 1).flatMap((other): PairFacts[] => {
      const [first, second] = [people.get(name), people.get(other)]
      const ties = kin.filter(({ relative }) => relative === other)
      return first === undefined || second === undefined || ties.length === 0 ? [] : [{ first, second, kin: ties }]
    })
  })
  return pairs.flatMap((pair) => judge.conflicts(pair, chart))
}

/** What an avoidance rule says of the story on a day: it binds when it bars some two of its people. */
export const barOn = (conflicts: readonly Conflict[], rule: string, on: Day): Expectation => {
  const statuses = conflicts
    .filter((conflict) => conflict.rule === rule)
    .flatMap(({ spans }) => spans.filter(({ from, to }) => from <= on && on < to).map(({ status }) => status))
  if (statuses.includes('ACTIVE')) return 'binds'
  return statuses.length > 0 ? 'undetermined' : 'passes'
}
