import { kinWords } from '../../facts/kinship/kinship.ts'
import { organClosures } from '../../facts/relations/relation.ts'
import { capacities, categories, duties, levels, seats, teamKinds, unitKinds } from '../../facts/vocabulary.ts'
import type { ParameterValue } from '../../law/dated.ts'
import type { PluginDocument } from '../../law/plugin.ts'
import { parsePeriod } from '../../time/period.ts'
import type { SetBy } from '../delegation/local-values.ts'
import { inLanguage, type Language, listed, periodWords, readable } from './words.ts'

/** 其中任职年限由漯河市依上级授权定为8年（《…办法》第八条）。 One sentence for each value that a lower document set. */
export const delegatedWords = (
  setBy: readonly SetBy[],
  superior: PluginDocument,
  values: ReadonlyMap<string, ParameterValue>,
  language: Language,
): string =>
  setBy
    .map(({ parameter, installation: { plugin }, cite }) => {
      const title = superior.parameters[parameter]?.title[language] ?? parameter
      const instrument = plugin.instruments.find(({ id }) => id === cite.instrument)?.title[language] ?? ''
      const value = valueWords(values.get(parameter), language)
      const unverified = cite.verified ? '' : inLanguage(language, '，条文待核对', ', text not yet compared')
      return inLanguage(
        language,
        `其中${title}由${plugin.name.zh}依上级授权自定${value === '' ? '' : `为${value}`}（《${instrument}》${cite.article ?? ''}${unverified}）。`,
        `Here “${title}” is set${value === '' ? '' : ` to ${value}`} by ${plugin.name.en}, as the superior rule lets it (${[instrument, cite.article ?? ''].join(' ').trim()}${unverified}).`,
      )
    })
    .join(inLanguage(language, '', ' '))

/** A period, a number, a fraction, or words of one of the lists. */
const valueWords = (value: ParameterValue | undefined, language: Language): string => {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') {
    const span = parsePeriod(value)
    return span === null ? wordOf(value, oneWord, language) : periodWords(span, language)
  }
  if (!isList(value)) return ''
  return listed(
    value.map((word) => wordOf(word, lists, language)),
    language,
  )
}

type Words = Readonly<Record<string, string>>

/** Choices of one word, and lists of several. */
const oneWord: readonly Words[] = [
  organClosures,
  { person: '一名领导人员', team: '同一领导班子的成员', place: '同一地方' },
]
const lists: readonly Words[] = [duties, kinWords, seats, levels, capacities, categories, unitKinds, teamKinds]

const wordOf = (word: string, known: readonly Words[], language: Language): string => {
  const words = known.find((each) => Object.hasOwn(each, word))
  return words === undefined ? word : inLanguage(language, words[word] ?? word, readable(word))
}

const isList = (value: ParameterValue | undefined): value is readonly string[] => Array.isArray(value)
