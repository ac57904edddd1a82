import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { DivisionLevel, PluginDocument } from '../../policy/index.ts'
import { divisionCode, instant, isPlainDay, plainDay, recorded, recordedCheck } from './columns.ts'
import { jurisdiction } from './jurisdiction.ts'

/** A policy document that was ever offered here, under the digest of its canonical bytes. Never changed, never deleted. */
export const pluginDocument = pgTable(
  'plugin_document',
  {
    digest: text().primaryKey(),
    pluginId: text().notNull(),
    version: text().notNull(),
    level: text().$type<DivisionLevel>().notNull(),
    /** Null for a template, which is bound to a jurisdiction of its level when installed. */
    jurisdiction: divisionCode(),
    document: jsonb().$type<PluginDocument>().notNull(),
    recordedAt: instant().notNull().default(sql`now()`),
  },
  (t) => [
    index('plugin_document_plugin').on(t.pluginId, t.version),
    check('plugin_document_digest', sql`${t.digest} ~ '^[0-9a-f]{64}$'`),
  ],
)

/**
 * Where a document stands on its way: `proposed` by one person; `active` once another has approved it (scheduled while its
 * first day lies ahead); `superseded` by a later one; `withdrawn`, also before it was ever approved; `suspended` by decision,
 * because a superior rule has changed above it.
 */
export type InstallationState = 'proposed' | 'active' | 'superseded' | 'withdrawn' | 'suspended'

/** Under `enforce` its findings are said to everyone; under `shadow` to its authors only. */
export type InstallationMode = 'enforce' | 'shadow'

/** A document proposed for, or at work at, a jurisdiction. Bitemporal: each step closes this row and records another. */
export const installation = pgTable(
  'installation',
  {
    rowId: uuid().notNull(),
    /** Stable across what we later learn or decide about it. */
    id: uuid().notNull(),
    jurisdiction: divisionCode()
      .notNull()
      .references(() => jurisdiction.code),
    pluginId: text().notNull(),
    digest: text()
      .notNull()
      .references(() => pluginDocument.digest),
    /** Counts the installations of one plugin at one jurisdiction. */
    sequence: integer().notNull(),
    effectiveFrom: plainDay().notNull(),
    effectiveTo: plainDay(),
    state: text().$type<InstallationState>().notNull(),
    mode: text().$type<InstallationMode>().notNull().default('enforce'),
    /** Who took the step this row records. */
    installedBy: text().notNull(),
    proposedBy: text(),
    approvedBy: text(),
    reason: text(),
    /** The preview that was acknowledged. */
    previewId: uuid(),
    /** The earlier installation whose document this one brings back. */
    rollsBack: uuid(),
    /** Superior rules against which it could be neither proved nor refuted, and for which the proposer answers. */
    acknowledged: text().array().notNull().default(sql`'{}'`),
    ...recorded(),
  },
  (t) => [
    primaryKey({ columns: [t.rowId] }),
    uniqueIndex('installation_current').on(t.id).where(sql`recorded_to is null`),
    uniqueIndex('installation_sequence').on(t.jurisdiction, t.pluginId, t.sequence).where(sql`recorded_to is null`),
    check('installation_mode', sql`${t.mode} in ('enforce', 'shadow')`),
    check('installation_state', sql`${t.state} in ('proposed', 'active', 'superseded', 'withdrawn', 'suspended')`),
    check(
      'installation_days',
      sql`${isPlainDay(t.effectiveFrom)} and ${isPlainDay(t.effectiveTo)} and ${t.effectiveFrom} <= ${t.effectiveTo}`,
    ),
    recordedCheck('installation', t),
  ],
)
