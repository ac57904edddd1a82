import type { Installation } from '../law/plugin.ts'
import { leavesOf, type Node } from './node.ts'
import type { Subject } from './subject.ts'

/**
 * Steps that judging one person by one plugin may take: comparisons of a piece or a record with a condition. Counted, never timed,
 * so that the same facts always end alike. A career of two hundred pieces takes 6,000 under the national baseline.
 */
export const stepsPerPerson = 250_000

/** The same of one move, and for each move of a plan when they are judged together. */
export const stepsPerMove = 1_000_000

/** What judging a subject once asks of each part of a file: how many conditions look at it. */
export interface Weight {
  readonly nodes: number
  readonly stay: number
  readonly career: number
  readonly records: number
}

/** The weight of all trees of a rule that can count on some day. */
export const weightOf = (trees: readonly Node[]): Weight => {
  const leaves = trees.flatMap(leavesOf)
  const records = leaves.filter(({ condition }) => readsRecords(condition)).length
  const career = leaves.filter(({ condition }) => readsCareer(condition)).length
  return { nodes: leaves.length, stay: leaves.length - records - career, career, records }
}

const readsRecords = (condition: Node['condition']): boolean => 'state' in condition || 'dossier' in condition

const readsCareer = (condition: Node['condition']): boolean =>
  'accumulated' in condition ||
  'happened' in condition ||
  'terms' in condition ||
  ('lasting' in condition && condition.lasting.along !== undefined)

/** Steps of judging the subject once. */
export const stepsOf = ({ nodes, stay, career, records }: Weight, { person, stay: own }: Subject): number =>
  nodes +
  stay * own.pieces.length +
  career * person.pieces.length +
  records * (person.states.length + person.dossier.length)

/** One account for each plugin at each jurisdiction, all its versions together. */
export const accountsOf = (installations: readonly Installation[]) => {
  const accounts = new Map<string, number>()
  const named = ({ jurisdiction, plugin }: Installation) => `${jurisdiction} ${plugin.id}`
  for (const installation of installations)
    if (!accounts.has(named(installation))) accounts.set(named(installation), accounts.size)
  return (installation: Installation): number => accounts.get(named(installation)) ?? -1
}

/** What each plugin has spent on one subject: a person, two people, a move, a plan, a team. A plugin that spent more than it may is stopped, and no other with it. */
export class Fuel {
  readonly budget: number
  private readonly spent: number[] = []
  private stopped = false

  constructor(budget: number) {
    this.budget = budget
  }

  charge(account: number, steps: number): void {
    const spent = (this.spent[account] ?? 0) + steps
    this.spent[account] = spent
    if (spent > this.budget) this.stopped = true
  }

  spentOn(account: number): number {
    return this.spent[account] ?? 0
  }

  isStopped(account: number): boolean {
    return this.stopped && (this.spent[account] ?? 0) > this.budget
  }

  isAnyStopped(): boolean {
    return this.stopped
  }
}
