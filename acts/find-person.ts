import type { Ref } from '../db/facts.ts'
import { lockPerson } from '../db/queries/change-record.ts'
import { peopleByCode } from '../db/queries/people.ts'
import type { Tx } from '../db/transaction.ts'
import { AmbiguousCodeProblem, ConflictProblem, NotFoundProblem, type ProblemPath } from './problem.ts'

/** How a caller names something: by the code an office gave it (`at`: which office), or by placement key and id. */
export type Named = { readonly code: string; readonly at?: string | null } | Ref

/** What the caller wrote, for messages. */
export const spelling = (named: Named): string => ('code' in named ? named.code : named.id)

const noun = { zh: '人员', en: 'person' }

/** The one person of that name. */
export const findPerson = async (tx: Tx, named: Named, path: ProblemPath = ['input', 'person']): Promise<Ref> => {
  if (!('code' in named)) return named
  const rows = await peopleByCode(tx, named.code, named.at ?? null)
  const [first, ...others] = rows
  if (first === undefined) throw new NotFoundProblem(path, named.code, noun)
  if (others.length > 0) {
    throw new AmbiguousCodeProblem(
      path,
      named.code,
      rows.map(({ authority }) => authority),
    )
  }
  return { root: first.root, id: first.id }
}

/** The person's file, held for a change, at the version the caller saw. */
export const openFile = async (
  tx: Tx,
  named: Named,
  expectedVersion: number | null,
  path: ProblemPath = ['input', 'person'],
) => {
  const file = await lockPerson(tx, await findPerson(tx, named, path))
  if (file === null) throw new NotFoundProblem(path, spelling(named), noun)
  if (expectedVersion !== null && expectedVersion !== file.version) throw versionChanged(expectedVersion, file.version)
  return file
}

const versionChanged = (expected: number, actual: number) =>
  new ConflictProblem('VERSION_CHANGED', {
    path: ['input', 'expectedVersion'],
    says: {
      zh: `您看到的是第 ${expected} 版，档案现为第 ${actual} 版：其间已有改动。`,
      en: `You saw version ${expected}; the file is now at version ${actual}: someone changed it meanwhile.`,
    },
    remedy: { zh: '请重新打开档案，核对后再改。', en: 'Open the file again, compare, and repeat the change.' },
  })
