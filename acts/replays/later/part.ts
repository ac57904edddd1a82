import { divisionOf } from '../../../db/divisions.ts'
import type { Bilingual } from '../../../policy/index.ts'
import type { Part } from './later-fact.ts'

export const same = (text: string): Bilingual => ({ zh: text, en: text })

/** A word of a closed list, in both languages. */
export const worded = (word: string, terms: Readonly<Record<string, string>>): Bilingual => ({
  zh: terms[word] ?? word,
  en: word.replaceAll('_', ' '),
})

/** What is stated; what is blank says nothing. */
export const part = (zh: string, en: string, says: Bilingual | string | null): readonly Part[] =>
  says === null || says === '' || (typeof says !== 'string' && says.zh === '')
    ? []
    : [{ label: { zh, en }, says: typeof says === 'string' ? same(says) : says }]

export const wordPart = (zh: string, en: string, word: string | null, terms: Readonly<Record<string, string>>) =>
  part(zh, en, word === null ? null : worded(word, terms))

export const placePart = (zh: string, en: string, code: string | null) =>
  part(zh, en, code === null ? null : same(placeOf(code)))

export const placeOf = (code: string): string => `${divisionOf(code)?.name ?? ''}${code}`

export const yesNoPart = (zh: string, en: string, says: boolean | null) =>
  part(zh, en, says === null ? null : says ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' })

export const listPart = (
  zh: string,
  en: string,
  words: readonly string[],
  terms: Readonly<Record<string, string>> = {},
) => {
  const all = words.map((word) => worded(word, terms)).toSorted((a, b) => (a.en < b.en ? -1 : 1))
  return part(zh, en, { zh: all.map((each) => each.zh).join('、'), en: all.map((each) => each.en).join(' / ') })
}
