/**
 * Places in the derivations of kinship, as bits: a walk is in several at once. Wider than any one rule: the ties a rule only
 * notes are walked too, and of whoever stands at an end the ties are read, since an adoption elsewhere ends a birth parent’s tie and
 * every tie is also looked at from that end.
 */
export type Walk = number

const START = 1 << 0
/** A parent, a grandparent, an ancestor above. */
const [U, UU, ANCESTOR] = [1 << 1, 1 << 2, 1 << 3]
/** A child; a descendant below. */
const [D, DESCENDANT] = [1 << 4, 1 << 5]
/** A sibling; an uncle or aunt; a nephew, niece or cousin. */
const [SIBLING, UNCLE, COLLATERAL] = [1 << 6, 1 << 7, 1 << 8]
/** A sibling’s spouse, and the spouse’s parent. */
const [SIBLING_SPOUSE, IN_LAW_OF_SIBLING] = [1 << 9, 1 << 10]
/** A spouse; the spouse’s parent, grandparent, sibling, uncle. */
const [S, SU, SUU, SUD, SUUD] = [1 << 11, 1 << 12, 1 << 13, 1 << 14, 1 << 15]
/** A child’s spouse, and the spouse’s parent. */
const [DS, DSU] = [1 << 16, 1 << 17]
/** A parent’s spouse. */
const US = 1 << 18
/** An end: no derivation goes on from there. */
const LOOK = 1 << 19
/**
 * Anyone above or below a spouse, a child’s or a sibling’s spouse: who is their direct blood is no collateral of theirs, however
 * far the line goes.
 */
const [LINE_UP, LINE_DOWN] = [1 << 20, 1 << 21]
const places = 22

export const startOfWalk: Walk = START

type Moves = readonly (readonly [from: Walk, to: Walk])[]

const up: Moves = [
  [START, U],
  [U, UU],
  [UU | ANCESTOR, ANCESTOR],
  [S, SU],
  [SU, SUU],
  [DS, DSU],
  [SIBLING_SPOUSE, IN_LAW_OF_SIBLING],
  [SUU | DSU | IN_LAW_OF_SIBLING | LINE_UP, LINE_UP],
]

const down: Moves = [
  [START, D],
  [D | DESCENDANT, DESCENDANT],
  [U, SIBLING],
  [UU, UNCLE],
  [SIBLING | UNCLE, COLLATERAL],
  [SU, SUD],
  [SUU, SUUD],
  [S | DS | SIBLING_SPOUSE | LINE_DOWN, LINE_DOWN],
  [SUD | SUUD | US | DSU | IN_LAW_OF_SIBLING, LOOK],
]

const across: Moves = [
  [START, S],
  [U, US],
  [D, DS],
  [SIBLING, SIBLING_SPOUSE],
  [UNCLE | COLLATERAL | SUD | DESCENDANT | UU | ANCESTOR, LOOK],
]

/** A declared term (堂兄) stands for the way over people who are not on file. */
const declared: Moves = [
  [START, SIBLING | COLLATERAL],
  [U, UNCLE],
  [S, SUD],
  [D | SIBLING | SU, LOOK],
]

const moved = (walk: Walk, moves: Moves): Walk => {
  let to = 0
  for (const [from, next] of moves) if ((walk & from) !== 0) to |= next
  return to
}

/** Where the walk goes on over such a tie; 0 where no derivation does. */
export const onwards = (walk: Walk, relation: string): Walk => {
  if (relation === 'parent') return moved(walk, up)
  if (relation === 'child') return moved(walk, down)
  if (relation === 'spouse') return moved(walk, across)
  if (relation === 'special_interest') return walk === LOOK ? 0 : LOOK
  return moved(walk, declared)
}

/** A step of the walk from one place, over one sort of tie: for the database to take. */
export interface WalkStep {
  readonly from: Walk
  readonly relation: 'parent' | 'child' | 'spouse' | 'special_interest' | 'declared'
  readonly to: Walk
}

const bits = (walk: Walk): readonly Walk[] =>
  Array.from({ length: places }, (_, i) => 1 << i).filter((bit) => (walk & bit) !== 0)

/** Every step there is, one place at a time. */
export const walkSteps: readonly WalkStep[] = bits((1 << places) - 1).flatMap((from) =>
  (['parent', 'child', 'spouse', 'special_interest', 'declared'] as const).flatMap((relation) =>
    bits(onwards(from, relation)).map((to) => ({ from, relation, to })),
  ),
)
