import type { KinEdge, KinGraph } from './kin-edge.ts'
import type { Step } from './pattern.ts'

/** A primitive tie read outward from `from`, with every row of either end that states it. */
export interface Tie {
  readonly from: string
  readonly to: string
  readonly step: Step
  readonly edges: readonly KinEdge[]
}

const steps: Readonly<Record<string, Step>> = { parent: 'P', child: 'C', spouse: 'S' }
const inverse: Readonly<Record<Step, Step>> = { P: 'C', C: 'P', S: 'S' }

export const stepOfEdge = ({ relation }: KinEdge): Step | null => steps[relation] ?? null

/** The primitive ties of a person. What only the other end has on file counts as well: a tie is one. */
export const tiesOf = (graph: KinGraph, person: string): readonly Tie[] => {
  const ties = new Map<string, { from: string; to: string; step: Step; edges: KinEdge[] }>()
  for (const edge of graph.edges(person)) {
    const step = stepOfEdge(edge)
    if (step === null) continue
    const key = `${step}${edge.relative}`
    const tie = ties.get(key)
    if (tie === undefined) ties.set(key, { from: person, to: edge.relative, step, edges: [edge] })
    else tie.edges.push(edge)
  }
  for (const tie of ties.values()) {
    for (const edge of graph.edges(tie.to))
      if (edge.relative === person && stepOfEdge(edge) === inverse[tie.step]) tie.edges.push(edge)
  }
  return [...ties.values()]
}
