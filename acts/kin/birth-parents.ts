import type { Sex } from '../../policy/index.ts'
import type { TellTie, Ties } from './check-ties.ts'
import { parentsAlike, thirdParent } from './complaints.ts'
import { type DeclaredTie, type Descent, descentsIn, type Kinsman, mayBeSame, type WrittenTie } from './tie.ts'

const byBirth = ({ tie: { kind, verified } }: Descent): boolean => verified && (kind === null || kind === 'birth')

/** Nobody has three parents by birth, or two of one sex. */
export const checkBirthParents = <T extends WrittenTie>(
  { written, onFile, kinsman, agreeing }: Ties<T>,
  tell: TellTie<T>,
): void => {
  const known = new Map<string, Map<string, Sex | null>>()
  const parentsOf = (child: string) => {
    const parents = known.get(child) ?? new Map<string, Sex | null>()
    known.set(child, parents)
    return parents
  }
  const ofOthers = new Set<string>()
  for (const descent of descentsIn(onFile)) {
    if (!byBirth(descent)) continue
    parentsOf(descent.child).set(descent.parent, kinsman(descent.parent).sex)
    if (!agreeing) ofOthers.add(descent.parent)
  }
  for (const descent of descentsIn(written)) {
    if (!byBirth(descent)) continue
    const { tie, child, parent } = descent
    const parents = parentsOf(child)
    const sex = kinsman(parent).sex ?? saidOf(tie, parent)
    const sameOne = (a: string, b: string) => a === b || (ofOthers.has(a) && mayBeSame(kinsman(a), kinsman(b)))
    const others = [...parents].filter(
      ([id], i, all) => !sameOne(id, parent) && !all.slice(0, i).some(([before]) => sameOne(before, id)),
    )
    const alike = others.find(([, other]) => other !== null && other === sex)
    const called = (id: string): Kinsman['called'] => kinsman(id).called
    const named = others.map(([id]) => called(id))
    if (named.length > 1) tell(tie, 'relative', thirdParent(called(child), named))
    else if (alike !== undefined) tell(tie, 'relative', parentsAlike(called(child), called(alike[0]), sex === 'M'))
    else parents.set(parent, parents.get(parent) ?? sex)
  }
}

/** The sex that the word of the tie tells of the parent: 父亲 of the relative, 儿子 nothing of the person. */
const saidOf = ({ person, sexes }: WrittenTie & DeclaredTie, parent: string): Sex | null =>
  person === parent ? sexes.person : sexes.relative
