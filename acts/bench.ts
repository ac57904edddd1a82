import { gatherFacts, installationsAt, type KnownAt, type Ref, settingFor } from '../db/facts.ts'
import { policyMoment } from '../db/queries/evaluation-jobs.ts'
import { postNames } from '../db/queries/evaluation-names.ts'
import type { Tx } from '../db/transaction.ts'
import { compile, type Installation, type Judge, type Names, type PersonFacts } from '../policy/index.ts'
import { withShadow } from './shadow/with-shadow.ts'

/** A policy to judge by that is not the one by which the record was made. */
export interface PolicyAsked {
  /** What was installed as recorded at this instant; `null`: that by which people are judged now. */
  readonly policyAt: KnownAt
  /** Id of an installation in shadow that is taken to be at work beside the rest. */
  readonly shadow: string | null
}

/** What we know, and what we judge by. */
export interface Moment {
  readonly knownAt: KnownAt
  /** Absent: the policy by which the record of that moment was made. */
  readonly policy?: PolicyAsked
}

/** A judge, and all it may know about some people: what every answer with a reason is read off. */
export interface Bench {
  readonly judge: Judge
  /** In the order asked for; who is not in the graph is left out. */
  readonly people: readonly PersonFacts[]
  readonly names: Names
}

export const present: Moment = { knownAt: null }

/** Facts as recorded at a moment, before the policy of that moment or of another. */
export const benchFor = async (tx: Tx, people: readonly Ref[], moment: Moment = present): Promise<Bench> => {
  const { knownAt } = moment
  const [facts, installations] = await Promise.all([gatherFacts(tx, people, knownAt), installedFor(tx, people, moment)])
  const [setting, names] = await Promise.all([settingFor(tx, facts, knownAt), namesFor(tx, facts, knownAt)])
  return { judge: compile(installations, setting), people: facts, names }
}

/** What these people are judged by. */
export const installedFor = async (
  tx: Tx,
  people: readonly Ref[],
  { knownAt, policy }: Moment,
): Promise<readonly Installation[]> => {
  const asked = policy === undefined ? knownAt : policy.policyAt
  const installed = await installationsAt(tx, asked ?? (await policyMoment(tx, people)))
  const shadow = policy?.shadow ?? null
  return shadow === null ? installed : withShadow(tx, installed, shadow)
}

/** Assignments are called by the unit and title of their post. */
const namesFor = async (tx: Tx, people: readonly PersonFacts[], knownAt: KnownAt): Promise<Names> => {
  const posts = new Map(
    people.flatMap(({ pieces }) => pieces.map(({ assignment, post }) => [assignment, post] as const)),
  )
  const titles = await postNames(tx, [...new Set(posts.values())], knownAt)
  return { assignment: (id) => titles.get(posts.get(id) ?? '') ?? id }
}
