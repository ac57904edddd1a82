import type { Chart } from '../../facts/org.ts'
import type { Setting } from '../../facts/person.ts'
import { heldAtAll } from '../../facts/stays.ts'
import { both, some } from '../../time/truth.ts'
import { wholePerson } from '../compiled-rule.ts'
import { asReached, type Reached } from '../delegation/reading.ts'
import { couldBind } from '../stopped.ts'
import type { PairAssessment } from './assess-pair.ts'
import type { PairFacts } from './conflict.ts'
import type { PairLine } from './pair-book.ts'
import { pairLeaves } from './pair-condition.ts'
import { reversedKin } from './reversed-kin.ts'

/**
 * A rule of a plugin that asked for more than it may: whether it bars the two is unknown on every day on which it could (in force
 * and installed, on the chain of either, both in service, and kin in a way it asks for), and nothing of it is sure.
 */
export const stoppedPair = (
  line: PairLine,
  { first, second, kin }: PairFacts,
  chart: Chart,
  ways: readonly Reached[],
  setting: Setting,
  budget: number,
): readonly PairAssessment[] => {
  const one = wholePerson(first, line.jurisdiction, setting)
  const other = wholePerson(second, line.jurisdiction, setting)
  const asked = classesAsked(line)
  const related = some(kin.filter(({ words }) => words.some((word) => asked.has(word))).map(({ truth }) => truth))
  const { bound } = asReached({ ...line, locals: null }, ways, () => both(related, couldBind(line)))
  const { possibly } = both(bound, both(heldAtAll(one.stay), heldAtAll(other.stay)))
  if (possibly.length === 0) return []
  const subject = { first: one, second: other, kin, chart, known: new Map() }
  const turned = { first: other, second: one, kin: kin.map(reversedKin), chart, known: new Map() }
  return [{ line, orders: [subject, turned], due: { surely: [], possibly }, stopped: budget }]
}

/** The ways of being kin that a rule speaks of. */
const classesAsked = ({ versions }: PairLine): ReadonlySet<string> =>
  new Set(
    versions
      .flatMap(({ pieces }) => pieces)
      .flatMap(({ node }) => pairLeaves(node))
      .flatMap(({ condition }) => ('kin' in condition ? condition.kin.classes : [])),
  )
