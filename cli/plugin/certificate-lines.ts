import type { Certificate, ConformanceItem, Language, Notice } from '../../policy/index.ts'
import { placeLine, told } from './problem-lines.ts'
import type { Source } from './source.ts'

const words = {
  zh: { superior: '上级规定：', story: '反例：', on: '', above: '上级：', here: '本文件：' },
  en: {
    superior: 'Superior rule: ',
    story: 'Counterexample: ',
    on: 'on ',
    above: 'Superior: ',
    here: 'This document: ',
  },
} as const

/** Each point at which the document touches a superior rule: ✓ it may, ✗ it may not, ? a person has to decide. */
export const itemLines = (item: ConformanceItem, source: Source, language: Language): readonly string[] => {
  const { superior, counterexample } = item
  const say = words[language]
  const mark = item.holds ? '✓' : item.basis === 'unproved' ? '?' : '✗'
  const example =
    counterexample === null
      ? []
      : [
          `  ${say.story}${told(counterexample.story, language)}`,
          `    ${say.on}${counterexample.onDay}　${say.above}${told(counterexample.superiorSays, language)}`,
          `    ${say.on}${counterexample.onDay}　${say.here}${told(counterexample.pluginSays, language)}`,
        ]
  return [
    `${mark} ${placeLine(item.path, source)}`,
    `  ${say.superior}${superior.catalogueId}（${superior.rule}，${superior.cite.article ?? superior.cite.instrument}）`,
    `  ${told(item.because, language)}`,
    ...example,
  ]
}

export const noticeLines = ({ code, path, says }: Notice, source: Source, language: Language): readonly string[] => [
  `· ${placeLine(path, source)}　${code}`,
  `  ${told(says, language)}`,
]

/** Points somebody has to answer for before the document can be installed. */
export const openPoints = ({ items }: Certificate): readonly ConformanceItem[] =>
  items.filter(({ holds, basis }) => !holds && basis === 'unproved')
