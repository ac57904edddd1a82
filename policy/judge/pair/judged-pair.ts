import type { Chart } from '../../facts/org.ts'
import type { Piece } from '../../facts/person.ts'
import { type RelationWitness, relationWitness } from '../../facts/relations/relation-witness.ts'
import type { Stay } from '../../facts/stays.ts'
import type { Day } from '../../time/day.ts'
import { versionFor } from '../rule-book.ts'
import type { PairAssessment } from './assess-pair.ts'
import { type Bearing, bearingOf } from './bearing.ts'
import type { Conflict, PairFacts } from './conflict.ts'
import { conflictsOf } from './conflicts-of.ts'
import type { PairRule } from './pair-book.ts'
import type { PairJudge } from './pair-judge.ts'

/** A conflict with what it was read off. */
export interface JudgedPair {
  readonly conflict: Conflict
  readonly assessment: PairAssessment
  readonly bearing: Bearing
  readonly version: PairRule
}

export const judgedPair = (judge: PairJudge, pair: PairFacts, chart: Chart, id: string): JudgedPair | null => {
  for (const assessment of judge.assess(pair, chart)) {
    const conflict = conflictsOf(assessment).find((found) => found.id === id)
    if (conflict === undefined) continue
    const { from, to } = conflict
    const bearing = bearingOf(assessment, from, to)
    const version = versionFor(assessment.line, from, to)
    return bearing === null ? null : { conflict, assessment, bearing, version }
  }
  return null
}

/** The pieces of the two posts that are, or may be, held on the day; else the last before it, else the first. */
export const piecesOn = ({ subject }: Bearing, on: Day): readonly [Piece, Piece] | null => {
  const [a, b] = [pieceHeld(subject.first.stay, on), pieceHeld(subject.second.stay, on)]
  return a === undefined || b === undefined ? null : [a, b]
}

const pieceHeld = ({ pieces }: Stay, on: Day): Piece | undefined =>
  pieces.find(({ from, to }) => from.lo <= on && on < to.hi) ??
  pieces.findLast(({ from }) => from.lo <= on) ??
  pieces[0]

/** Why the two posts stand so on the day. */
export const witnessOn = (bearing: Bearing, on: Day): RelationWitness | null => {
  const pieces = piecesOn(bearing, on)
  if (pieces === null) return null
  const { chart, first } = bearing.subject
  return relationWitness(bearing.asked, ...pieces, chart, first.setting.divisions, on)
}
