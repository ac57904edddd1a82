import type { Dim as DimOf } from '../policy/index.ts'
import { builder } from './builder.ts'
import { Dim } from './enums.ts'

/** One member of a key: a dimension, and what it is there. */
export interface KeyPart {
  readonly dim: DimOf
  readonly value: string
  readonly label: string
}

export const StayKeyPart = builder.objectRef<KeyPart>('StayKeyPart')
export const StayKey = builder.objectRef<{ readonly parts: readonly KeyPart[] }>('StayKey')

StayKey.implement({
  description: 'What service is continuous in: a post, a unit, a place and level … 连续任职的维度取值。',
  fields: (t) => ({
    label: t.string({
      description: 'All of it, in words; empty for the person as such. 名称。',
      resolve: ({ parts }) => parts.map(({ label }) => label).join(' · '),
    }),
    parts: t.field({
      type: [StayKeyPart],
      description: 'One for each dimension. 各维度。',
      resolve: ({ parts }) => [...parts],
    }),
  }),
})

StayKeyPart.implement({
  description: 'One dimension of a key. 维度。',
  fields: (t) => ({
    dim: t.expose('dim', { type: Dim, description: 'Which. 维度。' }),
    label: t.exposeString('label', { description: 'What it is, in words. 名称。' }),
  }),
})
