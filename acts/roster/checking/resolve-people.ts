import { v7 } from 'uuid'
import { grouped } from '../grouped.ts'
import { complaint } from '../problem.ts'
import type { CodeReference } from '../reading/column.ts'
import type { Draft, Drafts, WrittenRow } from '../reading/draft.ts'
import { quoted } from '../reading/suggest.ts'
import { CodeBook, codesOf } from './code-book.ts'
import { related } from './division-book.ts'
import type { Someone, StoredPerson } from './entity.ts'
import type { Inquiry, Subject } from './inquiry.ts'
import type { Shelf } from './resolve-org.ts'
import type { PeopleRows, PersonRow } from './rows.ts'
import type { StoredEntities } from './stored-entities.ts'

const duplicate = (code: string, row: number) =>
  complaint(
    'DUPLICATE_CODE',
    { zh: `人员编号\`${code}\`已在第 ${row} 行出现。`, en: `The code \`${code}\` already stands in row ${row}.` },
    {
      zh: '一人一行；若是不同单位各自编号的两个人，请在“管理权限”栏写明各自的辖区。',
      en: 'One row per person; if two offices numbered alike, state each person’s `authority`.',
    },
  )

const severalStored = (code: string, people: readonly StoredPerson[]) =>
  complaint(
    'AMBIGUOUS_CODE',
    { zh: `已有不止一人使用编号\`${code}\`。`, en: `More than one stored person carries the code \`${code}\`.` },
    {
      zh: `请在“管理权限”栏写明辖区：${quoted(
        people.map((p) => p.authority),
        '、',
      )}。`,
      en: `State the \`authority\`: ${quoted(
        people.map((p) => p.authority),
        ', ',
      )}.`,
    },
  )

/**
 * Which stored person a row of `people` is. The stated authority and the code decide; else the filing jurisdiction's own
 * code; else someone above or below it whose code and whose name or birth agree, who has moved since.
 */
const storedPersonOf = (
  draft: Draft<'people'>,
  candidates: readonly StoredPerson[],
  inquiry: Inquiry,
): StoredPerson | null => {
  const { authority, name, birth } = draft.values
  const exact = candidates.find((person) => person.authority === (authority ?? inquiry.at))
  if (exact !== undefined) return exact
  const alike = candidates.filter(
    (person) =>
      related(person.authority, inquiry.at) &&
      (person.name === name || (birth !== null && birth.text !== '?' && person.birth === birth.text)),
  )
  if (alike.length > 1) inquiry.say(draft, 'code', severalStored(draft.values.code ?? '', alike))
  return alike.length === 1 ? (alike[0] ?? null) : null
}

const another = ({ name, birth }: StoredPerson) =>
  complaint(
    'ANOTHER_PERSON',
    {
      zh: `此编号原属${name}（${birth ?? '?'}），姓名和出生日期都与本行不同。`,
      en: `The code is stored for ${name} (${birth ?? '?'}); both name and birth differ here.`,
    },
    { zh: '如是另一人，请换用新编号。', en: 'If this is another person, give a code of their own.' },
  )

/** One code is one person; when nothing else agrees, someone should look. */
const warnOfAnother = (draft: Draft<'people'>, stored: StoredPerson | null, inquiry: Inquiry) => {
  const { name, birth } = draft.values
  if (stored === null || name === null || birth === null) return
  if (stored.name !== name && stored.birth !== birth.text) inquiry.warn(draft, 'code', another(stored))
}

const registerPeople = (drafts: Drafts['people'], stored: StoredEntities, inquiry: Inquiry): readonly PersonRow[] => {
  const byCode = grouped(stored.people, ({ code }) => code)
  const rowOf = new Map<string, number>()
  return drafts.flatMap((draft) => {
    const { code, authority } = draft.values
    if (code === null) return []
    const person = storedPersonOf(draft, byCode.get(code) ?? [], inquiry)
    warnOfAnother(draft, person, inquiry)
    const keys = [`${authority ?? ''}:${code}`, ...(person === null ? [] : [person.id])]
    const first = keys.map((key) => rowOf.get(key)).find((row) => row !== undefined)
    if (first !== undefined) {
      inquiry.say(draft, 'code', duplicate(code, first))
      return []
    }
    for (const key of keys) rowOf.set(key, draft.row)
    const places = [...new Set([authority ?? inquiry.at, ...(person === null ? [] : [person.authority])])]
    return [{ draft, self: { id: person?.id ?? v7(), code, places, stored: person } }]
  })
}

type OfSomeone = WrittenRow & { readonly values: { readonly person: CodeReference | null } }

/** Where people and posts are looked up by code. */
const lookups = (filed: readonly Someone[], stored: StoredEntities, posts: Shelf, inquiry: Inquiry) => {
  const others = stored.people.map(
    (person): Someone => ({ id: person.id, code: person.code, places: [person.authority], stored: person }),
  )
  const codes = codesOf(filed, stored.known.people)
  const people = {
    book: new CodeBook<Someone>({ filed, stored: others, at: inquiry.at }),
    subject: { noun: { zh: '人员', en: 'person' }, unknown: 'UNKNOWN_PERSON', codes } satisfies Subject,
  }
  return {
    person: (draft: WrittenRow, column: string, cell: CodeReference | null) =>
      inquiry.look({ draft, column }, cell, people),
    post: (draft: Draft<'assignments'> | Draft<'dossier'>) =>
      inquiry.look({ draft, column: 'post' }, draft.values.post, posts),
  }
}

/** Resolves whom the people's sheets speak of, and the posts they name. */
export const resolvePeople = (drafts: Drafts, stored: StoredEntities, posts: Shelf, inquiry: Inquiry): PeopleRows => {
  const people = registerPeople(drafts.people, stored, inquiry)
  for (const { draft } of people) checkPlaces(draft, inquiry)
  for (const draft of drafts.authorities) inquiry.knows(draft, 'jurisdiction', draft.values.jurisdiction)
  const look = lookups(
    people.map(({ self }) => self),
    stored,
    posts,
    inquiry,
  )
  // Every reference of a row is looked up, whether or not the person is known: each bad cell is told.
  const whose = <D extends OfSomeone, More extends object>(rows: readonly D[], more: (draft: D) => More) =>
    rows.flatMap((draft) => {
      const person = look.person(draft, 'person', draft.values.person)
      const others = more(draft)
      return person === null ? [] : [{ draft, person, ...others }]
    })
  return {
    people,
    authorities: whose(drafts.authorities, () => ({})),
    assignments: drafts.assignments.flatMap((draft) => {
      const [person, post] = [look.person(draft, 'person', draft.values.person), look.post(draft)]
      return person === null || post === null ? [] : [{ draft, person, post }]
    }),
    states: whose(drafts.states, () => ({})),
    dossier: whose(drafts.dossier, (draft) => ({ post: look.post(draft) })),
    kin: whose(drafts.kin, (draft) => ({ relative: look.person(draft, 'relative', draft.values.relative) })),
  }
}

const checkPlaces = (draft: Draft<'people'>, inquiry: Inquiry) => {
  const { authority, native_place, birth_place, growth_places } = draft.values
  inquiry.knows(draft, 'authority', authority)
  inquiry.knowsHome(draft, 'native_place', native_place)
  inquiry.knowsHome(draft, 'birth_place', birth_place)
  for (const place of growth_places ?? []) inquiry.knowsHome(draft, 'growth_places', place)
}
