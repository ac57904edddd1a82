import { divisionsByCode } from '../facts/divisions.ts'
import type { Divisions } from '../facts/person.ts'
import type { Case, Expectation } from '../law/case.ts'
import type { PluginDocument } from '../law/plugin.ts'
import { type Day, type DayText, day, dayTextOrNull } from '../time/day.ts'
import { holdsOn } from '../time/truth.ts'
import { casePerson } from './case-person.ts'
import { ownOf, storySetting } from './case-story.ts'
import { compileRule, ruleDays, wholePerson } from './compiled-rule.ts'
import type { Finding } from './finding.ts'
import { compile } from './judge.ts'
import { moveBarred, movesInCase } from './move/moves-of-case.ts'
import { barOn, conflictsInCase } from './pair/pairs-of-case.ts'
import { teamFails, teamsInCase } from './team/teams-of-case.ts'

/** Judges a worked case under its own document alone: what each rule the case names says on the case's day. */
export const runCase = (
  plugin: PluginDocument,
  worked: Case,
  divisions: Divisions = divisionsByCode,
): Readonly<Record<string, Expectation>> => {
  const { own, setting, person, installation, findings } = judged(plugin, worked, divisions)
  const on = day(worked.on)
  const rules = new Map(plugin.rules.map((rule) => [rule.id, rule]))
  const asked = Object.keys(worked.expect)
  const kinds = new Set(asked.map((id) => rules.get(id)?.kind))
  const conflicts = kinds.has('avoidance') ? conflictsInCase(worked, installation, divisions) : []
  const moves = kinds.has('placement') || kinds.has('together') ? movesInCase(worked, installation, divisions) : []
  const teams = kinds.has('composition') ? teamsInCase(worked, installation, divisions) : []
  const answers = asked.map((id) => {
    const rule = rules.get(id)
    if (rule?.kind === 'avoidance') return [id, barOn(conflicts, `${plugin.id}/${id}`, on)]
    if (rule?.kind === 'placement' || rule?.kind === 'together') return [id, moveBarred(moves, `${plugin.id}/${id}`)]
    if (rule?.kind === 'composition') return [id, teamFails(teams, `${plugin.id}/${id}`, on)]
    if (rule?.kind !== 'exemption') return [id, dutyOn(findings(), `${plugin.id}/${id}`, on)]
    const holds = holdsOn(ruleDays(compileRule(rule, installation), wholePerson(person, own, setting)), on)
    return [id, holds === 'YES' ? 'binds' : holds === 'NO' ? 'passes' : 'undetermined']
  })
  return Object.fromEntries(answers)
}

/** The deadlines on the case's day of the rules whose deadline it states; `null` where none runs. */
export const deadlinesOf = (
  plugin: PluginDocument,
  worked: Case,
  divisions: Divisions = divisionsByCode,
): Readonly<Record<string, DayText | null>> => {
  const findings = judged(plugin, worked, divisions).findings()
  const on = day(worked.on)
  const dueBy = (id: string) =>
    findings
      .filter((finding) => finding.rule === `${plugin.id}/${id}`)
      .flatMap((finding) => finding.spans.filter((span) => span.from <= on && on < span.to))
      .find((span) => span.dueBy !== null)?.dueBy ?? null
  return Object.fromEntries(
    Object.keys(worked.dueBy ?? {}).map((id) => {
      const limit = dueBy(id)
      return [id, limit === null ? null : dayTextOrNull(limit)]
    }),
  )
}

const judged = (plugin: PluginDocument, worked: Case, divisions: Divisions) => {
  const own = ownOf(plugin)
  const setting = storySetting(worked, divisions)
  const person = casePerson(worked, own)
  const installation = { plugin, digest: '', jurisdiction: own, effectiveFrom: '1900-01-01', effectiveTo: null }
  let known: readonly Finding[] | null = null
  // Many cases ask of no duty at all: then the duties are not judged.
  const findings = () => {
    known ??= compile([installation], setting).findings(person)
    return known
  }
  return { own, setting, person, installation, findings }
}

const dutyOn = (findings: readonly Finding[], rule: string, on: Day): Expectation => {
  const statuses = findings
    .filter((finding) => finding.rule === rule)
    .flatMap((finding) => finding.spans.filter((span) => span.from <= on && on < span.to).map((span) => span.status))
  if (statuses.includes('ACTIVE')) return 'binds'
  if (statuses.includes('UNDETERMINED')) return 'undetermined'
  if (statuses.includes('DEFERRED')) return 'deferred'
  return statuses.includes('EXEMPT') ? 'exempt' : 'passes'
}
