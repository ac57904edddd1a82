import type { Governs } from '../../facts/authority.ts'
import type { DivisionCode, Divisions } from '../../facts/person.ts'
import { delegationsOf } from '../../law/delegation.ts'
import type { Installation } from '../../law/plugin.ts'
import type { Rule } from '../../law/rule.ts'
import type { Bench, Compile, Compiled } from '../rule-book.ts'
import { localValues } from './local-values.ts'

/** A rule of a superior as it is judged at a lower place that sets some of its values. One rule with the superior's id still. */
export interface LocalLine<C> {
  readonly jurisdiction: DivisionCode
  /** From the nation down to the place itself. */
  readonly chain: readonly DivisionCode[]
  readonly governs: Governs
  /** One for each version of the rule, in its order. */
  readonly versions: readonly C[]
}

/** The places below a rule's that set values of it. */
export interface Locals<C> {
  /** Those on the chain of any of these authorities. */
  on(authorities: Iterable<DivisionCode>): readonly LocalLine<C>[]
}

/** `null` where nobody below sets a value of the rule: then it is judged the same everywhere. */
export const localsOf = <C extends Compiled>(
  { divisions, governs, setting }: Bench,
  jurisdiction: DivisionCode,
  versions: readonly C[],
  compile: Compile<C>,
): Locals<C> | null => {
  if (setting.length === 0) return null
  const below = setting.filter((lower) => sets(lower, versions) && isBelow(lower.jurisdiction, jurisdiction, divisions))
  if (below.length === 0) return null
  const places = new Map<DivisionCode, readonly Installation[]>()
  for (const lower of below) places.set(lower.jurisdiction, [...(places.get(lower.jurisdiction) ?? []), lower])
  const known = new Map<DivisionCode, LocalLine<C> | null>()
  const lineAt = (code: DivisionCode): LocalLine<C> | null => {
    const chain = divisions.chain(code)
    const above = chain.flatMap((place) => [places.get(place) ?? []])
    const governed = governs.get(code)
    let isLocal = false
    const local = versions.map((version) => {
      const values = localValues(version.rule, version.installation, above, divisions)
      isLocal ||= values !== null
      return values === null ? version : (compile(version.rule, version.installation, values) ?? version)
    })
    return isLocal && governed !== undefined ? { jurisdiction: code, chain, governs: governed, versions: local } : null
  }
  return {
    on: (authorities) => {
      const codes = new Set<DivisionCode>()
      for (const authority of authorities)
        for (const code of divisions.chain(authority)) if (places.has(code)) codes.add(code)
      return [...codes].flatMap((code): LocalLine<C>[] => {
        const line = known.get(code) ?? (known.has(code) ? null : lineAt(code))
        known.set(code, line)
        return line === null ? [] : [line]
      })
    },
  }
}

/** Whether a document sets a parameter that one of these rules delegates to somebody. */
const sets = ({ plugin: { delegated = {} } }: Installation, versions: readonly Compiled[]): boolean =>
  versions.some(({ rule, installation }) => namesOf(rule, installation).some((name) => Object.hasOwn(delegated, name)))

const namesOf = (rule: Rule, { plugin }: Installation): readonly string[] =>
  delegationsOf(rule).map(({ parameter }) => `${plugin.id}/${parameter}`)

const isBelow = (lower: DivisionCode, upper: DivisionCode, divisions: Divisions): boolean =>
  lower !== upper && divisions.chain(lower).includes(upper)
