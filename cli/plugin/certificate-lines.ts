import type { Certificate, ConformanceItem, Language, Notice } from '../../policy/index.ts'
import { placeLine, told } from './problem-lines.ts'
import type { Source } from './source.ts'

/** The points at which the document touches a superior rule and may, each reason once with the places it is given for. */
export const heldLines = ({ items }: Certificate, source: Source, language: Language): readonly string[] => {
  const places = new Map<string, string[]>()
  for (const { holds, superior, because, path } of items) {
    if (!holds) continue
    const reason = `✓ ${superiorWords(superior)}　${told(because, language)}`
    places.set(reason, [...(places.get(reason) ?? []), placeLine(path, source)])
  }
  return [...places].flatMap(([reason, lines]) => [reason, ...lines.map((line) => `  ${line}`)])
}

const superiorWords = ({ catalogueId, rule, cite }: ConformanceItem['superior']) =>
  `${catalogueId}（${rule}，${cite.article ?? cite.instrument}）`

/** A point that is neither allowed nor refused: a person has to compare both texts. */
export const openLines = (item: ConformanceItem, source: Source, language: Language): readonly string[] => {
  const { superior } = item
  return [
    `? ${placeLine(item.path, source)}`,
    `  ${language === 'zh' ? '上级规定：' : 'Superior rule: '}${superiorWords(superior)}`,
    `  ${told(item.because, language)}`,
  ]
}

export const noticeLines = ({ code, path, says }: Notice, source: Source, language: Language): readonly string[] => [
  `· ${placeLine(path, source)}　${code}`,
  `  ${told(says, language)}`,
]

/** Points somebody has to answer for before the document can be installed. */
export const openPoints = ({ items }: Certificate): readonly ConformanceItem[] =>
  items.filter(({ holds, basis }) => !holds && basis === 'unproved')

/** How whoever proposes the document says that they answer for those points. */
export const acceptWords = (open: readonly ConformanceItem[]): string =>
  `cadre install … --accept ${[...new Set(open.map(({ superior }) => superior.rule))].join(' ')}`
