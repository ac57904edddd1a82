import type { Sex } from '../../vocabulary.ts'
import type { Reached } from '../pattern.ts'
import { groups } from './groups.ts'

/** What one declared word says: 堂兄, the relative is a male cousin, older than the person. */
export interface DeclaredTerm {
  readonly word: string
  /** `null`: no kin that the rules of avoidance list or note. */
  readonly reached: Reached | null
  /** It may name a tie of this class, or one of another or of none (继父: with or without support). */
  readonly unclear: boolean
  /** Sex of the relative it names, where the word tells. */
  readonly sex: Sex | null
  /** Sex of the person who has such a relative, where the word tells: only a man has a 岳父. */
  readonly ofSex: Sex | null
  /** Born before or after the person, where the word tells. */
  readonly born: 'earlier' | 'later' | null
}

const terms: ReadonlyMap<string, DeclaredTerm> = new Map(
  groups.flatMap(({ words, ...meaning }) =>
    words
      .trim()
      .split(/\s+/)
      .map((word): readonly [string, DeclaredTerm] => [
        word,
        { word, reached: null, unclear: false, sex: null, ofSex: null, born: null, ...meaning },
      ]),
  ),
)

/** What a word for a relative means; `null`: we do not know the word. Such ties are kept as declared and never extended. */
export const declaredTerm = (word: string): DeclaredTerm | null => terms.get(word) ?? null

/** Every word we know. */
export const declaredTerms = (): Iterable<string> => terms.keys()
