import { type Answer, answer } from '../../facts/held.ts'
import type { Piece } from '../../facts/person.ts'
import { levelOrder } from '../../facts/vocabulary.ts'
import type { Condition, Where } from '../../law/condition.ts'
import { always, never, type Truth, unknown } from '../../time/truth.ts'
import type { MovedPost } from '../move/move.ts'
import { type Atom, noEvidence } from '../node.ts'
import type { Resolved } from '../resolve.ts'
import type { ProposedMove, Subject } from '../subject.ts'
import { compileWhere } from '../where.ts'

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

/** The posts the mover comes from: the one left, else whatever is held on the day. */
const cameFrom = ({ leaves, on }: ProposedMove, { person }: Subject): readonly Piece[] =>
  leaves === null ? person.pieces.filter(({ from, to }) => from.lo <= on && on < to.hi) : [leaves]

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

/** M1: the level of the post taken lies above every level held before. A blank level leaves it open. */
export const risesAtom = (): Atom =>
  constant((move, subject) => {
    const taken = move.takes
    const before = cameFrom(move, subject)
    if (taken === null || before.length === 0) return 'no'
    if (taken.level === null || before.some(({ level }) => level === null)) return 'unknown'
    const rank = (level: Piece['level']) => (level === null ? -1 : levelOrder.indexOf(level))
    return answer(before.every(({ level }) => rank(taken.level) > rank(level)))
  })

/** M2: the post taken differs there from every post come from. */
export const crossesAtom = ({ dim }: Extract<Resolved<Condition>, { crosses: unknown }>['crosses']): Atom =>
  constant((move, subject) => {
    const taken = asPiece(move)
    const before = cameFrom(move, subject)
    if (taken === null || before.length === 0) return 'no'
    if (dim === 'system') return differ(taken.system, move.leaves?.system ?? null)
    return before.map((piece) => differing(sameKey(taken, piece, dim))).reduce(weaker)
  })

/** The mover leaves a post by the plan; who is not moved does not. */
export const departsAtom = (): Atom => constant(({ leaves }) => answer(leaves !== null))

const weaker = (a: Answer, b: Answer): Answer =>
  a === 'no' || b === 'no' ? 'no' : a === 'unknown' || b === 'unknown' ? 'unknown' : 'yes'

const differ = (a: string | null, b: string | null): Answer => (a === null || b === null ? 'unknown' : answer(a !== b))

const differing = (same: Answer): Answer => (same === 'yes' ? 'no' : same === 'no' ? 'yes' : 'unknown')

/** Whether two pieces lie in one key of a dimension. A blank level may be any; two posts in no team are not in one team. */
export const sameKey = (a: Piece, b: Piece, dim: Exclude<Dimension, 'system'>): Answer => {
  if (dim === 'duty') return answer(a.duties.some((duty) => b.duties.includes(duty)))
  if (dim === 'business') return answer(a.business.some((line) => b.business.includes(line)))
  const [one, other] = [a[dim], b[dim]]
  if (dim === 'level') return one === null || other === null ? 'unknown' : answer(one === other)
  return answer(one !== null && one === other)
}

type Dimension = Extract<Resolved<Condition>, { crosses: unknown }>['crosses']['dim']
