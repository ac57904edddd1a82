import { v7 } from 'uuid'
import type { Ref } from '../../../db/facts.ts'
import type { Tx } from '../../../db/transaction.ts'
import { checkTies } from '../../kin/check-ties.ts'
import { noRelative } from '../../kin/complaints.ts'
import { familyOnFile } from '../../kin/family-on-file.ts'
import { matchNames } from '../../kin/named-relatives.ts'
import type { Kinsman, WrittenTie } from '../../kin/tie.ts'
import { type Draft, readable } from '../reading/draft.ts'
import { sexesOf, tieOf } from '../reading/kin-words.ts'
import type { Someone } from './entity.ts'
import type { Inquiry } from './inquiry.ts'
import type { KinRow, PeopleRows, PersonRow } from './rows.ts'
import { scopeOf } from './scope.ts'

/** Someone known only by name, on file already or to be given a file. */
export interface NamedPerson {
  readonly id: string
  readonly stored: Ref | null
}

/** Who is meant by each row that names a relative without a code. */
export type NamedPeople = ReadonlyMap<KinRow, NamedPerson>

/** Each tie names someone, and none of them contradicts another, in the file or on file. */
export const checkKin = async (
  tx: Tx,
  drafts: readonly Draft<'kin'>[],
  rows: PeopleRows,
  inquiry: Inquiry,
): Promise<NamedPeople> => {
  for (const draft of drafts) {
    const { relative, relative_name } = draft.values
    if (relative === null && relative_name === null && readable(draft, 'relative'))
      inquiry.say(draft, 'relative', noRelative)
  }
  if (rows.kin.length === 0) return new Map()
  const named = await findNamed(tx, rows.kin)
  const written = rows.kin.flatMap((row) => writtenTie(row, named.get(row) ?? null))
  const stored = [...new Map(rows.kin.flatMap((row) => storedEnds(row, named)).map((ref) => [ref.id, ref])).values()]
  const scope = scopeOf(rows, 'kin')
  const { ties, kinsmen } = await familyOnFile(tx, stored, ({ personId }) => !scope.has(personId))
  const filed = new Map(rows.people.map((row) => [row.self.id, row]))
  const names = new Map([...named].map(([row, { id }]) => [id, row.draft.values.relative_name]))
  const codes = new Map(rows.kin.flatMap(({ person, relative }) => [person, relative]).flatMap(codeOf))
  const kinsman = (id: string): Kinsman => {
    const row = filed.get(id)
    if (row !== undefined) return inFile(row)
    const known = kinsmen.get(id)
    if (known !== undefined) return { ...known, called: known.code ?? known.name }
    const [code, name] = [codes.get(id) ?? null, names.get(id) ?? null]
    return { called: code ?? name ?? '…', name, code, sex: null, birth: null, died: null }
  }
  checkTies({ written, onFile: ties, kinsman, agreeing: false }, ({ draft }, column, wrong) =>
    inquiry.say(draft, column, wrong),
  )
  return named
}

const codeOf = (someone: Someone | null): readonly (readonly [string, string])[] =>
  someone === null ? [] : [[someone.id, someone.code]]

const inFile = ({ self, draft: { values } }: PersonRow): Kinsman => ({
  called: self.code,
  name: values.name,
  code: self.code,
  sex: values.sex,
  birth: values.birth?.text ?? null,
  died: values.died?.text ?? null,
})

const isNamed = ({ draft: { values }, relative }: KinRow): boolean =>
  relative === null && values.relative === null && values.relative_name !== null && values.relation !== null

const findNamed = async (tx: Tx, kin: readonly KinRow[]): Promise<NamedPeople> => {
  const asked = kin.filter(isNamed)
  const ties = asked.flatMap((row) => {
    const { person, draft } = row
    const { relation, kind, relative_name: name } = draft.values
    return person.stored === null || relation === null || name === null
      ? []
      : [{ row, declarer: person.stored, relation: tieOf(relation, kind).word, name }]
  })
  const known = new Map([...(await matchNames(tx, ties))].map(([{ row }, ref]) => [row, ref]))
  return new Map(
    asked.map((row) => {
      const stored = known.get(row) ?? null
      return [row, { id: stored?.id ?? v7(), stored }]
    }),
  )
}

const storedEnds = (row: KinRow, named: NamedPeople): readonly Ref[] =>
  [row.person.stored, row.relative?.stored ?? named.get(row)?.stored ?? null].flatMap((ref) =>
    ref === null ? [] : [{ root: ref.root, id: ref.id }],
  )

/** A row whose cells could not all be read is left out: what it says is not known, and it is told already. */
const writtenTie = (
  row: KinRow,
  named: NamedPerson | null,
): readonly (WrittenTie & { readonly draft: Draft<'kin'> })[] => {
  const { draft, person } = row
  const { relation, kind, from, to, ended_by, verified } = draft.values
  const relative = row.relative?.id ?? named?.id
  if (relation === null || relative === undefined) return []
  if (!readable(draft, 'kind', 'from', 'to', 'ended_by', 'verified')) return []
  const spelling = draft.says('relation') ?? relation.word
  const tie = tieOf(relation, kind)
  return [
    {
      draft,
      ...{ person: person.id, relative, relation: tie.word },
      ...{ spelling, sexes: sexesOf(spelling) },
      kind: tie.kind,
      from: from?.text ?? null,
      to: to?.text ?? null,
      endedBy: ended_by,
      verified: verified ?? true,
    },
  ]
}
