import { v7 } from 'uuid'
import { rootOf } from '../../../db/divisions.ts'
import type { DivisionCode } from '../../../policy/index.ts'
import { complaint } from '../problem.ts'
import type { CodeReference } from '../reading/column.ts'
import type { Draft, Drafts, WrittenRow } from '../reading/draft.ts'
import { CodeBook, codesOf } from './code-book.ts'
import { isDivision } from './division-book.ts'
import type { Entity } from './entity.ts'
import type { Inquiry, Subject } from './inquiry.ts'
import type { OrgRows, PostRow, TeamRow, TermRow, UnitRow } from './rows.ts'
import { placesOf, type StoredEntities } from './stored-entities.ts'

/** Gives every coded row its entity: the stored one of that jurisdiction and code, or a new one. */
class Register {
  readonly #entities = new Map<DivisionCode, Map<string, Entity>>()
  readonly #places = placesOf()

  constructor(stored: readonly Entity[]) {
    for (const entity of stored) this.#of(entity.jurisdiction).set(entity.code, entity)
  }

  entity(jurisdiction: DivisionCode, code: string): Entity {
    const own = this.#of(jurisdiction)
    const known = own.get(code)
    if (known !== undefined) return known
    const places = this.#places(jurisdiction)
    const fresh: Entity = { root: rootOf(jurisdiction), id: v7(), code, jurisdiction, places, stored: false }
    own.set(code, fresh)
    return fresh
  }

  #of(jurisdiction: DivisionCode): Map<string, Entity> {
    const own = this.#entities.get(jurisdiction) ?? new Map<string, Entity>()
    this.#entities.set(jurisdiction, own)
    return own
  }
}

const otherProvince = complaint(
  'OTHER_PROVINCE',
  {
    zh: '所指的单位、班子或职位属于另一个省份，资料分省保存，不能直接引用。',
    en: 'It belongs to another province, whose data are kept apart, and cannot be referred to here.',
  },
  { zh: '请改填本省内的编号，或留空。', en: 'Refer to one of the same province, or leave the cell blank.' },
)

/** Where codes of one sort are looked up. */
export interface Shelf {
  readonly book: CodeBook<Entity>
  readonly subject: Subject
}

/** What most rows refer to in a list. */
const nothing: readonly Entity[] = []

/** References of one row, which must stay inside its province. */
const referrer = (inquiry: Inquiry, self: { readonly root: number; readonly jurisdiction: DivisionCode } | null) => {
  const one = (draft: WrittenRow, column: string, reference: CodeReference | null, shelf: Shelf): Entity | null => {
    const found = inquiry.look({ draft, column, near: self?.jurisdiction ?? null }, reference, shelf)
    if (found === null || self === null || found.root === self.root) return found
    inquiry.say(draft, column, otherProvince)
    return null
  }
  const many = (
    draft: WrittenRow,
    column: string,
    references: readonly CodeReference[] | null,
    shelf: Shelf,
  ): readonly Entity[] =>
    references === null
      ? nothing
      : references.flatMap((reference) => {
          const found = one(draft, column, reference, shelf)
          return found === null ? [] : [found]
        })
  return { one, many }
}

const shelf = (
  filed: readonly Entity[],
  stored: readonly Entity[],
  inquiry: Inquiry,
  subject: Omit<Subject, 'codes'>,
  known: readonly string[],
): Shelf => ({
  book: new CodeBook({ filed, stored, at: inquiry.at }),
  subject: { ...subject, codes: codesOf(filed, known) },
})

/** Resolves what the organisation's sheets refer to, and says where posts are found; every dangling or ambiguous reference is reported. */
export const resolveOrg = (
  drafts: Drafts,
  stored: StoredEntities,
  inquiry: Inquiry,
): { readonly org: OrgRows; readonly posts: Shelf } => {
  const units = resolveUnits(drafts.units, stored, inquiry)
  const teams = resolveTeams(drafts.teams, stored, inquiry, units.shelf)
  const posts = resolvePosts(drafts.posts, stored, inquiry, { units: units.shelf, teams: teams.shelf })
  const terms = drafts.terms.flatMap((draft): TermRow[] => {
    const team = referrer(inquiry, null).one(draft, 'team', draft.values.team, teams.shelf)
    return team === null ? [] : [{ draft, team }]
  })
  return { org: { units: units.rows, teams: teams.rows, terms, posts: posts.rows }, posts: posts.shelf }
}

