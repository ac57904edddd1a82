import { governing, mayBeOnChain } from '../../facts/authority.ts'
import type { Chart } from '../../facts/org.ts'
import type { PersonFacts, Setting } from '../../facts/person.ts'
import { compile } from '../judge.ts'
import type { PairFacts } from '../pair/conflict.ts'
import { pairJudge } from '../pair/pair-judge.ts'
import type { Change, Horizon } from './change.ts'
import { changesBetween } from './changes-between.ts'
import { conflictChanges } from './conflict-changes.ts'
import { differing, type TwoPolicies } from './differing.ts'

/** What becomes of one person when one policy takes the place of another. */
export type Compare = (person: PersonFacts) => readonly Change[]

/** Judges the same facts under two policies, and only what the two may judge otherwise. */
export const comparer = (policies: TwoPolicies, setting: Setting, horizon: Horizon): Compare => {
  const { at, before, after } = differing(policies, setting.divisions)
  const [old, fresh] = [compile(before, setting), compile(after, setting)]
  const concerned = at.map((jurisdiction) => governing(jurisdiction, setting.divisions))
  return (person) =>
    concerned.some((governs) => mayBeOnChain(person, governs))
      ? changesBetween(old.findings(person), fresh.findings(person), horizon)
      : []
}

/** What becomes of two related people when one policy takes the place of another. */
export type ComparePair = (pair: PairFacts, chart: Chart) => readonly Change[]

export const pairComparer = (policies: TwoPolicies, setting: Setting, horizon: Horizon): ComparePair => {
  const { before, after } = differing(policies, setting.divisions)
  const [old, fresh] = [pairJudge(before, setting), pairJudge(after, setting)]
  return (pair, chart) => conflictChanges(old.conflicts(pair, chart), fresh.conflicts(pair, chart), horizon)
}
