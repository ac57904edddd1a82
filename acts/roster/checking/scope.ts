import { grouped } from '../grouped.ts'
import { complaint } from '../problem.ts'
import type { WrittenRow } from '../reading/draft.ts'
import type { Someone } from './entity.ts'
import type { Inquiry } from './inquiry.ts'
import type { PeopleRows } from './rows.ts'

export type PersonalSheet = 'authorities' | 'assignments' | 'states' | 'dossier' | 'kin'

/**
 * Whose rows of a sheet are the whole truth: everyone with a row in `people`, and everyone the sheet itself speaks of.
 * Everybody else stays untouched.
 */
export const scopeOf = (people: PeopleRows, sheet: PersonalSheet): ReadonlySet<string> =>
  new Set([...people.people.map(({ self }) => self.id), ...people[sheet].map(({ person }) => person.id)])

const notListed = (code: string, sheet: PersonalSheet) =>
  complaint(
    'PERSON_NOT_LISTED',
    {
      zh: `\`${code}\`不在 people 表中；本表的各行将作为其在 ${sheet} 中的全部记录，原有而此处没有的记录将被取代。`,
      en: `\`${code}\` has no row in \`people\`; the rows here become all of their ${sheet}, and stored ones not among them are superseded.`,
    },
    { zh: '如只想补充一条，请同时列出原有各行。', en: 'To add a single row, list the stored ones beside it.' },
  )

/** Says once per person and sheet that rows of someone without a row in `people` replace what is stored. */
export const warnOfUnlisted = (people: PeopleRows, inquiry: Inquiry): void => {
  const listed = new Set(people.people.map(({ self }) => self.id))
  for (const sheet of ['authorities', 'assignments', 'states', 'dossier', 'kin'] as const) {
    const rows: readonly { readonly draft: WrittenRow; readonly person: Someone }[] = people[sheet]
    for (const [id, [first]] of grouped(rows, ({ person }) => person.id)) {
      if (first !== undefined && !listed.has(id))
        inquiry.warn(first.draft, 'person', notListed(first.person.code, sheet))
    }
  }
}
