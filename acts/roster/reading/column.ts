import type { Bilingual } from '../../../policy/index.ts'
import { type Complaint, complaint } from '../problem.ts'
import { readStatedDay, type StatedDay } from './stated-day.ts'
import { didYouMean, quoted } from './suggest.ts'
import { type WordList, wordOf, yesNoWords } from './words.ts'

/** What reading one filled cell gives: a value, or what is wrong with it. */
export type Reading<T> = { readonly value: T } | { readonly wrong: Complaint }

/** One column of a sheet: its Chinese headings, whether a cell may be blank, and how a filled cell is read. */
export interface Column<T> {
  readonly headings: readonly string[]
  readonly required: boolean
  read(cell: string): Reading<T>
}

/** A code as a cell refers to it: `CODE`, or `411100:CODE` when one of several offices is meant. */
export interface CodeReference {
  readonly at: string | null
  readonly code: string
}

type Maker<T> = (headings: string, required?: 'required') => Column<T>

const column =
  <T>(read: (cell: string) => Reading<T>): Maker<T> =>
  (headings, required) => ({ headings: headings.split(' '), required: required !== undefined, read })

const wrong = (code: Complaint['code'], reason: Bilingual, remedy: Bilingual) => ({
  wrong: complaint(code, reason, remedy),
})

/** The members of a list cell; the three separators of the contract. */
export const listOf = (cell: string): readonly string[] => [
  ...new Set(
    cell
      .split(/[;；、]/)
      .map((member) => member.trim())
      .filter((member) => member !== ''),
  ),
]

const each =
  <T>(read: (cell: string) => Reading<T>) =>
  (cell: string): Reading<readonly T[]> => {
    const members = listOf(cell).map(read)
    const bad = members.find((member) => 'wrong' in member)
    return bad ?? { value: members.flatMap((member) => ('value' in member ? [member.value] : [])) }
  }

const readText = (cell: string): Reading<string> => ({ value: cell })

const readCode = (cell: string): Reading<string> =>
  /[:：;；、\s]/.test(cell)
    ? wrong(
        'BAD_CODE',
        {
          zh: '编号不能含有冒号、分号、顿号或空格。',
          en: 'A code may not contain a colon, semicolon, list comma or space.',
        },
        {
          zh: '请去掉这些符号；辖区写在“辖区”一栏，不写在编号里。',
          en: 'Remove them; the jurisdiction has its own column.',
        },
      )
    : { value: cell }

const readReference = (cell: string): Reading<CodeReference> => {
  const [, at, qualified] = /^(\d{6})\s*[:：]\s*(.+)$/.exec(cell) ?? []
  const read = readCode(qualified ?? cell)
  return 'wrong' in read ? read : { value: { at: at ?? null, code: read.value } }
}

const readDivision = (cell: string): Reading<string> =>
  /^\d{6}$/.test(cell)
    ? { value: cell }
    : wrong(
        'UNKNOWN_JURISDICTION',
        { zh: '辖区须用 GB/T 2260 六位代码。', en: 'A jurisdiction is written as its six-digit GB/T 2260 code.' },
        { zh: '例如 411100（漯河市）。', en: 'For example 411100 (Luohe).' },
      )

const readDay = (cell: string): Reading<StatedDay> => {
  const day = readStatedDay(cell)
  return 'wrong' in day ? day : { value: day }
}

const readCount =
  (least: number) =>
  (cell: string): Reading<number> =>
    /^\d{1,6}$/.test(cell) && Number(cell) >= least
      ? { value: Number(cell) }
      : wrong(
          'BAD_NUMBER',
          { zh: `须为不小于 ${least} 的整数。`, en: `This must be a whole number of at least ${least}.` },
          { zh: '请只写数字。', en: 'Write digits only.' },
        )

/** The Chinese or the other spellings; all where there are none of them. */
const inLanguage = (spellings: readonly string[], chinese: boolean): readonly string[] => {
  const own = spellings.filter((spelling) => /\p{Script=Han}/u.test(spelling) === chinese)
  return (own.length > 0 ? own : spellings).slice(0, 40)
}

const readWord =
  <W extends string>(list: WordList<W>) =>
  (cell: string): Reading<W> => {
    const word = wordOf(list, cell)
    if (word !== null) return { value: word }
    const all = list.spellings
    const [zh, en] = [inLanguage(all, true), inLanguage(all, false)]
    return wrong(
      'UNKNOWN_WORD',
      { zh: `\`${cell}\`不是本栏可用的词。`, en: `\`${cell}\` is not one of the words of this column.` },
      didYouMean(cell, all, { zh: `可用：${quoted(zh, '、')}。`, en: `Use one of ${quoted(en, ', ')}.` }),
    )
  }

const readYesNo = (cell: string): Reading<boolean> => {
  const answer = readWord(yesNoWords)(cell)
  return 'wrong' in answer ? answer : { value: answer.value === 'yes' }
}

export const text = column(readText)
export const texts = column(each(readText))
export const code = column(readCode)
export const reference = column(readReference)
export const references = column(each(readReference))
export const division = column(readDivision)
export const divisions = column(each(readDivision))
export const day = column(readDay)
export const yesNo = column(readYesNo)
export const count = (least: number) => column(readCount(least))
export const word = <W extends string>(list: WordList<W>) => column(readWord(list))
export const words = <W extends string>(list: WordList<W>) => column(each(readWord(list)))
/** A column whose cells are read by a reader of its own. */
export const special = <T>(read: (cell: string) => Reading<T>) => column(read)
