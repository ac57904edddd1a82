import type { Governs } from '../../facts/authority.ts'
import type { DivisionCode, Divisions } from '../../facts/person.ts'
import { delegationsOf } from '../../law/delegation.ts'
import type { Installation } from '../../law/plugin.ts'
import type { Rule } from '../../law/rule.ts'
import type { Bench, Compile, Compiled } from '../rule-book.ts'
import { localValues } from './local-values.ts'

/** A superior's rule with the values of one place: whose it judges. It is one rule still, with the superior's id. */
export interface LocalLine<C> {
  /** Whoever is managed at or below the place, by nobody of whom a lower place sets values. */
  readonly governs: Governs
  /** One for each version of the rule, in its order. */
  readonly versions: readonly C[]
}

/** How a rule is judged under the places below that set values of it. */
export interface Locals<C> {
  /** Its readings for whoever is managed by these: one for each lowest place that sets values, and the superior's own. */
  of(authorities: Iterable<DivisionCode>): readonly LocalLine<C>[]
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

  /** The versions with the values of a place; the rule's own where it lawfully sets none. */
  const valued = remembered((code: DivisionCode): readonly C[] => {
    const above = divisions.chain(code).flatMap((place) => [places.get(place) ?? []])
    return versions.map((version) => {
      const values = localValues(version.rule, version.installation, above, divisions)
      return values === null ? version : (compile(version.rule, version.installation, values) ?? version)
    })
  })
  const isOwn = (local: readonly C[]) => local.every((version, i) => version === versions[i])
  /** The lowest place above somebody that sets values; `null` where the superior's own count. */
  const placeOf = remembered((authority: DivisionCode): DivisionCode | null => {
    const lowest = divisions.chain(authority).findLast((code) => places.has(code) && !isOwn(valued(code)))
    return lowest ?? null
  })
  const lineAt = remembered((place: DivisionCode | null): LocalLine<C> => {
    const isGoverned = governs.get(jurisdiction)
    return {
      governs: (authority) => isGoverned?.(authority) === true && placeOf(authority) === place,
      versions: place === null ? versions : valued(place),
    }
  })
  return { of: (authorities) => [...new Set([...authorities].map(placeOf))].map(lineAt) }
}

const remembered = <K, V>(work: (key: K) => V): ((key: K) => V) => {
  const known = new Map<K, { readonly value: V }>()
  return (key) => {
    const found = known.get(key) ?? { value: work(key) }
    known.set(key, found)
    return found.value
  }
}

/** Whether a document sets a parameter that one of these rules delegates to somebody. */
const sets = ({ plugin: { delegated = {} } }: Installation, versions: readonly Compiled[]): boolean =>
  versions.some(({ rule, installation }) => namesOf(rule, installation).some((name) => Object.hasOwn(delegated, name)))

const namesOf = (rule: Rule, { plugin }: Installation): readonly string[] =>
  delegationsOf(rule).map(({ parameter }) => `${plugin.id}/${parameter}`)

const isBelow = (lower: DivisionCode, upper: DivisionCode, divisions: Divisions): boolean =>
  lower !== upper && divisions.chain(lower).includes(upper)
