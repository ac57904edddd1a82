import { type Governs, governing } from '../facts/authority.ts'
import type { Divisions } from '../facts/person.ts'
import type { Dim } from '../facts/vocabulary.ts'
import type { Installation } from '../law/plugin.ts'
import type { ExemptionRule, RotationRule, Rule } from '../law/rule.ts'
import type { Day } from '../time/day.ts'
import { daysFrom, intersect } from '../time/days.ts'
import { type CompiledRule, compileRule } from './compiled-rule.ts'
import { accountsOf } from './fuel.ts'

/** All versions of one rule at one jurisdiction: their days are united before anything is read off them (S9). */
export interface Line<C> {
  readonly id: string
  readonly jurisdiction: string
  readonly governs: Governs
  /** Oldest installation first. */
  readonly versions: readonly C[]
}

export interface RuleLine<R extends RotationRule | ExemptionRule = RotationRule | ExemptionRule>
  extends Line<CompiledRule<R>> {
  /** Whose steps its judging takes (`accountsOf`). */
  readonly account: number
}

export interface RotationLine extends RuleLine<RotationRule> {
  readonly per: readonly Dim[]
  /** Exemptions that may reach this rule. */
  readonly reachedBy: readonly RuleLine<ExemptionRule>[]
}

/** Every enabled rotation rule of the installed plugins, each with the exemptions that reach it. */
export const ruleBook = (installations: readonly Installation[], divisions: Divisions): readonly RotationLine[] => {
  const rotations = compiled(installations, (rule, at) => (rule.kind === 'rotation' ? compileRule(rule, at) : null))
  const exemptions = compiled(installations, (rule, at) => (rule.kind === 'exemption' ? compileRule(rule, at) : null))
  const governs = governors(installations, divisions)
  const account = accountsOf(installations)
  const exempting = lines(exemptions, () => '', governs).map((line) => ({
    ...line,
    account: account(line.versions[0]?.installation),
  }))
  return lines(rotations, (c) => c.rule.per.join(), governs).map((line) => ({
    ...line,
    account: account(line.versions[0]?.installation),
    per: line.versions[0]?.rule.per ?? [],
    reachedBy: exempting.filter((exemption) => reaches(exemption, line, divisions)),
  }))
}

/** Every enabled rule that `compile` answers to, oldest installation first. */
export const compiled = <C>(
  installations: readonly Installation[],
  compile: (rule: Rule, installation: Installation) => C | null,
): readonly C[] =>
  installations
    .toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))
    .flatMap((installation) =>
      installation.plugin.rules
        .filter((rule) => rule.enabled !== false)
        .map((rule) => compile(rule, installation))
        .filter((rule) => rule !== null),
    )

/** Whom each jurisdiction that installed something governs. */
export const governors = (installations: readonly Installation[], divisions: Divisions): ReadonlyMap<string, Governs> =>
  new Map(installations.map(({ jurisdiction: code }) => [code, governing(code, divisions)]))

/** The latest version whose days meet the finding's. */
export const versionFor = <C extends Compiled>(line: Line<C>, from: Day, to: Day): C => {
  const meets = line.versions.findLast((v) => intersect(daysFrom(v.from, v.to), daysFrom(from, to)).length > 0)
  const version = meets ?? line.versions[0]
  if (version === undefined) throw new RangeError(`Rule \`${line.id}\` has no version.`)
  return version
}

interface Compiled {
  readonly id: string
  readonly installation: Installation
  readonly from: Day
  readonly to: Day
}

/** The versions of each rule at each jurisdiction together; those of another `variant` are a line of their own. */
export const lines = <C extends Compiled>(
  compiled: readonly C[],
  variant: (rule: C) => string,
  at: ReadonlyMap<string, Governs>,
): readonly Line<C>[] => {
  const byName = new Map<string, C[]>()
  for (const rule of compiled) {
    const name = `${rule.installation.jurisdiction} ${rule.id} ${variant(rule)}`
    byName.set(name, [...(byName.get(name) ?? []), rule])
  }
  return [...byName.values()].flatMap((versions) => {
    const first = versions[0]
    const governs = at.get(first?.installation.jurisdiction ?? '')
    if (first === undefined || governs === undefined) return []
    return [{ id: first.id, jurisdiction: first.installation.jurisdiction, governs, versions }]
  })
}

/** S8: an exemption reaches rules of its own plugin, rules below it, and superior rules that list its level. */
const reaches = (
  exemption: RuleLine<ExemptionRule>,
  rotation: Line<CompiledRule<RotationRule>>,
  divisions: Divisions,
): boolean =>
  exemption.versions.some(({ rule, installation }) =>
    rule.appliesTo.some((target) => {
      const [here, there] = [installation.jurisdiction, rotation.jurisdiction]
      const own = here === there && rotation.versions.some((v) => v.installation.plugin.id === installation.plugin.id)
      if (target === 'own') return own
      const below = here !== there && divisions.chain(there).includes(here)
      if (target === 'below') return below
      if (target !== rotation.id) return false
      if (own || below) return true
      const level = divisions.level(here)
      const superior = here !== there && divisions.chain(here).includes(there)
      return superior && rotation.versions.some((v) => level !== null && v.rule.exemptable?.includes(level))
    }),
  )
