import { divisionLevels } from '../../facts/vocabulary.ts'
import { delegationProblems } from '../../law/checks/delegated.ts'
import type { Bilingual } from '../../law/citation.ts'
import type { Parameter } from '../../law/dated.ts'
import { openTo } from '../../law/delegation.ts'
import { fits, needsOf } from '../../law/need.ts'
import type { Installation } from '../../law/plugin.ts'
import type { PluginProblem } from '../../law/problem.ts'
import type { ConformanceItem } from './certificate.ts'
import { datedClauses, sharedPieces } from './dated-clauses.ts'
import { dutiesAndExemptions } from './exemption-items.ts'
import { holding, refusing } from './item.ts'
import { combined, opposite } from './literal.ts'
import type { LowerDocument } from './lower-document.ts'
import { citedSuperior } from './rule-words.ts'
import { alternativesImply } from './subsumption.ts'
import type { SuperiorRule } from './superior-rules.ts'
import { bars, bench, standings } from './witness/bench.ts'
import { findOfficer } from './witness/candidates.ts'
import type { Officer } from './witness/officer.ts'

/** Values of superior parameters that the document sets: only those that a superior rule hands down, within its range. */
export const delegationItems = (lower: LowerDocument): readonly ConformanceItem[] => {
  const { plugin, at, superiors, divisions } = lower
  const problems = delegationProblems(plugin, at, superiors, divisions)
  const refusals = problems.flatMap((problem) => refusal(problem, lower))
  return Object.entries(plugin.delegated ?? {}).flatMap(([name, parameter]) => {
    const refused = refusals.filter(({ path }) => path[1] === name)
    // One rule that does not let it stands for all that do not.
    if (refused.length > 0) return refused
    return handing(lower, name).map((superior) => allowing(superior, name, parameter, lower))
  })
}

/** The rules that hand the parameter down to this level and place. */
const handing = ({ rules, plugin, at, divisions }: LowerDocument, name: string): readonly SuperiorRule[] => {
  const by = { level: plugin.level, autonomous: divisions.autonomous(at) }
  return rules.filter(({ rule, installation }) => {
    const key = parameterOf(installation, name)
    return key !== null && openTo(rule, key, by).length > 0 && needsOf(installation.plugin, rule, key).length > 0
  })
}

/** What a document calls a parameter of this full name; `null` where it is of another document. */
const parameterOf = ({ plugin: { id } }: Installation, name: string): string | null =>
  name.startsWith(`${id}/`) ? name.slice(id.length + 1) : null

const titleOf = ({ installation }: SuperiorRule, name: string, { title }: Parameter): Bilingual =>
  installation.plugin.parameters[parameterOf(installation, name) ?? '']?.title ?? title

const allowing = (
  superior: SuperiorRule,
  name: string,
  parameter: Parameter,
  lower: LowerDocument,
): ConformanceItem => {
  const [cited, title] = [citedSuperior(superior), titleOf(superior, name, parameter)]
  return holding({ point: 'delegation', path: ['delegated', name], superior }, 'allowed', {
    zh: `${cited.zh}授权${divisionLevels[lower.plugin.level]}在此范围内规定“${title.zh}”。`,
    en: `${cited.en} lets a ${lower.plugin.level} set “${title.en}” within this range.`,
  })
}

/** A refused value, in the words of the check, with an officer whom it would release. What no rule reads loosens none. */
const refusal = (told: PluginProblem, lower: LowerDocument): readonly ConformanceItem[] => {
  const { code, path, superior: against, message, remedy } = told
  const name = path[1] ?? ''
  const parameter = lower.plugin.delegated?.[name]
  const superior = lower.rules.findLast(({ id }) => id === against?.rule)
  if (against === undefined || parameter === undefined || superior === undefined || !isVerdict(code)) return []
  const title = titleOf(superior, name, parameter)
  const refused = path[3] === undefined ? parameter : alone(parameter, Number(path[3]))
  const item = refusing(
    { point: 'delegation', path, superior },
    message,
    released(superior, name, refused, lower),
    ({ on }) => ({
      zh: `本文件把“${title.zh}”改为 ${valuesOf(parameter)}：${on}不再要求。`,
      en: `The document sets “${title.en}” to ${valuesOf(parameter)}: on ${on} nothing is asked.`,
    }),
  )
  return [{ ...item, superior: against, verdict: code, remedy }]
}

