import { dayOf, dayText } from '../../../../policy/index.ts'
import { type Complaint, complaint } from '../../problem.ts'
import type { NumberFormat } from './number-format.ts'

/** What a cell shows; `wrong` when that is not what it holds, or not enough to know what is meant. */
export interface Shown {
  readonly text: string
  readonly wrong?: Complaint
}

const asText = {
  zh: '请把单元格格式设为“文本”，重新输入应有的内容。',
  en: 'Format the cell as text and type again what it should say.',
}

const bad = (zh: string, en: string): Complaint => complaint('BAD_CELL', { zh, en }, asText)

const tooLong = bad(
  '数字超过 15 位，表格软件已丢失末尾几位。',
  'A number of more than 15 digits: the spreadsheet has lost the last of them.',
)
const notShown = (code: string) =>
  bad(
    `数字按格式\`${code}\`显示，与单元格所存的内容不同。`,
    `The number is shown in the format \`${code}\`, which is not what the cell holds.`,
  )
const noDay = bad('不是表格软件能表示的日期。', 'This is no date that a spreadsheet can tell.')
const onlyTime = bad('单元格只显示时刻，没有日期。', 'The cell shows a time and no date.')

export const errorCell = bad('公式出错，单元格没有内容。', 'A formula failed, so the cell has no content.')
export const uncomputed = complaint(
  'BAD_CELL',
  { zh: '公式没有保存计算结果。', en: 'The result of the formula was not saved.' },
  {
    zh: '请用表格软件打开、保存一次，或改为直接填写。',
    en: 'Open and save the file in a spreadsheet, or type the content.',
  },
)

const exactly = { day: 10, month: 7, year: 4 } as const

/** A day written out in the file (`2014-03-01T00:00:00`), as exact as it is shown. */
export const shownIsoDay = (raw: string, format: NumberFormat): Shown => ({
  text: raw.slice(0, format.is === 'day' ? exactly[format.precision] : exactly.day),
})

/**
 * The day of a spreadsheet's number, as exact as it is shown: a cell that shows 2014年3月 says March, not its first day.
 * Excel counts 1900 as a leap year: 60 is a day that never was, and numbers before it lie one day later.
 */
const shownDay = (value: number, precision: 'day' | 'month' | 'year', from1904: boolean): Shown => {
  const whole = Math.floor(value)
  if (whole < (from1904 ? 0 : 1) || whole > 110_000 || (!from1904 && whole === 60)) {
    return { text: String(value), wrong: noDay }
  }
  const start = from1904 ? dayOf(1904, 1, 1) : dayOf(1899, 12, whole < 60 ? 31 : 30)
  return { text: dayText(start + whole).slice(0, exactly[precision]) }
}

/** A number as its cell shows it: 2003.1 formatted to two decimals is 2003.10, and 7 with three digits is 007. */
export const shownNumber = (raw: string, format: NumberFormat, from1904: boolean): Shown => {
  const value = Number(raw)
  if (raw.trim() === '' || !Number.isFinite(value)) return { text: raw, wrong: noDay }
  if (format.is === 'day') return shownDay(value, format.precision, from1904)
  if (format.is === 'time') return { text: raw, wrong: onlyTime }
  if (Math.abs(value) >= 1e15) return { text: raw, wrong: tooLong }
  const plain = String(Number(value.toPrecision(15)))
  if (plain.includes('e')) return { text: raw, wrong: notShown('General') }
  if (format.is === 'general') return { text: plain }
  if (format.is === 'other') return { text: plain, wrong: notShown(format.code) }
  const [whole = '', decimals] = Math.abs(value).toFixed(format.decimals).split('.')
  const sign = value < 0 ? '-' : ''
  const shown = [sign + whole.padStart(format.digits, '0'), ...(decimals === undefined ? [] : [decimals])].join('.')
  // What is rounded away on the screen is still in the cell.
  return Number(shown) === Number(plain)
    ? { text: shown }
    : { text: plain, wrong: notShown('0'.padEnd(format.decimals, '0')) }
}
