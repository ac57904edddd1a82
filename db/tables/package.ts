import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { Manifest, Signature, SignatureAlgorithm } from '../../policy/index.ts'
import { divisionCode, instant, plainDay } from './columns.ts'
import { jurisdiction } from './jurisdiction.ts'
import { pluginDocument } from './plugin.ts'

/** A package as it came in: which document, for whom, and who signed. Kept for ever, beside the document it carries. */
export const pluginPackage = pgTable(
  'plugin_package',
  {
    id: uuid().primaryKey(),
    digest: text()
      .notNull()
      .references(() => pluginDocument.digest),
    target: divisionCode().notNull(),
    sequence: integer().notNull(),
    manifest: jsonb().$type<Manifest>().notNull(),
    /** Verified when it came in; empty when the operator put it there at the machine itself. */
    signatures: jsonb().$type<readonly Signature[]>().notNull(),
    uploadedBy: text().notNull(),
    recordedAt: instant().notNull().default(sql`now()`),
  },
  (t) => [index('plugin_package_of').on(t.digest, t.target), check('plugin_package_sequence', sql`${t.sequence} >= 1`)],
)

/** A public key whose signature an office answers for: for itself and for everything below it. */
export const signingKey = pgTable(
  'signing_key',
  {
    /** First 32 hex digits of the SHA-256 of the raw public key. */
    id: text().primaryKey(),
    jurisdiction: divisionCode()
      .notNull()
      .references(() => jurisdiction.code),
    algorithm: text().$type<SignatureAlgorithm>().notNull(),
    /** Raw public key, base64. */
    publicKey: text().notNull(),
    holder: text().notNull(),
    registeredBy: text().notNull(),
    registeredAt: instant().notNull().default(sql`now()`),
    revokedAt: instant(),
    revokedBy: text(),
    revocationReason: text(),
  },
  (t) => [
    index('signing_key_at').on(t.jurisdiction),
    check('signing_key_id', sql`${t.id} ~ '^[0-9a-f]{32}$'`),
    check('signing_key_algorithm', sql`${t.algorithm} in ('ed25519')`),
    check('signing_key_revoked', sql`(${t.revokedAt} is null) = (${t.revokedBy} is null)`),
  ],
)

/** Why an installation that was lawful has to be looked at again. */
export type ReviewCause = 'superior' | 'key'

export type ReviewDecision = 'keep' | 'suspend'

/** A superior rule, as a review quotes it. */
export interface ReviewedProblem {
  readonly path: readonly string[]
  readonly message: { readonly zh: string; readonly en: string }
  readonly superior: {
    readonly rule: string
    readonly catalogueId: string
    readonly instrument: string
    readonly article: string | null
  } | null
}

/** An installation that became unlawful: listed until a person decides, never changed silently. */
export const policyReview = pgTable(
  'policy_review',
  {
    id: uuid().notNull(),
    installationId: uuid().notNull(),
    jurisdiction: divisionCode().notNull(),
    cause: text().$type<ReviewCause>().notNull(),
    /** The superior's installation, or the key. */
    causedBy: text().notNull(),
    /** The day from which it is unlawful. */
    fromOn: plainDay().notNull(),
    problems: jsonb().$type<readonly ReviewedProblem[]>().notNull(),
    raisedAt: instant().notNull().default(sql`now()`),
    decision: text().$type<ReviewDecision>(),
    decidedBy: text(),
    decidedAt: instant(),
    reason: text(),
  },
  (t) => [
    primaryKey({ columns: [t.id] }),
    index('policy_review_of').on(t.installationId),
    index('policy_review_open').on(t.jurisdiction).where(sql`decision is null`),
    check('policy_review_cause', sql`${t.cause} in ('superior', 'key')`),
    check('policy_review_decision', sql`${t.decision} in ('keep', 'suspend')`),
    check('policy_review_decided', sql`(${t.decision} is null) = (${t.decidedBy} is null)`),
  ],
)
