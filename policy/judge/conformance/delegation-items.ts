import { divisionLevels } from '../../facts/vocabulary.ts'
import type { Parameter } from '../../law/dated.ts'
import type { Installation } from '../../law/plugin.ts'
import { computedOf } from '../../law/rule.ts'
import { parametersOf } from '../resolve.ts'
import type { ConformanceItem } from './certificate.ts'
import { datedClauses, sharedPieces } from './dated-clauses.ts'
import { type DelegationVerdict, delegationVerdict, grantedBy } from './delegation-verdict.ts'
import { dutiesAndExemptions } from './exemption-items.ts'
import { type Asked, holding, refusing } from './item.ts'
import { combined, opposite } from './literal.ts'
import type { LowerDocument } from './lower-document.ts'
import { citedSuperior } from './rule-words.ts'
import { alternativesImply } from './subsumption.ts'
import type { SuperiorRule } from './superior-rules.ts'
import { bars, bench, standings } from './witness/bench.ts'
import { findOfficer } from './witness/candidates.ts'
import type { Officer } from './witness/officer.ts'

/** Values of superior parameters that the document sets: only those that a superior rule hands down, within its range. */
export const delegationItems = (lower: LowerDocument): readonly ConformanceItem[] =>
  Object.entries(lower.plugin.delegated ?? {}).flatMap(([name, parameter]) => {
    const [plugin = '', key = ''] = name.split('/')
    const items = naming(lower, plugin, key).map((superior) =>
      decided({ point: 'delegation', path: ['delegated', name], superior }, key, parameter, lower),
    )
    // Where nobody hands it down, one rule that reads it stands for all.
    const refused = items.filter(({ verdict }) => verdict === 'NOT_DELEGABLE')
    const told = refused.find(({ counterexample }) => counterexample !== null) ?? refused[0]
    return told === undefined ? items : [told]
  })

/** Nobody has told yet which divisions are autonomous areas. */
const isAutonomous = false

/** Rules of the superior that hand the parameter down to this level; else those that read it at all. */
const naming = ({ rules, plugin: { level } }: LowerDocument, plugin: string, key: string): readonly SuperiorRule[] => {
  const reading = rules.filter(
    ({ rule, installation }) =>
      installation.plugin.id === plugin && parametersOf(computedOf(rule), installation.plugin).has(key),
  )
  const handing = reading.filter(({ rule }) => grantedBy(rule, key, level, isAutonomous).length > 0)
  return handing.length > 0 ? handing : reading
}

const decided = (asked: Asked, key: string, parameter: Parameter, lower: LowerDocument): ConformanceItem => {
  const { superior } = asked
  const verdict = delegationVerdict(superior, key, parameter, lower.plugin.level, isAutonomous)
  const title = superior.installation.plugin.parameters[key]?.title ?? parameter.title
  const cited = citedSuperior(superior)
  if (verdict === 'allowed')
    return holding(asked, 'allowed', {
      zh: `${cited.zh}授权${divisionLevels[lower.plugin.level]}在此范围内规定“${title.zh}”。`,
      en: `${cited.en} lets a ${lower.plugin.level} set “${title.en}” within this range.`,
    })
  const refused = refusing(
    asked,
    because(verdict, cited, title, lower),
    released(superior, key, parameter, lower),
    ({ on }) => ({
      zh: `本文件把“${title.zh}”改为 ${valuesOf(parameter)}：${on}不再要求。`,
      en: `The document sets “${title.en}” to ${valuesOf(parameter)}: on ${on} nothing is asked.`,
    }),
  )
  return { ...refused, verdict }
}

const because = (
  verdict: Exclude<DelegationVerdict, 'allowed'>,
  cited: { readonly zh: string; readonly en: string },
  title: { readonly zh: string; readonly en: string },
  { plugin: { level } }: LowerDocument,
) =>
  verdict === 'NOT_DELEGABLE'
    ? {
        zh: `${cited.zh}没有授权${divisionLevels[level]}规定“${title.zh}”。`,
        en: `${cited.en} lets no ${level} set “${title.en}”.`,
      }
    : {
        zh: `“${title.zh}”的值超出${cited.zh}授权的范围。`,
        en: `The value of “${title.en}” lies outside what ${cited.en} lets a ${level} set.`,
      }

const valuesOf = ({ values }: Parameter): string => values.map(({ value }) => JSON.stringify(value)).join(', ')

/** Someone whom the superior binds by its own value and would not by this one. */
const released = (superior: SuperiorRule, key: string, parameter: Parameter, lower: LowerDocument): Officer | null => {
  const { at, divisions } = lower
  const changed = withValue(superior.installation, key, parameter)
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
const withValue = (installation: Installation, key: string, { values }: Parameter): Installation => {
  const own = installation.plugin.parameters[key]
  const first = values[0]?.from
  if (own === undefined || first === undefined) return installation
  const kept = own.values.filter(({ from }) => from < first)
  const superiors = (from: string) => own.values.findLast((dated) => dated.from <= from)?.value ?? null
  const set = values.map((dated) => ({ ...dated, value: dated.value ?? superiors(dated.from) }))
  const parameters = { ...installation.plugin.parameters, [key]: { ...own, values: [...kept, ...set] } }
  return { ...installation, plugin: { ...installation.plugin, parameters } }
}
