import { v7 } from 'uuid'
import { CodeBook } from './code-book.ts'
import type { CodeReference } from './column.ts'
import { related } from './division-book.ts'
import type { Draft, Drafts, WrittenRow } from './draft.ts'
import type { Someone, StoredPerson } from './entity.ts'
import { grouped } from './grouped.ts'
import type { Inquiry, Subject } from './inquiry.ts'
import { complaint } from './problem.ts'
import type { OrgRows, PeopleRows, PersonRow } from './rows.ts'
import type { StoredEntities } from './stored-entities.ts'
import { quoted } from './suggest.ts'

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

const registerPeople = (drafts: Drafts['people'], stored: StoredEntities, inquiry: Inquiry): readonly PersonRow[] => {
  const byCode = grouped(stored.people, ({ code }) => code)
  const rowOf = new Map<string, number>()
  return drafts.flatMap((draft) => {
    const { code, authority } = draft.values
    if (code === null) return []
    const person = storedPersonOf(draft, byCode.get(code) ?? [], inquiry)
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

/** Resolves whom the people's sheets speak of, and the posts they name. */
export const resolvePeople = (drafts: Drafts, stored: StoredEntities, org: OrgRows, inquiry: Inquiry): PeopleRows => {
  const people = registerPeople(drafts.people, stored, inquiry)
  const filed = people.map(({ self }) => self)
  const others = stored.people.map(
    (person): Someone => ({ id: person.id, code: person.code, places: [person.authority], stored: person }),
  )
  const book = new CodeBook<Someone>({ filed, stored: others, at: inquiry.at })
  const codes = [...new Set([...filed.map(({ code }) => code), ...stored.known.people])]
  const whom: Subject = { noun: { zh: '人员', en: 'person' }, unknown: 'UNKNOWN_PERSON', codes }
  const posts = {
    book: org.postBook,
    subject: { noun: { zh: '职位', en: 'post' }, unknown: 'UNKNOWN_POST', codes: org.postCodes } satisfies Subject,
  }
  const personOf = (draft: WrittenRow & { readonly values: { readonly person: CodeReference | null } }) =>
    inquiry.look({ draft, column: 'person' }, draft.values.person, { book, subject: whom })

  for (const { draft } of people) checkPlaces(draft, inquiry)
  return {
    people,
    authorities: drafts.authorities.flatMap((draft) => {
      inquiry.knows(draft, 'jurisdiction', draft.values.jurisdiction)
      const person = personOf(draft)
      return person === null ? [] : [{ draft, person }]
    }),
    assignments: drafts.assignments.flatMap((draft) => {
      const person = personOf(draft)
      const post = inquiry.look({ draft, column: 'post' }, draft.values.post, posts)
      return person === null || post === null ? [] : [{ draft, person, post }]
    }),
    states: drafts.states.flatMap((draft) => {
      const person = personOf(draft)
      return person === null ? [] : [{ draft, person }]
    }),
    dossier: drafts.dossier.flatMap((draft) => {
      const person = personOf(draft)
      const post = inquiry.look({ draft, column: 'post' }, draft.values.post, posts)
      return person === null ? [] : [{ draft, person, post }]
    }),
    kin: drafts.kin.flatMap((draft) => {
      const person = personOf(draft)
      const relative = inquiry.look({ draft, column: 'relative' }, draft.values.relative, { book, subject: whom })
      return person === null ? [] : [{ draft, person, relative }]
    }),
  }
}

const checkPlaces = (draft: Draft<'people'>, inquiry: Inquiry) => {
  const { authority, native_place, birth_place, growth_places } = draft.values
  inquiry.knows(draft, 'authority', authority)
  inquiry.knows(draft, 'native_place', native_place)
  inquiry.knows(draft, 'birth_place', birth_place)
  for (const place of growth_places ?? []) inquiry.knows(draft, 'growth_places', place)
}
