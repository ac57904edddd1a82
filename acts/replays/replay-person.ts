import type { KnownAt, Ref } from '../../db/facts.ts'
import type { Tx } from '../../db/transaction.ts'
import { addYears, type Change, changesBetween, type Day, type Finding, type Judge } from '../../policy/index.ts'
import { type Bench, benchFor, present } from '../bench.ts'

/** The three axes of a replay, and how far ahead of the day it looks. */
export interface ReplayAsked {
  /** The day the answer speaks of. */
  readonly on: Day
  /** What we knew by this instant; `null`: what we know now. */
  readonly knownAt: KnownAt
  /** What was installed by this instant; `null`: what is installed now. */
  readonly policyAt: KnownAt
  /** Years looked ahead from the day; default 0, the day alone. */
  readonly years?: number
}

/** What we would have said of a person then, beside what we say now. */
export interface Replayed {
  /** All findings that the judge of then reads off the facts of then, on whatever days. */
  readonly findings: readonly Finding[]
  readonly judge: Judge
  /** What we say now. */
  readonly now: { readonly findings: readonly Finding[]; readonly judge: Judge }
  /** From then to now, as far as it is felt on the day or in the years after it. */
  readonly changes: readonly Change[]
}

/** Judges one person anew on the three axes; reads, and writes nothing. `null` when the person is not in the graph. */
export const replayPerson = async (tx: Tx, person: Ref, asked: ReplayAsked): Promise<Replayed | null> => {
  const { knownAt, policyAt } = asked
  const then = await benchFor(tx, [person], { knownAt, policy: { policyAt, shadow: null } })
  return replayed(then, await benchFor(tx, [person], present), asked)
}

/** One person before the judge of then and that of now. */
export const replayed = (then: Bench, now: Bench, { on, years = 0 }: ReplayAsked): Replayed | null => {
  const [before, after] = [findingsBefore(then), findingsBefore(now)]
  if (before === null || after === null) return null
  return {
    findings: before,
    judge: then.judge,
    now: { findings: after, judge: now.judge },
    changes: changesBetween(before, after, { from: on, to: years === 0 ? on + 1 : addYears(on, years) }),
  }
}

const findingsBefore = ({ judge, people: [person] }: Bench): readonly Finding[] | null =>
  person === undefined ? null : judge.findings(person)
