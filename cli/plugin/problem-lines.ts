import type { Bilingual, DocumentPath, Language, PluginProblem } from '../../policy/index.ts'
import type { Source } from './source.ts'

/** The sentence in the reader's language. */
export const told = ({ zh, en }: Bilingual, language: Language): string => (language === 'zh' ? zh : en)

/** Where a place of the document is to be found: file, line and column, then the way through the document. */
export const placeLine = (path: DocumentPath, { name, placeOf }: Pick<Source, 'name' | 'placeOf'>): string => {
  const place = placeOf(path)
  const where = place === null ? name : `${place.file}:${place.line}:${place.column}`
  return path.length === 0 ? where : `${where}　${path.join('.')}`
}

/** What is wrong, where, why, and what to do about it. */
export const problemLines = (problem: PluginProblem, source: Source, language: Language): readonly string[] => {
  const { code, path, message, remedy, superior } = problem
  const zh = language === 'zh'
  const above =
    superior === undefined
      ? []
      : [
          `  ${zh ? '上级规定：' : 'Superior rule: '}${superior.catalogueId}（${superior.rule}，${superior.cite.article ?? superior.cite.instrument}）`,
        ]
  return [
    `✗ ${placeLine(path, source)}　${code}`,
    `  ${told(message, language)}`,
    ...above,
    `  ${zh ? '办法：' : 'Remedy: '}${told(remedy, language)}`,
  ]
}
