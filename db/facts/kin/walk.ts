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

const movedSql = (place: string, moves: Moves): string =>
  moves.map(([from, to]) => `case when ${place} & ${from} <> 0 then ${to} else 0 end`).join(' | ')

/** The same for a statement to reckon: `place` and `relation` are its expressions. */
export const onwardsSql = (place: string, relation: string): string => `case ${relation}
  when 'parent' then ${movedSql(place, up)}
  when 'child' then ${movedSql(place, down)}
  when 'spouse' then ${movedSql(place, across)}
  when 'special_interest' then case when ${place} = ${LOOK} then 0 else ${LOOK} end
  else ${movedSql(place, declared)} end`
