import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { DossierKind } from '../../policy/index.ts'
import { id, isPlainDay, isStated, plainDay, precision, recorded, recordedCheck, root } from './columns.ts'
import { person } from './person.ts'

/** 考察材料: a dated piece of evidence about a person. */
export const dossier = pgTable(
  'dossier',
  {
    root: root(),
    id: id(),
    personId: uuid().notNull(),
    kind: text().$type<DossierKind>().notNull(),
    onOn: plainDay(),
    onPrecision: precision().notNull(),
    until: plainDay(),
    result: text(),
    by: text(),
    handlers: text().array().notNull().default(sql`'{}'`),
    postId: uuid(),
    ...recorded(),
  },
  (t) => [
    primaryKey({ columns: [t.root, t.id] }),
    foreignKey({ name: 'dossier_person', columns: [t.root, t.personId], foreignColumns: [person.root, person.id] }),
    index('dossier_of').on(t.root, t.personId),
    check('dossier_on_stated', isStated(t.onOn, t.onPrecision)),
    check('dossier_until', isPlainDay(t.until)),
    recordedCheck('dossier', t),
  ],
)
