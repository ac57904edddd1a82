import { type Answer, andAnswer, answer, heldAs, orAnswer } from '../../facts/held.ts'
import type { Piece, Setting } from '../../facts/person.ts'
import { succeeds, successionOf } from '../../facts/stays.ts'
import { levelOrder } from '../../facts/vocabulary.ts'
import type { Condition, Where } from '../../law/condition.ts'
import { always, type Holds, holdsOn, never, type Truth, unknown } from '../../time/truth.ts'
import type { MovedPost } from '../move/move.ts'
import { type Atom, noEvidence } from '../node.ts'
import type { Resolved } from '../resolve.ts'
import type { ProposedMove, Subject } from '../subject.ts'
import { compileWhere, ordinaryService } from '../where.ts'

const truthOf = (is: Answer): Truth => (is === 'yes' ? always : is === 'no' ? never : unknown)

/** A question about the move itself has one answer, whatever the day. */
const constant = (ask: (move: ProposedMove, subject: Subject) => Answer): Atom => ({
  truth: (subject) => (subject.move === undefined ? never : truthOf(ask(subject.move, subject))),
  evidence: () => noEvidence,
})

/** The post taken as a piece that begins on the day of the move. */
export const asPiece = ({ takes, on }: ProposedMove): (Piece & MovedPost) | null =>
  takes === null
    ? null
    : {
        ...takes,
        assignment: '',
        capacity: 'formal',
        from: { lo: on, hi: on },
        to: { lo: Infinity, hi: Infinity },
      }

/** The posts the mover comes from: the one left, else whatever is held on the day; a host post of a loan is never one (S3). */
const cameFrom = ({ leaves, on }: ProposedMove, { person }: Subject): readonly Piece[] =>
  leaves === null
    ? person.pieces.filter(
        ({ from, to, capacity }) => from.lo <= on && on < to.hi && ordinaryService.includes(capacity),
      )
    : [leaves]

/** Whether some post come from answers so; where the file leaves open which posts are held on the day, so does the answer. */
const someCameFrom = (move: ProposedMove, subject: Subject, ask: (piece: Piece) => Answer): Answer => {
  const before = cameFrom(move, subject)
  if (move.leaves !== null) return before.map(ask).reduce(orAnswer, 'no')
  return said[holdsOn(heldAs(before, ask, undefined), move.on)]
}

const said: Readonly<Record<Holds, Answer>> = { YES: 'yes', NO: 'no', UNDETERMINED: 'unknown' }

export const takesAtom = (where: Resolved<Where>): Atom => {
  const test = compileWhere(where)
  return constant((move, subject) => {
    const piece = asPiece(move)
    return piece === null ? 'no' : test(piece, subject)
  })
}

export const leavesAtom = (where: Resolved<Where>): Atom => {
  const test = compileWhere(where)
  return constant((move, subject) => (move.leaves === null ? 'no' : test(move.leaves, subject)))
}

/** M1: the level of the post taken lies above that of every post come from. A blank level leaves it open. */
export const risesAtom = (): Atom =>
  constant((move, subject) => {
    const { takes } = move
    if (takes === null) return 'no'
    const asHigh = someCameFrom(move, subject, ({ level }) => notBelow(level, takes.level))
    return andAnswer(
      someCameFrom(move, subject, () => 'yes'),
      opposite(asHigh),
    )
  })

const notBelow = (level: Piece['level'], other: Piece['level']): Answer =>
  level === null || other === null ? 'unknown' : answer(levelOrder.indexOf(level) >= levelOrder.indexOf(other))

/** M2: the post taken differs there from every post come from. */
export const crossesAtom = ({ dim }: Extract<Resolved<Condition>, { crosses: unknown }>['crosses']): Atom =>
  constant((move, subject) => {
    const taken = asPiece(move)
    if (taken === null) return 'no'
    const same = (piece: Piece) =>
      dim === 'system'
        ? sameSystem(taken.system, move.leaves?.system ?? null)
        : sameKey(piece, taken, dim, subject.setting)
    return andAnswer(
      someCameFrom(move, subject, () => 'yes'),
      opposite(someCameFrom(move, subject, same)),
    )
  })

const sameSystem = (a: string | null, b: string | null): Answer =>
  a === null || b === null ? 'unknown' : answer(a === b)

/** The mover leaves the team by the plan; who is not moved, or takes another post of the same team, does not. */
export const departsAtom = (): Atom =>
  constant((move, { setting }) => {
    const taken = asPiece(move)
    if (move.leaves === null) return 'no'
    return taken === null ? 'yes' : opposite(sameKey(move.leaves, taken, 'team', setting))
  })

const opposite = (is: Answer): Answer => (is === 'yes' ? 'no' : is === 'no' ? 'yes' : 'unknown')

/**
 * Whether an earlier piece lies in the key of a later one, or in one that the later key succeeds (S4): a post under its new name is
 * the same post. A blank level may be any; two posts in no team are not in one team.
 */
export const sameKey = (earlier: Piece, later: Piece, dim: Exclude<Dimension, 'system'>, setting: Setting): Answer => {
  if (dim === 'duty') return answer(later.duties.some((duty) => earlier.duties.includes(duty)))
  if (dim === 'business') return answer(later.business.some((line) => earlier.business.includes(line)))
  const [one, other] = [earlier[dim], later[dim]]
  if (dim === 'level') return one === null || other === null ? 'unknown' : answer(one === other)
  if (one === null || other === null) return 'no'
  const kind = successionOf[dim]
  return answer(one === other || (kind !== undefined && succeeds(kind, other, one, setting)))
}

type Dimension = Extract<Resolved<Condition>, { crosses: unknown }>['crosses']['dim']
