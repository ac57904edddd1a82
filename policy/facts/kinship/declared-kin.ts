import { noDays } from '../../time/days.ts'
import { between, type Truth } from '../../time/truth.ts'
import type { KinEdge, KinGraph } from './kin-edge.ts'
import type { Way } from './kin-of.ts'
import type { Reached } from './pattern.ts'
import { declaredTerm } from './terms/declared-term.ts'
import { stepOfEdge } from './ties.ts'

const special: Reached = { class: null, pattern: 'SPECIAL_INTEREST', words: ['SPECIAL_INTEREST'], listed: false }

/** Ties declared by a word whose middle persons are unknown: taken as they are, never extended. An unclear one is possible only (S18). */
export const declaredKin = (graph: KinGraph, person: string): readonly Way[] =>
  graph.edges(person).flatMap((edge): readonly Way[] => {
    if (stepOfEdge(edge) !== null) return []
    if (edge.relation === 'special_interest') {
      const path = [{ tie: 'SPECIAL_INTEREST', edge: edge.id, to: edge.relative } as const]
      return [{ relative: edge.relative, reached: special, truth: daysOf(edge, edge.verified), path }]
    }
    const term = declaredTerm(edge.relation)
    if (term === null || term.reached === null) return []
    return [
      {
        relative: edge.relative,
        reached: edge.declared ? term.reached : seenFromThere(term.reached),
        truth: daysOf(edge, edge.verified && !term.unclear),
        path: [{ tie: 'DECLARED', edge: edge.id, to: edge.relative }],
      },
    ]
  })

/** What the other is who calls me so: of the same pattern, a child’s spouse no longer, and listed where K4E was not. */
const seenFromThere = (reached: Reached): Reached => ({
  ...reached,
  words: reached.class === null ? reached.words : [reached.class],
  listed: reached.pattern === 'K4E' ? !reached.listed : reached.listed,
})

const daysOf = ({ from, to }: KinEdge, sure: boolean): Truth => {
  const days = between(from ?? { lo: -Infinity, hi: -Infinity }, to ?? { lo: Infinity, hi: Infinity })
  return sure ? days : { ...days, surely: noDays }
}
