import { parseStated, type Range, type StatedText } from '../../../policy/index.ts'
import { type Complaint, complaint } from '../problem.ts'

/** A day as the file states it, in canonical form (`2014-03`), with the days it may mean. */
export interface StatedDay extends Range {
  readonly text: StatedText
}

const shape = /^(\d{4})(?:([-.])(\d{2})(?:\2(\d{2}))?)?$/
const loose = /^(\d{4})\s*[-./年]\s*(\d{1,2})(?:\s*[-./月]\s*(\d{1,2})\s*日?|\s*月)?$/

const forms = {
  zh: '请写成 2014-03-01、2014-03、2014 或 ?（不详）；“至今”请留空。',
  en: 'Write 2014-03-01, 2014-03, 2014, or ? when unknown; leave the cell blank for “still so”.',
}

/** A spreadsheet drops the last zero of a number: `2003.1` may be typed for January or left over from 2003.10. */
const january = /^(\d{4})\.1$/

const januaryOrOctober = (year: string): Complaint =>
  complaint(
    'BAD_DATE',
    {
      zh: '看不出是 1 月还是 10 月：表格软件会把 10 月末尾的 0 略去。',
      en: 'This is January or October: a spreadsheet drops the last zero of a number.',
    },
    {
      zh: `请把单元格设为“文本”，写成\`${year}-01\`或\`${year}-10\`。`,
      en: `Format the cell as text and write \`${year}-01\` or \`${year}-10\`.`,
    },
  )

/** A day of a spreadsheet that has lost its format is five digits. */
const serial = /^[2-5]\d{4}$/

const lostFormat = complaint(
  'BAD_DATE',
  {
    zh: '像是失去日期格式的单元格，只剩表格软件的天数。',
    en: 'This looks like a date cell that has lost its format: a spreadsheet counts days.',
  },
  {
    zh: `请把单元格格式设回“日期”。${forms.zh}`,
    en: `Format the cell as a date again. ${forms.en}`,
  },
)

const notADate = (value: string): Complaint => {
  const [, year] = january.exec(value) ?? []
  if (year !== undefined) return januaryOrOctober(year)
  if (serial.test(value)) return lostFormat
  const [, y, m, d] = loose.exec(value) ?? []
  const meant = y && m ? [y, m.padStart(2, '0'), ...(d ? [d.padStart(2, '0')] : [])].join('-') : null
  const guess = meant !== null && parseStated(meant) !== null ? meant : null
  return complaint(
    'BAD_DATE',
    { zh: '不是可以识别的日期写法。', en: 'This is not a date in one of the accepted forms.' },
    guess === null ? forms : { zh: `是否应为\`${guess}\`？${forms.zh}`, en: `Did you mean \`${guess}\`? ${forms.en}` },
  )
}

const impossible = complaint(
  'IMPOSSIBLE_DATE',
  {
    zh: '日历上没有这一天，或不在 1800 年至 2200 年之间。',
    en: 'The calendar has no such day, or it lies outside the years 1800 to 2200.',
  },
  {
    zh: `请核对年月日；不要用 0001-01-01、9999-12-31 等日期代替“不详”或“至今”。${forms.zh}`,
    en: `Check year, month and day; never let 0001-01-01 or 9999-12-31 stand for “unknown” or “still so”. ${forms.en}`,
  },
)

/** Reads `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, the same with full stops, `?` and 不详; the stated precision is kept. */
export const readStatedDay = (value: string): StatedDay | { readonly wrong: Complaint } => {
  const text = value === '不详' || value === '？' ? '?' : value
  if (text === '?') return { text, lo: -Infinity, hi: Infinity }
  const [matched, y, , m, d] = shape.exec(text) ?? []
  if (matched === undefined) return { wrong: notADate(value) }
  const canonical = [y, m, d].filter((part) => part !== undefined).join('-')
  const range = parseStated(canonical)
  return range === null ? { wrong: impossible } : { text: canonical, ...range }
}
