import { grouped } from '../../db/recorded.ts'
import type { Day, TeamFacts, TeamFinding, TeamJudge } from '../../policy/index.ts'
import { type Draft, type Drafts, dayOrNull, type Standing, standings } from './draft.ts'
import type { Scene } from './scene.ts'

/**
 * What a team must look like and would no longer, or would again, on one of the days on which something moves. Members grow
 * older with or without the plan: what fails on a later day is not laid to its charge.
 */
export const compositionChanges = ({ plan, teams }: Scene, judge: TeamJudge): Drafts => {
  const [before, after] = [teams.map((team) => team.before), teams.map((team) => team.after)]
  const [was, is] = [failing(judge, before), failing(judge, after)]
  const begins = new Map<string, Draft>()
  const ends = new Map<string, Draft>()
  for (const on of plan.days) {
    for (const name of new Set([...was.keys(), ...is.keys()])) {
      const [b, a] = [standingOn(was.get(name), on), standingOn(is.get(name), on)]
      if (a !== null && standings[a.status] > standings[b?.status ?? 'none'] && !begins.has(name))
        begins.set(name, draftOf(a, { judge, teams: after, on, ends: false }))
      const lost = b !== null && b.status === 'ACTIVE' && a === null ? 'ACTIVE' : 'UNDETERMINED'
      if (b !== null && standings[a?.status ?? 'none'] < standings[b.status] && !ends.has(name))
        ends.set(name, draftOf({ ...b, status: lost }, { judge, teams: before, on, ends: true }))
    }
  }
  return { begins: [...begins.values()], ends: [...ends.values()] }
}

const nameOf = ({ rule, jurisdiction, teams }: TeamFinding): string => [rule, jurisdiction, ...teams].join()

/** Findings by rule and teams: their ids count how often it happened, which a plan may change. */
const failing = (judge: TeamJudge, teams: readonly TeamFacts[]): ReadonlyMap<string, readonly TeamFinding[]> =>
  grouped(judge.findings(teams), nameOf)

interface Fails {
  readonly finding: TeamFinding
  readonly status: Standing
}

const standingOn = (findings: readonly TeamFinding[] | undefined, on: Day): Fails | null => {
  for (const finding of findings ?? []) {
    const span = finding.spans.find(({ from, to }) => from <= on && on < to)
    if (span === undefined || span.shownWith !== null) continue
    return { finding, status: span.status === 'ACTIVE' ? 'ACTIVE' : 'UNDETERMINED' }
  }
  return null
}

interface Seen {
  readonly judge: TeamJudge
  readonly teams: readonly TeamFacts[]
  readonly on: Day
  readonly ends: boolean
}

const draftOf = ({ finding, status }: Fails, { judge, teams, on, ends }: Seen): Draft => ({
  kind: 'composition',
  rule: finding.rule,
  catalogueId: finding.catalogueId,
  effect: finding.effect,
  digest: finding.digest,
  status,
  since: ends ? dayOrNull(finding.from) : on,
  until: ends ? on : dayOrNull(finding.to),
  veiled: null,
  tell: (words) => {
    const names = finding.teams.map((team) => words.team(team)).join(words.language === 'zh' ? '、' : ', ')
    return {
      subject: `${names}${words.language === 'zh' ? '：' : ': '}${words.title(finding)}`,
      subjects: words.subjects([], finding.teams),
      explain: () => {
        const all = judge.standings(teams, on)
        const standing = all.find((each) => each.rule === finding.rule && sameTeams(each, finding))
        return standing?.explain(words.language).text ?? words.law(finding)
      },
    }
  },
})

const sameTeams = (a: { readonly teams: readonly string[] }, b: { readonly teams: readonly string[] }): boolean =>
  a.teams.length === b.teams.length && a.teams.every((team) => b.teams.includes(team))
