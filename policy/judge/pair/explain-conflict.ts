import type { Chart } from '../../facts/org.ts'
import type { Day } from '../../time/day.ts'
import { pieceOn } from '../compiled-rule.ts'
import { assignmentsOf } from '../counted.ts'
import { around, combination } from '../explain.ts'
import type { Explanation, ExplanationNode, Need } from '../explanation.ts'
import { pairLeafWords } from '../wording/pair.ts'
import { inLanguage } from '../wording/words.ts'
import type { PairFacts } from './conflict.ts'
import { conflictWords, kinSentence, standingSentence } from './conflict-words.ts'
import { type JudgedPair, judgedPair } from './judged-pair.ts'
import type { PairNode } from './pair-condition.ts'
import type { PairJudge } from './pair-judge.ts'
import { pairNeeds } from './pair-needs.ts'
import type { PairNames, Telling } from './told.ts'

export interface ConflictExplanation extends Explanation {
  /** What would settle it, where it is open. */
  readonly needs: readonly Need[]
}

/** The whole tree behind one conflict on one day, in words and in parts; `null` when the two have no such conflict. */
export const explainConflict = (
  judge: PairJudge,
  pair: PairFacts,
  chart: Chart,
  conflictId: string,
  on: Day,
  telling: Telling,
): ConflictExplanation | null => {
  const found = judgedPair(judge, pair, chart, conflictId)
  if (found === null) return null
  const nodes: ExplanationNode[] = []
  const root = found.assessment.stopped === undefined ? pieceOn(found.version, on)?.node : undefined
  if (root !== undefined) describe(root, found, on, telling, nodes)
  const needs = pairNeeds(found, on, telling.language, namesFor(found, telling))
  const span = found.conflict.spans.find((s) => s.from <= on && on < s.to) ?? null
  return {
    text: conflictWords(found, span, needs, on, telling),
    status: span?.status ?? null,
    nodes,
    exemptions: [],
    needs,
  }
}

/** Veiled, only the units of the one who stays named: one that the relative alone sits in would tell of them. */
const namesFor = ({ bearing }: JudgedPair, { naming, about, names, language }: Telling): PairNames => {
  if (naming === 'full') return names
  const { first, second } = bearing.subject
  const { stay } = second.person.id === about ? second : first
  const known = new Set(stay.pieces.flatMap(({ organ, internalUnit }) => [organ, internalUnit]))
  return {
    ...names,
    unit: (id) => (known.has(id) ? names.unit(id) : inLanguage(language, '有关单位', 'a unit concerned')),
  }
}

/** Adds the node and all below it to the list; returns its index. */
const describe = (node: PairNode, found: JudgedPair, on: Day, telling: Telling, nodes: ExplanationNode[]): number => {
  const { subject } = found.bearing
  const index = nodes.length
  const leaf = node.children.length === 0
  const told: ExplanationNode = {
    label: leaf ? pairLeafWords(node.condition, telling.language) : combination(node, telling.language),
    ...around(node.truth(subject), on),
    counted: leaf ? countedBy(node, found, on, telling) : [],
    arithmetic: leaf ? leafSentence(node, found, on, telling) : '',
    children: [],
  }
  nodes.push(told)
  const children = node.children.map((child) => describe(child, found, on, telling, nodes))
  nodes[index] = { ...told, children }
  return index
}

/** The service of both, of the one who stays named when the other is veiled. */
const countedBy = ({ condition }: PairNode, { bearing }: JudgedPair, on: Day, telling: Telling) => {
  if ('kin' in condition) return []
  const { first, second } = bearing.subject
  const about = telling.about ?? first.person.id
  return [first, second]
    .filter(({ person }) => telling.naming === 'full' || person.id === about)
    .flatMap(({ stay }) => assignmentsOf(stay.pieces.filter((piece) => piece.from.lo <= on && on < piece.to.hi)))
    .map(({ id, from, to }) => ({ assignment: id, from, to }))
}

const leafSentence = (node: PairNode, found: JudgedPair, on: Day, telling: Telling): string => {
  if ('kin' in node.condition) return kinSentence(found, telling)
  const asked = 'posts' in node.condition && node.condition.posts.relation === found.bearing.asked.relation
  return asked ? standingSentence(found, on, telling) : ''
}
