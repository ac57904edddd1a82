import type { KnownAt, Ref } from '../db/facts.ts'
import { peopleById } from '../db/queries/people.ts'
import type { Tx } from '../db/transaction.ts'
import {
  type Day,
  type Dim,
  type Explanation,
  explainJudged,
  type Finding,
  judged,
  type Language,
  type Need,
  type NotYet,
  needsOf,
  notYet,
  type PersonFacts,
  type Span,
  type StayRun,
  stayRuns,
} from '../policy/index.ts'
import { type Bench, benchFor, type PolicyAsked } from './bench.ts'

export interface Asked {
  readonly on: Day
  readonly knownAt?: KnownAt
  /** Default: the policy by which the record of that moment was made. */
  readonly policy?: PolicyAsked
  readonly language: Language
  /** Dimension of the stays told; default post. */
  readonly per?: readonly Dim[]
}

/** A finding of one person, how it stands on the day, and why. */
export interface ExplainedFinding {
  readonly finding: Finding
  readonly span: Span
  readonly explanation: Explanation
  /** What would settle it, when it is undetermined. */
  readonly needs: readonly Need[]
}

export interface ExplainedPerson {
  /** Those whose days contain the day. */
  readonly findings: readonly ExplainedFinding[]
  readonly notYet: readonly NotYet[]
  readonly stays: readonly StayRun[]
}

/** All the law says of one person on one day, with reasons; `null` when the person is not in the graph. */
export const explainPerson = async (tx: Tx, person: Ref, asked: Asked): Promise<ExplainedPerson | null> => {
  const { on, knownAt = null, policy, language, per = ['post'] } = asked
  const moment = { knownAt, ...(policy && { policy }) }
  const [bench, [row]] = await Promise.all([benchFor(tx, [person], moment), peopleById(tx, [person])])
  const facts = bench.people[0]
  if (facts === undefined || row === undefined || row === null) return null
  return {
    findings: explainedFindings(bench, facts, on, language),
    notYet: notYet(bench.judge, facts, row.authority, on, language),
    stays: stayRuns(facts, per, bench.judge.setting, on),
  }
}

/** The findings of one person of a bench whose days contain the day, each explained. */
export const explainedFindings = (
  { judge, names }: Bench,
  person: PersonFacts,
  on: Day,
  language: Language,
): readonly ExplainedFinding[] =>
  judged(judge, person).flatMap((found) => {
    const span = found.finding.spans.find(({ from, to }) => from <= on && on < to)
    if (span === undefined) return []
    const explanation = explainJudged(found, on, language, names)
    return [{ finding: found.finding, span, explanation, needs: needsOf(found, on, language) }]
  })
