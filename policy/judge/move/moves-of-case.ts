import type { Org } from '../../facts/org.ts'
import type { Divisions, PersonFacts, Piece } from '../../facts/person.ts'
import type { Case, CaseMove, Expectation } from '../../law/case.ts'
import type { Installation } from '../../law/plugin.ts'
import { type Day, day } from '../../time/day.ts'
import { piecesOf } from '../case-person.ts'
import { type CaseStory, caseSelf, caseStory, storySetting } from '../case-story.ts'
import { teamsOfStory } from '../team/teams-of-case.ts'
import type { MoveFacts, MoveFinding } from './move.ts'
import { moveJudge } from './move-judge.ts'

/** What is found of the moves of a worked case, under the one document installed there; the story may happen further below. */
export const movesInCase = (
  worked: Case,
  installation: Installation,
  divisions: Divisions,
  own = installation.jurisdiction,
): readonly MoveFinding[] => {
  const story = caseStory(worked, own)
  const judge = moveJudge([installation], storySetting(worked, divisions))
  const moves = movesOfStory(worked, story, own)
  return [
    ...moves.flatMap((move) => judge.placements(move)),
    ...judge.together(moves, story.chart, teamsOfStory(story)),
  ]
}

/** The moves a worked case proposes, as a judge is given them. */
export const movesProposed = (worked: Case, own: string): readonly MoveFacts[] =>
  movesOfStory(worked, caseStory(worked, own), own)

const movesOfStory = (worked: Case, story: CaseStory, own: string): readonly MoveFacts[] =>
  (worked.moves ?? []).map((move) => proposed(move, story, day(worked.on), own))

const proposed = (
  { person = caseSelf, leaves, takes }: CaseMove,
  story: CaseStory,
  on: Day,
  own: string,
): MoveFacts => {
  const facts = story.people.get(person)
  if (facts === undefined) throw new RangeError(`Nobody in the case is called \`${person}\`.`)
  const [taken] = takes === undefined ? [] : piecesOf([{ ...takes, from: '2000-01-01' }], own)
  const system = (piece: Piece) => systemOf(story.chart, piece)
  const left = leaves === undefined ? undefined : heldOn(facts, leaves, on)
  return {
    person: facts,
    on,
    takes: taken === undefined ? null : { ...taken, system: system(taken) },
    leaves: left === undefined ? null : { ...left, system: system(left) },
  }
}

/** INVARIANT: the case was checked, so the post is in the career. */
const heldOn = ({ pieces }: PersonFacts, post: string, on: Day): Piece => {
  const those = pieces.filter((p) => p.post === post)
  const piece = those.find((p) => p.from.lo <= on && on < p.to.hi) ?? those.at(-1)
  if (piece === undefined) throw new RangeError(`Nobody holds \`${post}\` in the case.`)
  return piece
}

const systemOf = (org: Org, { internalUnit, organ }: Piece): string | null =>
  org.unit(internalUnit ?? organ)[0]?.system ?? org.unit(organ)[0]?.system ?? null

/** What a placement or together rule says of the story's moves. */
export const moveBarred = (found: readonly MoveFinding[], rule: string): Expectation => {
  const statuses = found.filter((finding) => finding.rule === rule).map(({ status }) => status)
  return statuses.includes('ACTIVE') ? 'binds' : statuses.length > 0 ? 'undetermined' : 'passes'
}
