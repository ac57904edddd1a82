import type { Condition, Count, Share } from '../../law/condition.ts'
import { fraction } from '../../law/fraction.ts'
import type { PluginDocument } from '../../law/plugin.ts'
import { all, always, negated, some, type Truth } from '../../time/truth.ts'
import { compileCondition } from '../condition.ts'
import type { Node } from '../node.ts'
import { type ConstantPiece, definitionOf, type Resolved, resolve } from '../resolve.ts'
import type { Crew, Member } from './crew.ts'
import { notNegative } from './tally.ts'

/** A condition about a team, ready to be asked: days on which the team is so. */
export interface TeamNode {
  readonly condition: Resolved<Condition>
  readonly children: readonly TeamNode[]
  truth(crew: Crew): Truth
  /** Of a share or count: whether a member is among those counted. */
  readonly counts?: (member: Member) => Truth
  /** Of a share or count: who is counted, where that is not everyone. */
  readonly who?: Node
}

/** Compiles what a composition rule asserts, or a together rule asks of a team. */
export const compileTeamCondition = (
  condition: Condition,
  document: PluginDocument,
  piece: ConstantPiece,
): TeamNode => {
  const compile = (child: Condition): TeamNode => compileTeamCondition(child, document, piece)
  if ('ref' in condition) return compile(definitionOf(document, condition.ref))
  const resolved = resolve(condition, piece)
  if ('all' in condition) return combined(resolved, condition.all.map(compile), all)
  if ('any' in condition) return combined(resolved, condition.any.map(compile), some)
  if ('not' in condition) return combined(resolved, [compile(condition.not)], ([truth = always]) => negated(truth))
  const node = 'share' in condition || 'count' in condition ? counted(condition, document, piece) : {}
  const counts: Counts = ({ subject }) => node.who?.truth(subject) ?? always
  const leaf = { condition: resolved, children: [], counts, ...node }
  if ('share' in resolved) return { ...leaf, truth: (crew) => shareHolds(resolved.share, crew, counts) }
  if ('count' in resolved) return { ...leaf, truth: (crew) => countHolds(resolved.count, crew, counts) }
  throw new RangeError(`\`${Object.keys(condition).join()}\` is no condition about a team.`)
}

const combined = (
  condition: Resolved<Condition>,
  children: readonly TeamNode[],
  combine: (truths: readonly Truth[]) => Truth,
): TeamNode => ({ condition, children, truth: (crew) => combine(children.map((child) => child.truth(crew))) })

type Counts = (member: Member) => Truth

/** Whom a share or count counts; everyone where it does not say. */
const counted = (
  condition: Extract<Condition, { share: unknown } | { count: unknown }>,
  document: PluginDocument,
  piece: ConstantPiece,
): { readonly who?: Node } => {
  const who = 'share' in condition ? condition.share.who : condition.count.who
  return who === undefined ? {} : { who: compileCondition(who, document, piece) }
}

/** A2: q for each one counted, less p for each member or seat; for a most, the other way round. In whole numbers. */
const shareHolds = ({ atLeast, atMost, over = 'members' }: Resolved<Share>, crew: Crew, counts: Counts): Truth => {
  const { p, q } = fraction(atLeast ?? atMost ?? '')
  const sign = atLeast === undefined ? -1 : 1
  const ofSeats = over === 'seats'
  const weights = ofSeats ? { counted: sign * q, uncounted: 0 } : { counted: sign * (q - p), uncounted: sign * -p }
  const seats = crew.teams.flatMap((team) => team.seats)
  const seatsOn = (on: number) =>
    seats.reduce((sum, { from, to, seats: n }) => (from <= on && on < to ? sum + n : sum), 0)
  const debt = ofSeats ? (on: number) => -sign * p * seatsOn(on) : () => 0
  return notNegative(crew, counts, weights, debt, ofSeats ? seats.flatMap(({ from, to }) => [from, to]) : [])
}

/** A1: one for each one counted, less what is asked. */
const countHolds = ({ atLeast, atMost }: Resolved<Count>, crew: Crew, counts: Counts): Truth => {
  const asked = atLeast ?? atMost ?? 0
  const sign = atLeast === undefined ? -1 : 1
  return notNegative(crew, counts, { counted: sign, uncounted: 0 }, () => -sign * asked, [])
}
