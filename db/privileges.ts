import { sql } from 'drizzle-orm'
import type { Tx } from './transaction.ts'

/**
 * What the application's role may do: read, add, and say until when we believed a row. It owns nothing, and nothing that
 * was ever recorded can be deleted or rewritten by it. Pieces are derived and replaced; keys of old requests expire, and so
 * do staged files and what reports quote of them.
 */
interface Privileges {
  readonly add: boolean
  readonly change?: readonly string[]
  readonly remove?: boolean
}

const bitemporal: Privileges = { add: true, change: ['recorded_to'] }

export const privileges: Readonly<Record<string, Privileges>> = {
  jurisdiction: { add: false },
  plugin_document: { add: true },
  installation: bitemporal,
  plugin_package: { add: true },
  signing_key: { add: true, change: ['revoked_at', 'revoked_by', 'revocation_reason'] },
  policy_review: { add: true, change: ['decision', 'decided_by', 'decided_at', 'reason'] },
  preview: { add: true, change: ['policy_digest', 'roster_state', 'digest', 'people', 'done_at'] },
  preview_change: { add: true, remove: true },
  unit: { add: true },
  unit_version: bitemporal,
  team: { add: true },
  team_version: bitemporal,
  term: bitemporal,
  post: { add: true },
  post_version: bitemporal,
  succession: bitemporal,
  person: { add: true, change: ['authority', 'code', 'name', 'sex', 'version', 'revised_at', 'staff'] },
  person_personnel: bitemporal,
  person_authority: bitemporal,
  assignment: bitemporal,
  state_personnel: bitemporal,
  state_discipline: bitemporal,
  state_health: bitemporal,
  dossier: bitemporal,
  kin_edge: bitemporal,
  piece: { add: true, remove: true },
  evaluation: { add: true, change: ['state', 'activated_at', 'superseded_at'] },
  finding: bitemporal,
  finding_span: bitemporal,
  conflict: bitemporal,
  conflict_span: bitemporal,
  conflict_register: { add: true, change: ['policy_at', 'revised_at'] },
  triage: bitemporal,
  job: { add: true, change: ['state', 'phase', 'done', 'total', 'problems', 'updated_at'] },
  staged_file: { add: true, change: ['kind', 'bytes', 'digest', 'expires_at'], remove: true },
  staged_chunk: { add: true, remove: true },
  roster_import: {
    add: true,
    change: [
      'accepted',
      'counted_on',
      'counts',
      'problem_count',
      'warning_count',
      'taken',
      'report_id',
      'report_until',
    ],
  },
  roster_problem: { add: true, remove: true },
  idempotency_key: { add: true, change: ['response'], remove: true },
}

const grantOn = (table: string, { add, change, remove }: Privileges, role: string): string => {
  const words = ['select', add ? 'insert' : '', change ? `update (${change.join(', ')})` : '', remove ? 'delete' : '']
  return `grant ${words.filter(Boolean).join(', ')} on ${table} to ${role}`
}

/** Nobody but the two roles of this product connects, and the application makes no tables, not even passing ones. */
const databaseGrants = (role: string) => `
  do $$ begin
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to ${role}', current_database());
  end $$`

/** The queue of jobs is worked by the application alone, in a schema of its own. */
const queueGrants = (role: string) => `
  do $$ begin
    if exists (select from pg_namespace where nspname = 'pgboss') then
      grant usage on schema pgboss to ${role};
      grant select, insert, update, delete on all tables in schema pgboss to ${role};
      grant usage on all sequences in schema pgboss to ${role};
      grant execute on all functions in schema pgboss to ${role};
    end if;
  end $$`

/** Gives the role exactly these rights, taking back whatever it had before. */
export const grantApplication = async (tx: Tx, roleName: string): Promise<void> => {
  const role = `"${roleName.replaceAll('"', '""')}"`
  const statements = [
    'revoke all on schema public from public',
    'revoke all on all tables in schema public from public',
    `revoke all on all tables in schema public from ${role}`,
    `grant usage on schema public to ${role}`,
    `grant select on schema_migration to ${role}`,
    ...Object.entries(privileges).map(([table, rights]) => grantOn(table, rights, role)),
    queueGrants(role),
    databaseGrants(role),
  ]
  await tx.execute(sql.raw(statements.join(';\n')))
}
