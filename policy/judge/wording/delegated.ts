import type { ParameterValue } from '../../law/dated.ts'
import type { PluginDocument } from '../../law/plugin.ts'
import { parsePeriod } from '../../time/period.ts'
import type { SetBy } from '../delegation/local-values.ts'
import { inLanguage, type Language, periodWords } from './words.ts'

/** 其中“任职年限”由漯河市依上级授权定为8年（《…办法》第八条）。 One sentence for each value that a lower document set. */
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
        `其中“${title}”由${plugin.name.zh}依上级授权自定${value === '' ? '' : `为${value}`}（《${instrument}》${cite.article ?? ''}${unverified}）。`,
        `Here “${title}” is set${value === '' ? '' : ` to ${value}`} by ${plugin.name.en}, as the superior rule lets it (${[instrument, cite.article ?? ''].join(' ').trim()}${unverified}).`,
      )
    })
    .join(inLanguage(language, '', ' '))

/** A period, a number or a fraction; words of a list stand in the sentence of the rule. */
const valueWords = (value: ParameterValue | undefined, language: Language): string => {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return ''
  const span = parsePeriod(value)
  if (span !== null) return periodWords(span, language)
  return /^\d+\/\d+$/.test(value) ? value : ''
}
