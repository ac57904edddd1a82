import { gatherFacts, installationsAt, type KnownAt, type Ref, settingFor } from '../db/facts.ts'
import { policyMoment } from '../db/queries/evaluation-jobs.ts'
import { postNames } from '../db/queries/evaluation-names.ts'
import { peopleById } from '../db/queries/people.ts'
import type { Tx } from '../db/transaction.ts'
import {
  compile,
  type Day,
  type Dim,
  type Explanation,
  explainJudged,
  type Finding,
  type Judge,
  judged,
  type Language,
  type Names,
  type Need,
  type NotYet,
  needsOf,
  notYet,
  type PersonFacts,
  type Span,
  type StayRun,
  stayRuns,
} from '../policy/index.ts'

/** A judge, and all it may know about some people: what every answer with a reason is read off. */
export interface Bench {
  readonly judge: Judge
  /** In the order asked for; who is not in the graph is left out. */
  readonly people: readonly PersonFacts[]
  readonly names: Names
}

/** Facts and policy as recorded at a moment; `null`: now, under the policy by which people are judged now. */
export const benchFor = async (tx: Tx, people: readonly Ref[], knownAt: KnownAt = null): Promise<Bench> => {
  const [facts, moment] = await Promise.all([
    gatherFacts(tx, people, knownAt),
    knownAt === null ? policyMoment(tx, people) : knownAt,
  ])
  const [installations, setting, names] = await Promise.all([
    installationsAt(tx, moment),
    settingFor(tx, facts, knownAt),
    namesFor(tx, facts, knownAt),
  ])
  return { judge: compile(installations, setting), people: facts, names }
}

/** Assignments are called by the unit and title of their post. */
const namesFor = async (tx: Tx, people: readonly PersonFacts[], knownAt: KnownAt): Promise<Names> => {
  const posts = new Map(
    people.flatMap(({ pieces }) => pieces.map(({ assignment, post }) => [assignment, post] as const)),
  )
  const titles = await postNames(tx, [...new Set(posts.values())], knownAt)
  return { assignment: (id) => titles.get(posts.get(id) ?? '') ?? id }
}

export interface Asked {
  readonly on: Day
  readonly knownAt?: KnownAt
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
  const { on, knownAt = null, language, per = ['post'] } = asked
  const [bench, [row]] = await Promise.all([benchFor(tx, [person], knownAt), peopleById(tx, [person])])
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