/** Rows that say which jurisdiction numbers them, with their entities. */
const registered = <S extends 'units' | 'teams'>(
  drafts: readonly Draft<S>[],
  stored: readonly Entity[],
  inquiry: Inquiry,
): readonly { readonly draft: Draft<S>; readonly self: Entity }[] => {
  const register = new Register(stored)
  return drafts.flatMap((draft) => {
    const { code, jurisdiction }: { code: string | null; jurisdiction: string | null } = draft.values
    const known = jurisdiction !== null && isDivision(jurisdiction)
    // A row of an unknown jurisdiction keeps its code findable, so that one bad cell is one problem.
    return code === null ? [] : [{ draft, self: register.entity(known ? jurisdiction : inquiry.at, code) }]
  })
}

const resolveUnits = (drafts: Drafts['units'], stored: StoredEntities, inquiry: Inquiry) => {
  const rows = registered(drafts, stored.units, inquiry)
  const filed = rows.map(({ self }) => self)
  const noun = { noun: { zh: '单位', en: 'unit' }, unknown: 'UNKNOWN_UNIT' } as const
  const own = shelf(filed, stored.units, inquiry, noun, stored.known.units)
  const resolved = rows.map(({ draft, self }): UnitRow => {
    const refer = referrer(inquiry, self)
    inquiry.knows(draft, 'jurisdiction', draft.values.jurisdiction)
    return {
      draft,
      self,
      parent: refer.one(draft, 'parent', draft.values.parent, own),
      // Whoever regulates an enterprise may sit in another province: it is kept by its code.
      regulatedBy: inquiry.look(regulator(draft, self), draft.values.regulated_by, own),
      succeeds: refer.many(draft, 'succeeds', draft.values.succeeds, own),
    }
  })
  return { rows: resolved, shelf: own }
}

const regulator = (draft: WrittenRow, self: Entity) => ({ draft, column: 'regulated_by', near: self.jurisdiction })

const resolveTeams = (drafts: Drafts['teams'], stored: StoredEntities, inquiry: Inquiry, units: Shelf) => {
  const rows = registered(drafts, stored.teams, inquiry)
  const filed = rows.map(({ self }) => self)
  const noun = { noun: { zh: '班子', en: 'team' }, unknown: 'UNKNOWN_TEAM' } as const
  const resolved = rows.map(({ draft, self }): TeamRow => {
    inquiry.knows(draft, 'jurisdiction', draft.values.jurisdiction)
    inquiry.knows(draft, 'authority', draft.values.authority)
    return { draft, self, unit: referrer(inquiry, self).one(draft, 'unit', draft.values.unit, units) }
  })
  return { rows: resolved, shelf: shelf(filed, stored.teams, inquiry, noun, stored.known.teams) }
}

const resolvePosts = (
  drafts: Drafts['posts'],
  stored: StoredEntities,
  inquiry: Inquiry,
  shelves: { readonly units: Shelf; readonly teams: Shelf },
) => {
  const register = new Register(stored.posts)
  // A post is numbered by the jurisdiction of its unit.
  const rows = drafts.map((draft) => {
    const unit = referrer(inquiry, null).one(draft, 'unit', draft.values.unit, shelves.units)
    const { code } = draft.values
    return { draft, unit, self: code === null ? null : register.entity(unit?.jurisdiction ?? inquiry.at, code) }
  })
  const filed = rows.flatMap(({ self }) => (self === null ? [] : [self]))
  const noun = { noun: { zh: '职位', en: 'post' }, unknown: 'UNKNOWN_POST' } as const
  const own = shelf(filed, stored.posts, inquiry, noun, stored.known.posts)
  const resolved = rows.flatMap(({ draft, unit, self }): PostRow[] => {
    const refer = referrer(inquiry, unit)
    inquiry.knows(draft, 'authority', draft.values.authority)
    const team = refer.one(draft, 'team', draft.values.team, shelves.teams)
    const reportsTo = refer.one(draft, 'reports_to', draft.values.reports_to, own)
    const succeeds = refer.many(draft, 'succeeds', draft.values.succeeds, own)
    return unit === null || self === null ? [] : [{ draft, self, unit, team, reportsTo, succeeds }]
  })
  return { rows: resolved, shelf: own }
}
