import { CsvError, parse } from 'csv-parse/sync'
import { type Complaint, complaint } from '../problem.ts'
import { Texts } from './texts.ts'

/** The rows of a CSV text as a spreadsheet would show them: row 1 is the heading, blank lines keep their number. */
export type CsvTable = { readonly rows: readonly (readonly string[])[] }

const brokenAs = (reason: Complaint['reason']): Complaint =>
  complaint('BAD_CSV', reason, {
    zh: '含逗号、引号或换行的内容须用英文双引号括起，引号内的双引号写两次。',
    en: 'Put cells with commas, quotes or line breaks in double quotes, and write a quote inside them twice.',
  })

const unclosed = brokenAs({
  zh: '从本行起，一个双引号直到文件末尾都没有配对。',
  en: 'A double quote that opens in this row is not closed before the end of the file.',
})

const strayQuote = brokenAs({
  zh: '单元格中的双引号位置有误：引号前后还有其他内容。',
  en: 'A cell has a double quote in the wrong place, with something before or after it.',
})

const otherwiseBroken = brokenAs({
  zh: '从本行起，无法分出各个单元格。',
  en: 'From this row on, the text cannot be divided into cells.',
})

/** What broke, in our words: the parser's are English only. */
const wordsFor = ({ code }: CsvError): Complaint => {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return unclosed
  const stray = code === 'INVALID_OPENING_QUOTE' || code === 'CSV_INVALID_CLOSING_QUOTE'
  return stray ? strayQuote : otherwiseBroken
}

export type CsvFailure = { readonly wrong: Complaint; readonly row: number | null }

/** Rows of a text, or the row at which its structure breaks. */
export const readCsv = (text: string): CsvTable | CsvFailure => {
  try {
    const rows: string[][] = []
    const texts = new Texts()
    const keep = (record: readonly string[]) => {
      rows.push(record.map((cell) => texts.one(cell.normalize('NFC').trim())))
      return null
    }
    parse(text, { bom: true, relax_column_count: true, on_record: keep })
    return { rows }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const records = Number(error.records)
    return { wrong: wordsFor(error), row: Number.isFinite(records) ? records + 1 : null }
  }
}
