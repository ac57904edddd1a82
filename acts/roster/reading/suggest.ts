import type { Bilingual } from '../../../policy/index.ts'

/** Number of single-character edits between two words, given up beyond `limit`. */
const distance = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      current.push(Math.min(swap, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1))
    }
    if (Math.min(...current) > limit) return limit + 1
    previous = current
  }
  return previous[b.length] ?? limit + 1
}

/** Up to three known words that a mistyped one was probably meant to be, nearest first. */
export const nearest = (word: string, known: Iterable<string>): readonly string[] => {
  const limit = word.length <= 2 ? 1 : word.length <= 6 ? 2 : 3
  const meant = word.toLowerCase()
  const close: { readonly text: string; readonly by: number }[] = []
  let budget = 50_000
  for (const text of known) {
    if (budget-- === 0) break
    const by = distance(meant, text.toLowerCase(), limit)
    if (by <= limit && by < Math.max(text.length, word.length)) close.push({ text, by })
  }
  return close
    .sort((a, b) => a.by - b.by || (a.text < b.text ? -1 : 1))
    .slice(0, 3)
    .map(({ text }) => text)
}

export const quoted = (words: readonly string[], joint: string): string => words.map((w) => `\`${w}\``).join(joint)

/** `Did you mean …?`, or the sentence to say when nothing known comes near. */
export const didYouMean = (word: string, known: Iterable<string>, otherwise: Bilingual): Bilingual => {
  const found = nearest(word, known)
  if (found.length === 0) return otherwise
  return { zh: `是否应为${quoted(found, '、')}？`, en: `Did you mean ${quoted(found, ', ')}?` }
}
