import { kinWords } from '../../facts/kinship/kinship.ts'
import { organClosures } from '../../facts/relations/relation.ts'
import { capacities, categories, duties, levels, seats, teamKinds, unitKinds } from '../../facts/vocabulary.ts'
import type { ParameterValue } from '../../law/dated.ts'
import { parsePeriod } from '../../time/period.ts'
import { inLanguage, type Language, listed, periodWords, readable } from './words.ts'

/** Lists of words a parameter may be made of; a word that is in none is the jurisdiction's own. */
const vocabularies: readonly Readonly<Record<string, string>>[] = [
  duties,
  kinWords,
  seats,
  levels,
  capacities,
  categories,
  teamKinds,
  unitKinds,
  organClosures,
  { native: '籍贯', birth: '出生地', growth: '成长地' },
  { person: '一人', team: '班子', place: '一地' },
]

const isList = (value: ParameterValue): value is readonly string[] => Array.isArray(value)

/** A dated value as a lawyer reads it: 10年, 2, 审计、财务, 警告6个月. */
export const valueWords = (value: ParameterValue | null, language: Language): string => {
  if (value === null) return inLanguage(language, '废止', 'repealed')
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return periodOrWord(value, language)
  if (isList(value)) return wordsOf(value, language)
  return listed(
    Object.entries(value).map(
      ([word, period]) => `${word}${inLanguage(language, '', ' ')}${periodOrWord(period, language)}`,
    ),
    language,
  )
}

const periodOrWord = (text: string, language: Language): string => {
  const span = parsePeriod(text)
  return span === null ? wordsOf([text], language) : periodWords(span, language)
}

const wordsOf = (words: readonly string[], language: Language): string => {
  const known = vocabularies.find((vocabulary) => words.every((word) => Object.hasOwn(vocabulary, word)))
  return listed(
    words.map((word) => inLanguage(language, known?.[word] ?? word, readable(word))),
    language,
  )
}
