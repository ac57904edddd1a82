import type { Bilingual } from '../policy/index.ts'

/** Language of texts in an answer; officers read Chinese first. */
export type Language = keyof Bilingual

/**
 * The reader's language out of an `Accept-Language` header: the one of ours with the highest weight, the earlier one
 * when weights tie, Chinese when none is asked for.
 */
export const languageOf = (header: string | null | undefined): Language => {
  let best: Language = 'zh'
  let weight = 0
  for (const range of header?.split(',') ?? []) {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';')
    const language = tag.startsWith('en') ? 'en' : tag.startsWith('zh') ? 'zh' : null
    const q = Number(
      parameters
        .find((p) => p.trim().startsWith('q='))
        ?.trim()
        .slice(2) ?? 1,
    )
    if (language !== null && q > weight) {
      best = language
      weight = q
    }
  }
  return best
}
