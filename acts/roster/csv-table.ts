import { CsvError, parse } from 'csv-parse/sync'
import { type Complaint, complaint } from './problem.ts'

/** The rows of a CSV text as a spreadsheet would show them: row 1 is the heading, blank lines keep their number. */
export type CsvTable = { readonly rows: readonly (readonly string[])[] }

const broken = (detail: string): Complaint =>
  complaint(
    'BAD_CSV',
    { zh: `CSV 结构有误：${detail}`, en: `The CSV is broken: ${detail}` },
    {
      zh: '含逗号、引号或换行的内容须用英文双引号括起，引号内的双引号写两次。',
      en: 'Put cells with commas, quotes or line breaks in double quotes, and write a quote inside them twice.',
    },
  )

export type CsvFailure = { readonly wrong: Complaint; readonly row: number | null }

/** Rows of a text, or the row at which its structure breaks. */
export const readCsv = (text: string): CsvTable | CsvFailure => {
  try {
    const rows: string[][] = parse(text, { bom: true, relax_column_count: true })
    return { rows: rows.map((row) => row.map((cell) => cell.normalize('NFC').trim())) }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const records = Number(error.records)
    return { wrong: broken(error.message), row: Number.isFinite(records) ? records + 1 : null }
  }
}
