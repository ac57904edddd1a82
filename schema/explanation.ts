import type { Explanation as ExplanationOf } from '../policy/index.ts'
import { builder } from './builder.ts'
import { ExplanationExemption } from './explanation-exemption.ts'
import { ExplanationNode } from './explanation-node.ts'
import type { RowKey } from './row-loader.ts'

/** Part of the explanation of a finding of this person. */
export interface Explained {
  /** Of whom, and at which moment. */
  readonly of: RowKey
  /** Where the files of assignments lie that are of someone else’s. */
  readonly elsewhere?: ReadonlyMap<string, number>
}

export const Explanation = builder.objectRef<ExplanationOf & Explained>('Explanation')

Explanation.implement({
  description: 'Why a finding is what it is: in words, and as the tree of conditions. 认定理由。',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'A paragraph to paste into a file. 可直接归档的说明。' }),
    nodes: t.field({
      type: [ExplanationNode],
      description: 'The tree as a flat list, root first. 条件树。',
      resolve: ({ nodes, of, elsewhere }) => nodes.map((node) => ({ ...node, of, ...(elsewhere && { elsewhere }) })),
    }),
    exemptions: t.field({
      type: [ExplanationExemption],
      description: 'Exemptions considered, those that do not apply included. 考虑过的免除与暂缓。',
      resolve: ({ exemptions, of }) => exemptions.map((exemption) => ({ ...exemption, of })),
    }),
  }),
})
