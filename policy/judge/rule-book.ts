import { type Governs, governing } from '../facts/authority.ts'
import type { Divisions } from '../facts/person.ts'
import type { Dim } from '../facts/vocabulary.ts'
import type { Installation } from '../law/plugin.ts'
import type { ExemptionRule, RotationRule, Rule } from '../law/rule.ts'
import type { Day } from '../time/day.ts'
import { complement, type Days, daysFrom, intersect, minus, unionAll } from '../time/days.ts'
import { type CompiledRule, compileRule } from './compiled-rule.ts'
import { type Locals, localsOf } from './delegation/local-lines.ts'
import type { LocalValues } from './delegation/local-values.ts'
import { accountsOf } from './fuel.ts'

/** All versions of one rule at one jurisdiction: their days are united before anything is read off them (S9). */
export interface Line<C> {
  readonly id: string
  readonly jurisdiction: string
  readonly governs: Governs
  /** Oldest installation first. */
  readonly versions: readonly C[]
  /** Where places below set values of it; `null` where none does. */
  readonly locals: Locals<C> | null
  /** Whose steps its judging takes (`accountsOf`). */
  readonly account: number
}

export type RuleLine<R extends RotationRule | ExemptionRule = RotationRule | ExemptionRule> = Line<CompiledRule<R>>

export interface RotationLine extends RuleLine<RotationRule> {
  readonly per: readonly Dim[]
  /** Exemptions that may reach this rule. */
  readonly reachedBy: readonly Reaching[]
}

/** An exemption, and the days on which it may reach a rule: the version of each that stands then has the say (S15). */
export interface Reaching {
  readonly exemption: RuleLine<ExemptionRule>
  /** `null`: always. */
  readonly on: Days | null
}

/** Every enabled rotation rule of the installed plugins, each with the exemptions that reach it. */
export const ruleBook = (installations: readonly Installation[], divisions: Divisions): readonly RotationLine[] => {
  const bench = benchOf(installations, divisions)
  const exempting = linesOf(bench, (rule, at) => (rule.kind === 'exemption' ? compileRule(rule, at) : null))
  const compile: Compile<CompiledRule<RotationRule>> = (rule, at, values) =>
    rule.kind === 'rotation' ? compileRule(rule, at, values) : null
  return linesOf(bench, compile, ({ rule }) => rule.per.join()).map((line) => ({
    ...line,
    per: line.versions[0]?.rule.per ?? [],
    reachedBy: exempting.flatMap((exemption) => reaching(exemption, line, divisions) ?? []),
  }))
}

/** What is installed, and whom each jurisdiction that installed something governs. */
export interface Bench {
  /** Oldest first. */
  readonly installations: readonly Installation[]
  /** Those that set values for a superior. */
  readonly setting: readonly Installation[]
  readonly divisions: Divisions
  readonly governs: ReadonlyMap<string, Governs>
  readonly account: (installation: Installation) => number
}

export const benchOf = (installations: readonly Installation[], divisions: Divisions): Bench => {
  const ordered = installations.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))
  return {
    installations: ordered,
    setting: ordered.filter(({ plugin }) => Object.keys(plugin.delegated ?? {}).length > 0),
    divisions,
    governs: new Map(installations.map(({ jurisdiction: code }) => [code, governing(code, divisions)])),
    account: accountsOf(installations),
  }
}

/** A rule of an installation made ready to judge, with values that lower documents set where there are any; `null`: not of this kind. */
export type Compile<C> = (rule: Rule, installation: Installation, values?: LocalValues) => C | null

/** The latest version whose days meet the finding's. */
export const versionFor = <C extends Compiled>(line: Pick<Line<C>, 'id' | 'versions'>, from: Day, to: Day): C => {
  const meets = line.versions.findLast((v) => intersect(daysFrom(v.from, v.to), daysFrom(from, to)).length > 0)
  const version = meets ?? line.versions[0]
  if (version === undefined) throw new RangeError(`Rule \`${line.id}\` has no version.`)
  return version
}

export interface Compiled {
  readonly id: string
  readonly rule: Rule
  readonly installation: Installation
  readonly from: Day
  readonly to: Day
}

/** Every enabled rule that `compile` answers to: its versions at each jurisdiction together, those of another `variant` apart. */
export const linesOf = <C extends Compiled>(
  bench: Bench,
  compile: Compile<C>,
  variant: (rule: C) => string = () => '',
): readonly Line<C>[] => {
  const byName = new Map<string, C[]>()
  for (const installation of bench.installations)
    for (const written of installation.plugin.rules) {
      const rule = written.enabled === false ? null : compile(written, installation)
      if (rule === null) continue
      const name = `${installation.jurisdiction} ${rule.id} ${variant(rule)}`
      byName.set(name, [...(byName.get(name) ?? []), rule])
    }
  return [...byName.values()].flatMap((versions) => {
    const first = versions[0]
    const governs = bench.governs.get(first?.installation.jurisdiction ?? '')
    if (first === undefined || governs === undefined) return []
    const { jurisdiction } = first.installation
    const locals = localsOf(bench, jurisdiction, versions, compile)
    return [{ id: first.id, jurisdiction, governs, versions, locals, account: bench.account(first.installation) }]
  })
}

/** The days on which an exemption may reach a rule; `null` where no version of it reaches any. */
const reaching = (
  exemption: RuleLine<ExemptionRule>,
  rotation: Line<CompiledRule<RotationRule>>,
  divisions: Divisions,
): Reaching | null => {
  const pairs = exemption.versions.flatMap((own) =>
    rotation.versions.map((other) => ({
      reaches: reaches(own, other, divisions),
      days: intersect(daysFrom(own.from, own.to), daysFrom(other.from, other.to)),
    })),
  )
  const daysOf = (as: boolean) => unionAll(pairs.flatMap(({ reaches, days }) => (reaches === as ? [days] : [])))
  if (!pairs.some(({ reaches }) => reaches)) return null
  const out = minus(daysOf(false), daysOf(true))
  return { exemption, on: out.length === 0 ? null : complement(out) }
}

/** S8: an exemption reaches rules of its own plugin, rules below it, and superior rules that list its level. */
const reaches = (
  exemption: CompiledRule<ExemptionRule>,
  rotation: CompiledRule<RotationRule>,
  divisions: Divisions,
): boolean =>
  exemption.rule.appliesTo.some((target) => {
    const [here, there] = [exemption.installation.jurisdiction, rotation.installation.jurisdiction]
    const own = here === there && rotation.installation.plugin.id === exemption.installation.plugin.id
    if (target === 'own') return own
    const below = here !== there && divisions.chain(there).includes(here)
    if (target === 'below') return below
    if (target !== rotation.id) return false
    if (own || below) return true
    const level = divisions.level(here)
    const superior = here !== there && divisions.chain(here).includes(there)
    return superior && level !== null && rotation.rule.exemptable?.includes(level) === true
  })
