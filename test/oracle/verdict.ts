import type { Finding, Span } from '../../policy/judge/finding.ts'
import type { Day } from '../../policy/time/day.ts'
import type { Applied, Leaf, Trial } from './judge.ts'
import type { Statute } from './law.ts'
import type { Subject } from './stay.ts'

/**
 * What one completion says of a rule and key on a day; `subjects` may be none there, or two that end in one key.
 * Leaves and exemptions are asked only when someone needs to know.
 */
export class Told {
  readonly trial: Trial
  readonly statute: Statute
  readonly subjects: readonly Subject[]
  readonly day: Day
  readonly due: boolean
  #exemptions: readonly Applied[] | null = null

  constructor(trial: Trial, statute: Statute, key: readonly string[], day: Day) {
    this.trial = trial
    this.statute = statute
    this.subjects = trial.subjects(statute).filter((subject) => same(subject.key, key))
    this.day = day
    this.due = this.subjects.some((subject) => trial.due(statute, subject, day))
  }

  get leaves(): readonly Leaf[] {
    return this.subjects.flatMap((subject) => this.trial.leavesOf(this.statute, subject, this.day))
  }

  get exemptions(): readonly Applied[] {
    const [first] = this.subjects
    this.#exemptions ??= first === undefined ? [] : this.trial.exemptions(this.statute, first, this.day)
    return this.#exemptions
  }

  get exempt(): boolean {
    return this.exemptions.some((exemption) => exemption.holds)
  }
}

/** All that is said of one rule, key and day. */
export interface Point {
  readonly statute: Statute
  readonly key: readonly string[]
  readonly day: Day
  readonly told: readonly Told[]
  readonly finding: Finding | undefined
  readonly span: Span | undefined
  /** Nothing at all is unknown. */
  readonly precise: boolean
  /** Every completion was asked. */
  readonly all: boolean
  /** Keys depend on a blank level: a key of a level not on file is compared with that of the unknown one (decision 4). */
  readonly loose: boolean
}

export const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((value, i) => value === b[i])

export const tell = (trial: Trial, statute: Statute, key: readonly string[], day: Day): Told =>
  new Told(trial, statute, key, day)

/**
 * Whether the three-valued answer must be exact: among the completions is one in which every leaf that varies speaks for
 * the condition, and one in which every one speaks against it. Then no two uses of the unknown contradict each other.
 */
const isTight = (perCompletion: readonly (readonly Leaf[])[]): boolean => {
  const [first = []] = perCompletion
  const alike = (leaves: readonly Leaf[]) =>
    leaves.length === first.length && leaves.every(({ name, at }, i) => name === first[i]?.name && at === first[i]?.at)
  if (!perCompletion.every(alike)) return false
  const varying = first.flatMap(({ holds }, i) =>
    perCompletion.some((leaves) => leaves[i]?.holds !== holds) ? [i] : [],
  )
  const speaks = (leaves: readonly Leaf[], i: number, forIt: boolean) =>
    (leaves[i]?.holds === leaves[i]?.positive) === forIt
  const some = (forIt: boolean) => perCompletion.some((leaves) => varying.every((i) => speaks(leaves, i, forIt)))
  return varying.length === 0 || (some(true) && some(false))
}

type Expected = 'none' | 'ACTIVE' | 'EXEMPT' | 'DEFERRED' | 'UNDETERMINED'

const classOf = (told: readonly Told[]): 'EXEMPT' | 'DEFERRED' | null => {
  const sets = told.map((t) => JSON.stringify(t.exemptions.filter((e) => e.holds).map((e) => [e.id, e.defers])))
  if (new Set(sets).size !== 1) return null
  return told.every((t) => t.exemptions.every((e) => !e.holds || e.defers)) ? 'DEFERRED' : 'EXEMPT'
}

/** The status that S8 demands, where the completions determine it; `null` where they only bound it. */
export const demanded = ({ told, all, loose }: Point): Expected | 'exempt either way' | null => {
  if (!all || loose || told.some((t) => t.subjects.length !== 1)) return null
  if (!isTight(told.map((t) => t.leaves))) return null
  const [sureDue, mayDue] = [told.every((t) => t.due), told.some((t) => t.due)]
  if (!mayDue) return 'none'
  if (!isTight(told.map((t) => t.exemptions.flatMap((e) => e.leaves)))) return null
  if (told.every((t) => t.exempt)) return classOf(told) ?? 'exempt either way'
  return sureDue && !told.some((t) => t.exempt) ? 'ACTIVE' : 'UNDETERMINED'
}

const isExempt = (status: string): boolean => status === 'EXEMPT' || status === 'DEFERRED'

/** What every completion forbids the engine to say. */
const unsound = (point: Point, said: Expected): string | null => {
  const { told } = point
  if (said === 'none' && told.some((t) => t.due)) return 'due in some completion'
  if (said === 'ACTIVE' && !told.every((t) => t.due)) return 'not due in some completion'
  if (said === 'ACTIVE' && told.some((t) => t.exempt)) return 'exempt in some completion'
  if (isExempt(said) && told.some((t) => t.due && !t.exempt)) return 'due and not exempt in some completion'
  if (isExempt(said) && !told.some((t) => t.subjects.length === 0) && !told.every((t) => t.exempt))
    return point.told.some((t) => t.subjects.length > 1) ? null : 'not exempt in some completion'
  return null
}

export const statusOf = (point: Point): string | null => {
  const said: Expected = point.span?.status ?? 'none'
  const wrong = unsound(point, said)
  if (wrong !== null) return wrong
  if (said === 'none' && !point.told.some((t) => t.due)) return null
  const must = demanded(point)
  if (must === null || must === said || (must === 'exempt either way' && isExempt(said))) return null
  return must
}
