import { assignment } from '../../../db/tables/assignment.ts'
import type { Tx } from '../../../db/transaction.ts'
import { complaint, problemAt } from '../problem.ts'
import type { SheetName } from '../reading/sheets.ts'
import { by, currently } from '../writing/revision.ts'
import type { Inquiry } from './inquiry.ts'
import type { PersonRow } from './rows.ts'

const careersMissing = (people: number) =>
  complaint(
    'MISSING_FILE',
    {
      zh: `名册没有 assignments 表，而 people 表中有 ${people} 人已有任职记录：缺表即空表，其履历将全部被取代。`,
      en: `The roster has no \`assignments\`, and ${people} of the people it lists have stored ones: a missing sheet is an empty one, so their careers would be gone.`,
    },
    {
      zh: '请附上 assignments 表；确要清空履历的，附一张只有标题行的表。',
      en: 'Add the sheet `assignments`; only if their careers are to be emptied, one with headings alone.',
    },
  )

/** Nobody loses a career because a sheet was forgotten: to empty it, the sheet must be there. */
export const checkCareersGiven = async (
  tx: Tx,
  people: readonly PersonRow[],
  given: ReadonlySet<SheetName>,
  inquiry: Inquiry,
): Promise<void> => {
  if (given.has('assignments')) return
  const stored = people.flatMap(({ self }) => (self.stored === null ? [] : [self.stored]))
  if (stored.length === 0) return
  const refs = by(stored, ({ id }) => id)
  const held = await tx
    .selectDistinct({ person: assignment.personId })
    .from(assignment)
    .where(currently(assignment, assignment.personId, refs))
  if (held.length === 0) return
  const place = { file: 'assignments', row: null, column: null, value: null }
  inquiry.problems.push(problemAt(place, careersMissing(held.length)))
}
