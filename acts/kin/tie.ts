import { anyDay, type KinEdge, parseStated, type Range, type Sex, type StatedText } from '../../policy/index.ts'
import type { Sexes } from '../roster/reading/kin-words.ts'

/** A tie as someone declared it, on file or about to be: what `relative` is to `person`. */
export interface DeclaredTie
  extends Pick<KinEdge, 'person' | 'relative' | 'relation' | 'kind' | 'endedBy' | 'verified'> {
  readonly from: StatedText | null
  readonly to: StatedText | null
}

/** One that is to be recorded, in the words it was written in. */
export interface WrittenTie extends DeclaredTie {
  readonly spelling: string
  readonly sexes: Sexes
}

/** What a check must know of anyone in a tie. */
export interface Kinsman {
  /** For messages: the code, or the name of someone without one. */
  readonly called: string
  readonly name: string | null
  /** Null for someone known only by name. */
  readonly code: string | null
  readonly sex: Sex | null
  readonly birth: StatedText | null
  readonly died: StatedText | null
}

/** What the relative is, read from their own side. A declared term keeps its word: read there, it is what the person is. */
export const inverse = (relation: string): string =>
  relation === 'parent' ? 'child' : relation === 'child' ? 'parent' : relation

/** A tie that reads the same from both sides. A declared term of one and the same term of the other are two statements. */
export const isPrimitive = (relation: string): boolean =>
  ['parent', 'child', 'spouse', 'special_interest'].includes(relation)

/** A tie of parent and child, whichever of them declares it. */
export interface Descent<T extends DeclaredTie = DeclaredTie> {
  readonly tie: T
  readonly child: string
  readonly parent: string
}

export const descentsIn = <T extends DeclaredTie>(ties: readonly T[]): readonly Descent<T>[] =>
  ties.flatMap((tie) => {
    const { person, relative, relation } = tie
    if (person === relative) return []
    if (relation === 'parent') return [{ tie, child: person, parent: relative }]
    return relation === 'child' ? [{ tie, child: relative, parent: person }] : []
  })

/** Someone known only by name may be another of that name who has a code: one office wrote the name, another the code. */
export const mayBeSame = (a: Kinsman, b: Kinsman): boolean =>
  (a.code === null || b.code === null) && a.name !== null && a.name === b.name

/** The days of a tie, each end as imprecise as it is stated. */
export interface Lasting {
  /** A blank first day is not known. */
  readonly from: Range
  readonly to: Range
}

const never: Range = { lo: Infinity, hi: Infinity }
const rangeOf = (text: StatedText | null): Range | null => (text === null ? null : (parseStated(text) ?? anyDay))

/** Death ends a tie of marriage, whether or not anyone wrote so. */
export const lasting = (
  { from, to }: Pick<DeclaredTie, 'from' | 'to'>,
  deaths: readonly (StatedText | null)[] = [],
): Lasting => ({
  from: rangeOf(from) ?? anyDay,
  to: [to, ...deaths]
    .map((text) => rangeOf(text) ?? never)
    .reduce((a, b) => ({ lo: Math.min(a.lo, b.lo), hi: Math.min(a.hi, b.hi) })),
})

/** First day on which it surely lasts: whatever ends on a known day lasted the day before. */
const surelyFrom = ({ from, to }: Lasting): number => Math.min(from.hi, to.lo === to.hi ? to.lo - 1 : Infinity)

const goesOn = ({ to }: Lasting): boolean => to.lo === Infinity

/** Whether both surely last on some day; two that go on do, whenever they began. */
export const surelyTogether = (a: Lasting, b: Lasting): boolean =>
  (goesOn(a) && goesOn(b)) || Math.max(surelyFrom(a), surelyFrom(b)) < Math.min(a.to.lo, b.to.lo)

/** Whether two stated days cannot be the same day. */
export const differ = (a: Range, b: Range): boolean => a.hi < b.lo || b.hi < a.lo
