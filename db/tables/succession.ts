import { sql } from 'drizzle-orm'
import { check, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { SuccessionKind } from '../../policy/index.ts'
import { id, recorded, recordedCheck, root } from './columns.ts'

/** 承继: `later` became what `earlier` was before a reform. A directed link between two units, posts or teams. */
export const succession = pgTable(
  'succession',
  {
    root: root(),
    id: id(),
    kind: text().$type<SuccessionKind>().notNull(),
    laterId: uuid().notNull(),
    earlierId: uuid().notNull(),
    ...recorded(),
  },
  (t) => [
    primaryKey({ columns: [t.root, t.id] }),
    uniqueIndex('succession_current').on(t.root, t.kind, t.laterId, t.earlierId).where(sql`recorded_to is null`),
    index('succession_of').on(t.laterId),
    check('succession_kind', sql`${t.kind} in ('unit', 'post', 'team')`),
    check('succession_two', sql`${t.laterId} <> ${t.earlierId}`),
    recordedCheck('succession', t),
  ],
)
