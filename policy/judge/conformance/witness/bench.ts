import type { DivisionCode, Divisions } from '../../../facts/person.ts'
import type { Installation } from '../../../law/plugin.ts'
import type { Rule } from '../../../law/rule.ts'
import { day } from '../../../time/day.ts'
import { casePerson } from '../../case-person.ts'
import { storySetting } from '../../case-story.ts'
import type { Finding, Span } from '../../finding.ts'
import { compile, type Judge } from '../../judge.ts'
import { moveBarred, movesInCase } from '../../move/moves-of-case.ts'
import { barOn, conflictsInCase } from '../../pair/pairs-of-case.ts'
import { teamFails, teamsInCase } from '../../team/teams-of-case.ts'
import type { Officer } from './officer.ts'

/** Policies at work, asked about made-up officers whom the jurisdiction manages. */
export interface Bench {
  readonly divisions: Divisions
  readonly at: DivisionCode
  duties(officer: Officer): readonly Finding[]
}

export const bench = (installations: readonly Installation[], at: DivisionCode, divisions: Divisions): Bench => {
  let plain: Judge | null = null
  const judgeFor = (officer: Officer): Judge => {
    if (officer.successions !== undefined) return compile(installations, storySetting(officer, divisions))
    plain ??= compile(installations, storySetting(officer, divisions))
    return plain
  }
  return { divisions, at, duties: (officer) => judgeFor(officer).findings(casePerson(officer, at)) }
}

/** A duty as it stands on the officer's day. */
export type Standing = Pick<Finding, 'effect' | 'key'> & Pick<Span, 'status' | 'dueBy'>

export const standings = (asked: Bench, officer: Officer, rule: string): readonly Standing[] => {
  const on = day(officer.on)
  return asked
    .duties(officer)
    .filter((finding) => finding.rule === rule)
    .flatMap(({ effect, key, spans }) =>
      spans
        .filter(({ from, to }) => from <= on && on < to)
        .map(({ status, dueBy }) => ({ effect, key, status, dueBy })),
    )
}

/** The installation with these of its rules alone. */
export const only = (installation: Installation, keep: (rule: Rule) => boolean): Installation => ({
  ...installation,
  plugin: { ...installation.plugin, rules: installation.plugin.rules.filter(keep) },
})

/** Whether a bar, or a demand on a team, surely stands against the story on its day. */
export const bars = (
  installation: Installation,
  rule: Rule,
  officer: Officer,
  { at, divisions }: Pick<Bench, 'at' | 'divisions'>,
): boolean => {
  const alone = { ...installation, plugin: { ...installation.plugin, rules: [rule] } }
  const id = `${installation.plugin.id}/${rule.id}`
  const on = day(officer.on)
  if (rule.kind === 'avoidance') return barOn(conflictsInCase(officer, alone, divisions, at), id, on) === 'binds'
  if (rule.kind === 'composition') return teamFails(teamsInCase(officer, alone, divisions, at), id, on) === 'binds'
  return moveBarred(movesInCase(officer, alone, divisions, at), id) === 'binds'
}
