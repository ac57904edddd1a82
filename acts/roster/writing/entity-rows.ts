import { storedValidity } from '../../../db/stated.ts'
import type { Entity } from '../checking/entity.ts'
import type { Draft } from '../reading/draft.ts'
import { by } from './revision.ts'

/** Days of a version, as stored. */
export const daysOf = (draft: Draft<'units'> | Draft<'teams'> | Draft<'posts'>) =>
  storedValidity(draft.values.from?.text ?? null, draft.values.to?.text ?? null)

export const validity = ['fromOn', 'fromPrecision', 'toOn', 'toPrecision'] as const

/** Each entity that several rows tell of, once. */
export const entitiesOf = (rows: readonly { readonly self: Entity }[]): readonly Entity[] => [
  ...new Map(rows.map(({ self }) => [self.id, self])).values(),
]

/** Entities the graph does not have yet. */
export const fresh = (entities: readonly Entity[]) =>
  entities.filter(({ stored }) => !stored).map(({ root, id, jurisdiction, code }) => ({ root, id, jurisdiction, code }))

/** Entities the graph has already. */
export const refs = (entities: readonly Entity[]) =>
  by(
    entities.filter(({ stored }) => stored),
    ({ id }) => id,
  )
