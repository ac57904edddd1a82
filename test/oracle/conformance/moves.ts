import { levelOrder } from '../../../policy/facts/vocabulary.ts'
import {
  type Condition,
  conditionOf,
  type Installation,
  type Level,
  type PlacementRule,
} from '../../../policy/index.ts'
import type { Day } from '../../../policy/time/day.ts'
import { addYears } from '../calendar.ts'
import { standsOn, underTheLawOf } from '../law.ts'
import type { Held, Life } from '../life.ts'
import { covers } from '../walk.ts'
import { isWhere, type PlainWhere } from '../where.ts'
import { setting } from './officers.ts'

interface Move {
  readonly leaves: Held
  readonly takes: Held
}

const levels: readonly Level[] = ['clerk', 'section_deputy', 'section_chief', 'division_deputy', 'bureau_chief']

const movesFrom = (leaves: Held): readonly Move[] =>
  levels.flatMap((level) =>
    [true, false].map((leading) => ({
      leaves,
      takes: {
        ...leaves,
        post: '他',
        organ: '他局',
        internalUnit: '他科',
        legalPerson: '他局',
        level,
        leading,
        duties: [],
      },
    })),
  )

/** Whether a condition on a move holds on a day. */
const holds = (node: Condition, move: Move, life: Life, own: string, day: Day): boolean => {
  const below = (part: Condition) => holds(part, move, life, own, day)
  const fits = (piece: Held, where: unknown) => isWhere(piece, where as PlainWhere, own, setting.divisions)
  if ('all' in node) return node.all.every(below)
  if ('any' in node) return node.any.some(below)
  if ('not' in node) return !below(node.not)
  if ('takes' in node) return fits(move.takes, node.takes)
  if ('leaves' in node) return fits(move.leaves, node.leaves)
  if ('rises' in node) return levelOrder.indexOf(move.takes.level) > levelOrder.indexOf(move.leaves.level)
  if ('state' in node) return life.states.some((state) => state.kind === node.state.kind && covers(state, day))
  if ('age' in node) {
    const { atLeast, atMost } = node.age
    return (
      (atLeast === undefined || addYears(life.birth, Number(atLeast)) <= day) &&
      (atMost === undefined || day < addYears(life.birth, Number(atMost) + 1))
    )
  }
  throw new RangeError(`No bar of these tests asks ${JSON.stringify(node)}.`)
}

const bars = ({ plugin }: Installation): readonly PlacementRule[] =>
  plugin.rules.filter((rule): rule is PlacementRule => rule.kind === 'placement' && rule.effect === 'MUST_NOT')

/** Whether the lower bars together forbid every move out of the post that those above leave open; false where none is open. */
export const isStuck = (
  life: Life,
  post: Held,
  day: Day,
  superiors: readonly Installation[],
  lower: Installation,
): boolean => {
  const forbids = (installation: Installation) => (move: Move) =>
    bars(installation).some((rule) => {
      const literal = standsOn(installation, rule, day)
        ? underTheLawOf(day, installation.plugin, conditionOf(rule))
        : null
      return literal !== null && holds(literal as Condition, move, life, installation.jurisdiction, day)
    })
  const open = movesFrom(post).filter((move) => !superiors.some((one) => forbids(one)(move)))
  return open.length > 0 && open.every(forbids(lower))
}
