import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Category, Duty, Level, Seat } from '../../policy/index.ts'
import { divisionCode, id, recorded, recordedCheck, root, validity, validityChecks } from './columns.ts'
import { team } from './team.ts'
import { unit } from './unit.ts'

/** 职位: the lasting identity of a post, whether or not someone holds it. */
export const post = pgTable(
  'post',
  { root: root(), id: id(), jurisdiction: divisionCode().notNull(), code: text().notNull() },
  (t) => [
    primaryKey({ columns: [t.root, t.id] }),
    unique('post_code').on(t.root, t.jurisdiction, t.code),
    index('post_by_code').on(t.code),
  ],
)

/** How a post was from one day to another. Blank level or leading is not known; a blank authority is the unit's jurisdiction. */
export const postVersion = pgTable(
  'post_version',
  {
    root: root(),
    id: id(),
    postId: uuid().notNull(),
    unitId: uuid().notNull(),
    title: text().notNull(),
    level: text().$type<Level>(),
    leading: boolean(),
    seats: text().array().$type<Seat[]>().notNull().default(sql`'{}'`),
    duties: text().array().$type<Duty[]>().notNull().default(sql`'{}'`),
    business: text().array().notNull().default(sql`'{}'`),
    teamId: uuid(),
    reportsTo: uuid(),
    authority: divisionCode(),
    /** How many may hold it at once (职数). */
    quota: integer().notNull().default(1),
    category: text().$type<Category>(),
    ...validity(),
    ...recorded(),
  },
  (t) => [
    primaryKey({ columns: [t.root, t.id] }),
    foreignKey({ name: 'post_version_post', columns: [t.root, t.postId], foreignColumns: [post.root, post.id] }),
    foreignKey({ name: 'post_version_unit', columns: [t.root, t.unitId], foreignColumns: [unit.root, unit.id] }),
    foreignKey({ name: 'post_version_team', columns: [t.root, t.teamId], foreignColumns: [team.root, team.id] }),
    foreignKey({
      name: 'post_version_reports_to',
      columns: [t.root, t.reportsTo],
      foreignColumns: [post.root, post.id],
    }),
    index('post_version_of').on(t.root, t.postId),
    index('post_version_in').on(t.root, t.unitId),
    index('post_version_on').on(t.root, t.teamId),
    check('post_version_quota', sql`${t.quota} >= 1`),
    ...validityChecks('post_version', t),
    recordedCheck('post_version', t),
  ],
)
