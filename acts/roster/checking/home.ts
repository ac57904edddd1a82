import { divisions, rootOf } from '../../../db/divisions.ts'
import { type DivisionCode, divisionOrder } from '../../../policy/index.ts'
import { grouped } from '../grouped.ts'
import { complaint } from '../problem.ts'
import type { Inquiry } from './inquiry.ts'
import type { OrgView } from './org-view.ts'
import type { AssignmentRow, PeopleRows, PersonRow } from './rows.ts'
import type { StoredEntities } from './stored-entities.ts'

/** Where a person's file lies. */
export interface Home {
  readonly root: number
  readonly authority: DivisionCode
}

export type Homes = ReadonlyMap<string, Home>

const rank = (code: DivisionCode): number => {
  const level = divisions.level(code)
  return level === null ? divisionOrder.length : divisionOrder.indexOf(level)
}

/** Service elsewhere that leaves the file where it is. */
const away = new Set(['secondment', 'loan'])

/** The highest jurisdiction that manages a post held now, or, for someone who holds none, the last one held. */
const authorityOfPosts = (rows: readonly AssignmentRow[], view: OrgView): DivisionCode | null => {
  const own = rows.filter(({ draft }) => !away.has(draft.values.capacity ?? 'formal'))
  const open = own.filter(({ draft }) => draft.values.to === null)
  const last = own.reduce<AssignmentRow | null>((a, b) => (a === null || ended(b) >= ended(a) ? b : a), null)
  const relevant = open.length > 0 ? open : last === null ? [] : [last]
  const managers = relevant.map(({ post, draft }) => {
    const end = draft.values.to?.lo ?? Infinity
    const versions = view.posts.get(post.id) ?? []
    const version = versions.findLast(({ days }) => days.from.lo < end) ?? versions[0]
    return version?.authority ?? post.jurisdiction
  })
  return managers.reduce<DivisionCode | null>((a, b) => (a === null || rank(b) < rank(a) ? b : a), null)
}

const ended = ({ draft }: AssignmentRow): number => draft.values.to?.lo ?? Infinity

/**
 * Where everyone's file lies: as stated; for someone stored, where it lay; else the highest authority among the posts;
 * for a relative without posts, with whoever declared them; else with the jurisdiction that files the roster.
 */
export const findHomes = (people: PeopleRows, view: OrgView, inquiry: Inquiry): Homes => {
  const homes = new Map<string, Home>()
  const careers = grouped(people.assignments, ({ person }) => person.id)
  const homeless: PersonRow[] = []
  for (const row of people.people) {
    const { self, draft } = row
    const stated = draft.values.authority ?? self.stored?.authority
    const authority = stated ?? authorityOfPosts(careers.get(self.id) ?? [], view)
    if (authority === null) homeless.push(row)
    else homes.set(self.id, { root: self.stored?.root ?? rootOf(authority), authority })
  }
  for (const { person } of [
    ...people.assignments,
    ...people.states,
    ...people.dossier,
    ...people.authorities,
    ...people.kin,
  ]) {
    if (person.stored === null || homes.has(person.id)) continue
    homes.set(person.id, { root: person.stored.root, authority: person.stored.authority })
  }
  const declarers = grouped(people.kin, ({ relative }) => relative?.id)
  for (const { self } of homeless) {
    const declarer = declarers.get(self.id)?.find(({ person }) => homes.has(person.id))
    const authority = (declarer && homes.get(declarer.person.id)?.authority) ?? inquiry.at
    homes.set(self.id, { root: rootOf(authority), authority })
  }
  return homes
}

const taken = (code: string, authority: string, name: string) =>
  complaint(
    'CODE_TAKEN',
    {
      zh: `在\`${authority}\`管理的人员中，编号\`${code}\`已属于${name}。`,
      en: `Among the people managed by \`${authority}\`, the code \`${code}\` already belongs to ${name}.`,
    },
    {
      zh: '如是同一人，请核对姓名和出生年月；如是另一人，请换编号或写明“管理权限”。',
      en: 'If this is the same person, check name and birth; if another one, change the code or state the `authority`.',
    },
  )

/** Each office numbers its own people once. */
export const checkHomes = ({ people }: PeopleRows, homes: Homes, stored: StoredEntities, inquiry: Inquiry): void => {
  const holders = new Map(
    stored.people.map(({ id, authority, code, name }) => [`${authority}:${code}`, { id, name: `${name}` }]),
  )
  for (const { draft, self } of people) {
    const authority = homes.get(self.id)?.authority
    if (authority === undefined) continue
    const holder = holders.get(`${authority}:${self.code}`)
    if (holder === undefined) holders.set(`${authority}:${self.code}`, { id: self.id, name: draft.values.name ?? '' })
    else if (holder.id !== self.id) inquiry.say(draft, 'code', taken(self.code, authority, holder.name))
  }
}