/** The one value, on the days it stands; the superior's own on all others. */
const alone = (parameter: Parameter, n: number): Parameter => ({
  ...parameter,
  values: parameter.values.map((dated, i) => (i === n ? dated : { ...dated, value: null })),
})

const isVerdict = (code: PluginProblem['code']): code is NonNullable<ConformanceItem['verdict']> =>
  code === 'NOT_DELEGABLE' || code === 'OUT_OF_RANGE' || code === 'PARAMETER_TYPE'

const valuesOf = ({ values }: Parameter): string => values.map(({ value }) => JSON.stringify(value)).join(', ')

/** Someone whom the superior binds by its own value and would not by this one. */
const released = (superior: SuperiorRule, name: string, parameter: Parameter, lower: LowerDocument): Officer | null => {
  const { at, divisions } = lower
  const changed = withValue(superior, parameterOf(superior.installation, name) ?? '', parameter)
  const mine = datedClauses(superior.rule, changed, divisions)
  const theirs = datedClauses(superior.rule, superior.installation, divisions)
  const ask = asking(superior, changed, lower)
  for (const [s, l, days] of sharedPieces(theirs, mine)) {
    // As strict a value releases nobody.
    if (s.clauses === null || l.clauses === null || alternativesImply(s.clauses, l.clauses)) continue
    const not =
      combined(
        l.clauses.map((clause) => clause.map((literal) => [opposite(literal)])),
        true,
      ) ?? []
    const facts = [...s.clauses, ...s.clauses.flatMap((clause) => not.slice(0, 24).map((no) => [...clause, ...no]))]
    const thresholds = [...s.clauses, ...l.clauses]
    const officer = findOfficer(
      { superior, others: lower.rules, at, divisions, effort: lower.effort, days, facts, thresholds },
      ask,
    )
    if (officer !== null) return officer
  }
  return null
}

/** The engine: the superior alone binds, the superior with the value in its place does not. */
const asking = (superior: SuperiorRule, changed: Installation, lower: LowerDocument) => {
  const { rule, installation, id } = superior
  const { at, divisions, superiors } = lower
  if (rule.kind !== 'rotation')
    return (officer: Officer): boolean =>
      bars(installation, rule, officer, lower) && !bars(changed, rule, officer, lower)
  const judging = (mine: Installation) =>
    bench(
      superiors.map((one) => dutiesAndExemptions(one === installation ? mine : one, superior)),
      at,
      divisions,
    )
  const [before, after] = [judging(installation), judging(changed)]
  const binds = (asked: typeof before, officer: Officer) =>
    standings(asked, officer, id).some(({ status }) => status === 'ACTIVE')
  return (officer: Officer): boolean => binds(before, officer) && !binds(after, officer)
}

/** The superior with this value from its first day on, and its own before. */
const withValue = ({ rule, installation }: SuperiorRule, key: string, parameter: Parameter): Installation => {
  const needs = needsOf(installation.plugin, rule, key)
  const values = parameter.values.filter(({ value }) => value === null || needs.every((need) => fits(value, need)))
  const own = installation.plugin.parameters[key]
  const first = values[0]?.from
  if (own === undefined || first === undefined) return installation
  const kept = own.values.filter(({ from }) => from < first)
  const superiors = (from: string) => own.values.findLast((dated) => dated.from <= from)?.value ?? null
  const set = values.map((dated) => ({ ...dated, value: dated.value ?? superiors(dated.from) }))
  const parameters = { ...installation.plugin.parameters, [key]: { ...own, values: [...kept, ...set] } }
  return { ...installation, plugin: { ...installation.plugin, parameters } }
}
