import { anyAvoidance } from '../acts/conflicts/any-avoidance.ts'
import { explainConflicts } from '../acts/conflicts/explain-conflicts.ts'
import { sweepFirst } from '../acts/conflicts/first-sweep.ts'
import type { AsOf } from '../db/queries/as-of.ts'
import type { ConflictDay, ConflictSide } from '../db/queries/conflict-day.ts'
import { type ConflictPage, conflictsIn, restatedConflicts } from '../db/queries/conflicts.ts'
import { postNames } from '../db/queries/evaluation-names.ts'
import { jurisdictionsByCode } from '../db/queries/jurisdictions.ts'
import { isAnyoneOnFile } from '../db/queries/on-file.ts'
import { type PersonRow, peopleById } from '../db/queries/people.ts'
import { type Triage, triagesOf } from '../db/queries/triages.ts'
import { type Tx, transaction } from '../db/transaction.ts'
import type { DayText, Language } from '../policy/index.ts'
import { withDatabase } from './database.ts'
import { dayAsked } from './day.ts'
import { governing } from './governing.ts'
import { noSuchPlace } from './no-such-place.ts'
import { type RuleTitle, ruleTitles } from './titles.ts'
import { inUnit } from './within-unit.ts'

/** One of the two, as a list names them. */
export interface NamedSide {
  readonly name: string
  readonly code: string | null
  /** Unit and title. */
  readonly post: string
}

/** A conflict with the names of everything it speaks of. */
export interface ConflictEntry {
  readonly conflict: ConflictDay
  /** The rule, and the superior ones it says again. */
  readonly laws: readonly [RuleTitle, ...RuleTitle[]]
  readonly sides: readonly [NamedSide, NamedSide]
  readonly triage: Triage | null
  /** Why, in one sentence; `null` where it was not asked for. */
  readonly sentence: string | null
}

/** The conflicts of a place on a day. */
export interface ConflictList {
  readonly at: { readonly code: string; readonly name: string }
  readonly on: DayText
  readonly language: Language
  readonly below: boolean
  /** False on days no avoidance rule covers: then nothing is said, which is not the same as nobody being barred. */
  readonly governed: boolean
  /** False while nobody is on file there: then nothing is said either. */
  readonly rostered: boolean
  readonly entries: readonly ConflictEntry[]
}

export interface ConflictListOptions {
  readonly at: string
  readonly on: string | undefined
  readonly below: boolean
  /** Code of the unit in which a side must sit, or below which. */
  readonly unit: string | undefined
  readonly language: Language
  readonly explained: boolean
}

export const conflictList = (options: ConflictListOptions): Promise<ConflictList> =>
  withDatabase(async (db) => {
    await sweepFirst(db, options.at, options.below)
    return transaction(db, { mode: 'read', pace: 'job' }, (tx) => listOf(tx, options))
  })

const listOf = async (tx: Tx, options: ConflictListOptions): Promise<ConflictList> => {
  const { at, below, unit, language } = options
  const [jurisdiction] = await jurisdictionsByCode(tx, [at])
  if (!jurisdiction) throw noSuchPlace(at)
  const day: AsOf = { on: await dayAsked(tx, options.on), knownAt: null }
  const all = await everyConflict(tx, at, below, day)
  const found = unit === undefined ? all : await inUnit(tx, all, unit, at, day)
  const policies = await governing(tx, at, day.on)
  return {
    at: { code: jurisdiction.code, name: jurisdiction.name },
    ...{ on: day.on, language, below },
    // What is below may have a rule of its own where the place asked about has none.
    governed: anyAvoidance(policies) || all.length > 0,
    rostered: await isAnyoneOnFile(tx, { authority: at, below }),
    entries: await entriesOf(tx, found, day, options),
  }
}

const atOnce = 500

const everyConflict = async (tx: Tx, authority: string, below: boolean, at: AsOf): Promise<readonly ConflictDay[]> => {
  const search = { authority, scope: below ? 'SUBTREE' : 'OWN' } as const
  const all: ConflictDay[] = []
  for (let after: ConflictPage['after'] = null; ; ) {
    const page = await conflictsIn(tx, search, at, { limit: atOnce, after })
    all.push(...page)
    const last = page.at(-1)
    if (last === undefined || page.length < atOnce) return all
    after = { rank: last.effectRank, since: last.since, id: last.id }
  }
}

const entriesOf = async (
  tx: Tx,
  found: readonly ConflictDay[],
  at: AsOf,
  { language, explained }: ConflictListOptions,
): Promise<readonly ConflictEntry[]> => {
  if (found.length === 0) return []
  const sides = found.flatMap((conflict) => conflict.sides)
  const titles = await ruleTitles(tx, language)
  const people = byId(await peopleById(tx, distinct(sides.map(({ person }) => person))))
  const posts = await postNames(tx, [...new Set(sides.map(({ post }) => post.id))], null)
  const [restated, triages] = [await restatedConflicts(tx, found, at), await triagesOf(tx, found, null)]
  const asked = found.map((conflict) => ({ conflict, naming: 'full' as const, about: conflict.sides[0].person.id }))
  const told = explained ? await explainConflicts(tx, asked, at, language) : []
  const titleOf = (id: string) => titles.get(id) ?? { catalogueId: id, title: id, source: '' }
  const named = ({ person, post }: ConflictSide): NamedSide => {
    const { name = person.id, code = null } = people.get(person.id) ?? {}
    return { name, code, post: posts.get(post.id) ?? '' }
  }
  return found.map((conflict, i) => ({
    conflict,
    laws: [titleOf(conflict.rule), ...(restated[i] ?? []).map(({ rule }) => titleOf(rule))],
    sides: [named(conflict.sides[0]), named(conflict.sides[1])],
    triage: triages[i] ?? null,
    sentence: told[i]?.text ?? null,
  }))
}

const byId = (rows: readonly (PersonRow | null)[]): ReadonlyMap<string, PersonRow> =>
  new Map(rows.flatMap((row) => (row === null ? [] : [[row.id, row] as const])))

const distinct = <Row extends { readonly id: string }>(refs: readonly Row[]): Row[] => [
  ...new Map(refs.map((ref) => [ref.id, ref])).values(),
]
