import type { Bilingual, Citation, InForce } from '../../law/citation.ts'
import { isSameText } from '../../law/digest.ts'
import { inLanguage, type Language } from '../wording/words.ts'

/** One member of a part that is another than before; `null` where it was or is not said. */
export interface Difference {
  readonly what: Bilingual
  readonly before: string | null
  readonly after: string | null
}

/** What became of one part of a document from one version to the next. */
export interface Amendment {
  readonly part: 'identity' | 'instrument' | 'rule' | 'value' | 'definition' | 'clause' | 'case'
  /** What officers call it, or its name in the document. */
  readonly id: string
  readonly title: string
  readonly kind: 'ADDED' | 'REMOVED' | 'CHANGED'
  /** The sentence, of rules and clauses. */
  readonly before: string | null
  readonly after: string | null
  readonly differences: readonly Difference[]
}

/** Both versions of what bears one name; one of them is missing where it is new, or gone. */
export interface Pair<T> {
  readonly id: string
  readonly before: T | undefined
  readonly after: T | undefined
}

/** What is in either list under its name, in the order of the later one, what is gone after it; what says the same is left out. */
export const changedPairs = <T>(
  before: readonly T[],
  after: readonly T[],
  nameOf: (each: T) => string,
  isSame: (a: T, b: T) => boolean = isSameText,
): readonly Pair<T>[] => {
  const [was, is] = [
    new Map(before.map((each) => [nameOf(each), each])),
    new Map(after.map((each) => [nameOf(each), each])),
  ]
  return [...new Set([...is.keys(), ...was.keys()])]
    .map((id) => ({ id, before: was.get(id), after: is.get(id) }))
    .filter(({ before: a, after: b }) => a === undefined || b === undefined || !isSame(a, b))
}

export const kindOf = ({ before, after }: Pair<unknown>): Amendment['kind'] => {
  if (before === undefined) return 'ADDED'
  return after === undefined ? 'REMOVED' : 'CHANGED'
}

/** How one member is called, and how it reads. */
export type Member<T> = readonly [zh: string, en: string, words: (of: T) => string | null]

/** Which members read otherwise in the later version. */
export const differencesIn = <T>({ before, after }: Pair<T>, members: readonly Member<T>[]): readonly Difference[] => {
  if (before === undefined || after === undefined) return []
  return members
    .map(([zh, en, words]) => ({ what: { zh, en }, before: words(before), after: words(after) }))
    .filter((difference) => difference.before !== difference.after)
}

export const citationWords = ({ instrument, article, verified, note }: Citation, language: Language): string =>
  [
    `${instrument} ${article ?? '—'}`,
    verified ? inLanguage(language, '已核对', 'verified') : inLanguage(language, '未核对', 'not verified'),
    ...(note === undefined ? [] : [note]),
  ].join(inLanguage(language, '，', ', '))

export const forceWords = (inForce: InForce, language: Language): string => {
  const start = 'from' in inForce ? inForce.from : `${inLanguage(language, '至迟 ', 'known by ')}${inForce.knownBy}`
  return inForce.to === undefined ? start : `${start} – ${inForce.to}`
}
