import { parseStated, type Range, type StatedText } from '../../policy/index.ts'
import { type Complaint, complaint } from './problem.ts'

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

const notADate = (value: string): Complaint => {
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
