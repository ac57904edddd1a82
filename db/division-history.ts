import type { DivisionCode } from '../policy/index.ts'
import { formerDivisionList, reusedCodeList } from './former-division-list.ts'

/** A division that has no code any more (撤销). */
export interface FormerDivision {
  readonly code: DivisionCode
  readonly name: string
  /** Month of the last published list that had it, `YYYY-MM`. */
  readonly listedIn: string
  /** Month of the first list that had it no more. */
  readonly goneBy: string
  /** The code of today that took its place as a whole (惠阳市 → 惠阳区); `null` where none did, or nobody can tell. */
  readonly successor: DivisionCode | null
  /** The narrowest division of today that surely holds all of it: its successor, else mostly its municipality. */
  readonly liesIn: DivisionCode
}

const entry = /^(\d{6})(\D+)([=<])(\d{6})$/u

const readEntry = (text: string, listedIn: string, goneBy: string): FormerDivision => {
  const [, code = '', name = '', sign, liesIn = ''] = entry.exec(text) ?? []
  if (code === '') throw new TypeError(`\`${text}\` of the list of former divisions cannot be read.`)
  return { code, name, listedIn, goneBy, successor: sign === '=' ? liesIn : null, liesIn }
}

const readList = (list: Readonly<Record<string, string>>): readonly FormerDivision[] =>
  Object.entries(list).flatMap(([months, text]) => {
    const [listedIn = '', goneBy = ''] = months.split('/')
    return text
      .trim()
      .split(/\s+/)
      .map((one) => readEntry(one, listedIn, goneBy))
  })

/** Every code that was removed and is not in use again. */
export const formerDivisions: readonly FormerDivision[] = readList(formerDivisionList)

/** What codes in use today meant before they were given to another place. */
export const formerMeanings: readonly FormerDivision[] = readList(reusedCodeList)

type ByCode = ReadonlyMap<DivisionCode, FormerDivision>

const former: ByCode = new Map(formerDivisions.map((division) => [division.code, division]))
const reused: ByCode = new Map(formerMeanings.map((division) => [division.code, division]))

/** What a code meant that means nothing today, or `null`. */
export const formerDivisionOf = (code: DivisionCode): FormerDivision | null => former.get(code) ?? null

/** What a code of today meant before, where that was another place, or `null`. */
export const formerMeaningOf = (code: DivisionCode): FormerDivision | null => reused.get(code) ?? null
