import type { StatedText, TieEnd } from '../../policy/index.ts'
import type { Issues } from '../issues.ts'
import type { Sentences } from '../problem.ts'
import { type Relation, relationOf, unknownRelation } from '../roster/reading/kin-words.ts'
import { endedByWords, type KinKind, kinKindWords } from '../roster/reading/words.ts'

/** What a caller says of a tie, beside whom it joins. */
export interface TieInput {
  /** parent, child, spouse, special_interest, or a declared term such as 堂兄: what the relative is to the person. */
  readonly relation?: string | null
  readonly kind?: KinKind | null
  readonly from?: StatedText | null
  /** First day no longer. */
  readonly to?: StatedText | null
  readonly endedBy?: TieEnd | null
  readonly verified?: boolean | null
  readonly source?: string | null
}

/** A relation, and the word it was written in. */
export interface Spelled extends Relation {
  readonly spelling: string
}

/** Reads what is written by itself: the words and the days. `null`: no relation, or none that is known. */
export const readTie = (issues: Issues, input: TieInput): Spelled | null => {
  const from = issues.stated(['input', 'from'], input.from)
  const to = issues.stated(['input', 'to'], input.to)
  issues.inOrder(['input', 'to'], from, to, input.to ?? null)
  issues.word(['input', 'kind'], input.kind, Object.fromEntries(kinKindWords.meaning))
  issues.word(['input', 'endedBy'], input.endedBy, Object.fromEntries(endedByWords.meaning))
  const { relation: word } = input
  if (word === null || word === undefined) return null
  const relation = relationOf(word)
  if (relation !== null) return { ...relation, spelling: word.trim() }
  issues.complain(['input', 'relation'], word, unknownRelation(word))
  return null
}

export const relativeNamedOnce: Pick<Sentences, 'says' | 'remedy'> = {
  says: {
    zh: '亲属须由 relative（编号或 id）或 relativeName 之一指明。',
    en: 'Name the relative by either `relative` or `relativeName`.',
  },
  remedy: {
    zh: '亲属有编号时用 relative，只知姓名时用 relativeName，二者只给其一。',
    en: 'Give `relative` for someone with a code, `relativeName` for someone known only by name; one of the two.',
  },
}
