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

/**
 * Entries of a file so short that no document that may be installed asks too much of it. Of a longer one a document may be
 * stopped that is the same on both sides, for what it asks beside what may differ: it is judged whole.
 */
const shortFile = 9

/** Judges the same facts under two policies; of a short file only what the two may judge otherwise. */
export const comparer = (policies: TwoPolicies, setting: Setting, horizon: Horizon): Compare => {
  const parts = differing(policies, setting.divisions)
  const concerned = parts.at.map((jurisdiction) => governing(jurisdiction, setting.divisions))
  const [inPart, whole] = [judging(parts, setting, horizon), judging(policies, setting, horizon)]
  return (person) => {
    if (!concerned.some((governs) => mayBeOnChain(person, governs))) return []
    const entries = person.pieces.length + person.states.length + person.dossier.length
    return entries <= shortFile ? inPart(person) : whole(person)
  }
}

const judging = ({ before, after }: TwoPolicies, setting: Setting, horizon: Horizon): Compare => {
  const [old, fresh] = [compile(before, setting), compile(after, setting)]
  return (person) => changesBetween(old.findings(person), fresh.findings(person), horizon)
}

/** What becomes of two related people when one policy takes the place of another. */
export type ComparePair = (pair: PairFacts, chart: Chart) => readonly Change[]

/**
 * Every piece of one with every piece of the other, for each way in which they are kin and once more: up to so many no document
 * that may be installed asks too much of the two, as of a short file.
 */
const fewCrossings = 100

export const pairComparer = (policies: TwoPolicies, setting: Setting, horizon: Horizon): ComparePair => {
  const parts = differing(policies, setting.divisions)
  const [inPart, whole] = [judgingPairs(parts, setting, horizon), judgingPairs(policies, setting, horizon)]
  return (pair, chart) => {
    const crossings = pair.first.pieces.length * pair.second.pieces.length * (pair.kin.length + 1)
    return crossings <= fewCrossings ? inPart(pair, chart) : whole(pair, chart)
  }
}

const judgingPairs = ({ before, after }: TwoPolicies, setting: Setting, horizon: Horizon): ComparePair => {
  const [old, fresh] = [pairJudge(before, setting), pairJudge(after, setting)]
  return (pair, chart) => conflictChanges(old.conflicts(pair, chart), fresh.conflicts(pair, chart), horizon)
}
